"""On a phone no page has to be pushed sideways, and the filters wait at the side."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fairboard.ui.registry import PAGES
from tests.browser.conftest import Server
from tests.browser.screen import Screen

PHONE = {"width": 390, "height": 844}
WIDER = """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
    .map(node => node.scrollWidth - node.clientWidth).filter(extra => extra > 0)"""


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_a_page_fits_a_phone_in_the_longer_language(server: Server, new_page: Callable[..., Page], name: str) -> None:
    screen = Screen(new_page(viewport=PHONE, has_touch=True), server.address)
    screen.open(f"{'' if name == PAGES[0].name else name}?lang=en")
    assert screen.page.evaluate(WIDER) == []
    expect(screen.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    board = screen.page.locator(".fb-board")
    if board.count():
        assert board.evaluate("node => [...node.querySelectorAll('.fb-panel')].every(panel => panel.getBoundingClientRect().right <= innerWidth)")


@pytest.mark.parametrize(("language", "city", "wages"), [("zh", "沈阳", "薪资"), ("en", "Shenyang", "Wages")])
def test_a_filter_is_set_on_a_phone_and_kept_on_the_next_page(server: Server, new_page: Callable[..., Page], language: str, city: str, wages: str) -> None:
    screen = Screen(new_page(viewport=PHONE, has_touch=True), server.address)
    screen.open(f"?lang={language}")
    everywhere = screen.tile("openings").inner_text()
    open_sidebar(screen)
    screen.choose("region", "sy", city)
    close_sidebar(screen)
    expect(screen.caption).to_contain_text(city)
    expect(screen.tile("openings")).not_to_have_text(everywhere)
    open_sidebar(screen)
    screen.page.get_by_test_id("stSidebarNavLink").filter(has_text=wages).click()
    expect(screen.page).to_have_url(re.compile(r"/wages\?.*region=210100"))
    expect(screen.panel("bands")).to_be_visible()
    expect(screen.caption).to_contain_text(city)


def open_sidebar(screen: Screen) -> None:
    screen.page.get_by_test_id("stExpandSidebarButton").click()
    expect(screen.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")


def close_sidebar(screen: Screen) -> None:
    screen.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(screen.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
