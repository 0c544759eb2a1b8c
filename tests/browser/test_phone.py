"""On a phone no page has to be pushed sideways, and the filters wait at the side."""

import re
from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Words:
    """What the dashboard says in one language."""

    language: str
    city: str
    question: str
    wages: str


CHINESE = Words("中文", "沈阳", "招聘规模有多大，需求集中在哪里？", "薪资")
ENGLISH = Words("English", "Shenyang", "How large is the season, and what is in demand?", "Wages")


@pytest.mark.parametrize(("locale", "own", "other"), [("zh-CN", CHINESE, ENGLISH), ("en-GB", ENGLISH, CHINESE)], ids=["zh", "en"])
def test_a_filter_is_set_on_a_phone_and_kept_in_the_other_language_and_on_another_page(
    server: Server, new_page: Callable[..., Page], locale: str, own: Words, other: Words
) -> None:
    screen = Screen(new_page(viewport=PHONE, has_touch=True, is_mobile=True, locale=locale), server.address)
    screen.open("?fair=1")
    expect(screen.title).to_have_text(own.question)
    expect(screen.tile("openings")).to_have_text("5,459")
    open_sidebar(screen)
    screen.choose("region", "sy", own.city)
    close_sidebar(screen)
    expect(screen.caption).to_contain_text(own.city)
    expect(screen.tile("openings")).not_to_have_text("5,459")
    screen.at_rest()
    chosen = screen.number("openings")
    assert 0 < chosen < 5459
    open_sidebar(screen)
    screen.page.get_by_text(other.language, exact=True).click()
    expect(screen.pills("region")).to_contain_text(other.city)
    close_sidebar(screen)
    expect(screen.title).to_have_text(other.question)
    expect(screen.caption).to_contain_text(other.city)
    screen.at_rest()
    assert screen.number("openings") == chosen
    open_sidebar(screen)
    screen.page.get_by_test_id("stSidebarNavLink").filter(has_text=other.wages).click()
    expect(screen.page).to_have_url(re.compile(r"/wages\?.*region=210100"))
    expect(screen.panel("bands").locator(".bars .point").first).to_be_visible()
    expect(screen.caption).to_contain_text(other.city)
    assert screen.page.evaluate(WIDER) == []


def open_sidebar(screen: Screen) -> None:
    screen.page.get_by_test_id("stExpandSidebarButton").click()
    expect(screen.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")


def close_sidebar(screen: Screen) -> None:
    screen.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(screen.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
