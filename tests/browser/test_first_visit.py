"""The first request that a new server gets is a link somebody was sent."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen, query


def test_deep_link_on_a_fresh_server_shows_frame_filters_and_board(fresh_server: Server, page: Page) -> None:
    screen = Screen(page, fresh_server.address)
    screen.open("wages?region=210200&lang=en")
    expect(screen.title).to_have_text("What do the openings pay?")
    expect(screen.pills("region")).to_have_count(1)
    expect(screen.pills("region")).to_contain_text("Dalian")
    expect(screen.caption).to_contain_text("Dalian")
    expect(screen.panel("bands").locator(".bars .point").first).to_be_visible()
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(8)
    expect(page).to_have_url(query(region="210200", lang="en"))
