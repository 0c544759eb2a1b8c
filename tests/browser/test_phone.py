"""On a phone no page has to be pushed sideways, and the filters wait at the side."""

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
