"""Everything on a board can be reached and used without a mouse."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen

MOST_STEPS = 120


def tab_to(page: Page, selector: str) -> None:
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => Boolean(document.activeElement?.matches(selector))", selector):
            return
    raise AssertionError(f"{selector} is not reached within {MOST_STEPS} steps of Tab")


def test_a_table_is_opened_and_a_row_chosen_with_the_keys_alone(server: Server, page: Page) -> None:
    screen = Screen(page, server.address)
    screen.open("?fair=1")
    panel = ".fb-panel[data-panel=sectors]"
    tab_to(page, f"{panel} .fb-tools button")
    page.keyboard.press("Enter")
    expect(screen.panel("sectors").locator("table")).to_be_visible()
    tab_to(page, f"{panel} .fb-row-pick")
    chosen = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(screen.pills("sector")).to_contain_text(chosen)
    expect(page).to_have_url(re.compile("sector="))
    expect(screen.caption).to_contain_text(chosen)
