"""The first request that a new server gets is a link somebody was sent."""

from pathlib import Path

from playwright.sync_api import Page, expect

from fairboard.ui.board import assets
from fairboard.ui.registry import sections
from tests.browser.conftest import Server, serving
from tests.browser.files import csv_rows
from tests.browser.screen import Screen, query


def test_deep_link_on_a_fresh_server_shows_frame_filters_and_board(fresh_server: Server, page: Page) -> None:
    screen = Screen(page, fresh_server.address)
    screen.open("wages?region=210200&lang=en")
    expect(screen.title).to_have_text("What do the openings pay?")
    expect(screen.pills("region")).to_have_count(1)
    expect(screen.pills("region")).to_contain_text("Dalian")
    expect(screen.caption).to_contain_text("Dalian")
    expect(screen.panel("bands").locator(".bars .point").first).to_be_visible()
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(len(sections()[""]))
    expect(page.get_by_test_id("stTopNavSection")).to_have_count(len(sections()) - 1)
    expect(page).to_have_url(query(region="210200", lang="en"))
    asked = page.evaluate("() => performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)")
    assert asked.count("/fairboard/assets/plotly.min.js") == 1, asked
    assert asked.index("/fairboard/assets/plotly.min.js") < asked.index("/_stcore/health"), asked
    for own in (assets.SCRIPT, assets.STYLE):
        assert asked.count(f"/fairboard/assets/{own.name}") == 1, asked
    screen.follow("Records")
    screen.page.reload()
    screen.follow("Overview")
    expect(screen.panel("sectors").locator(".bars .point").first).to_be_visible()
    expect(page.locator(".fb-board")).to_have_css("display", "grid")


def test_all_works_below_a_path_of_the_server(built_folder: Path, page: Page, tmp_path: Path) -> None:
    with serving(built_folder, tmp_path / "server.log", "fairs/2026") as server:
        screen = Screen(page, server.address)
        screen.open("overview?region=210200&lang=en")
        expect(page).to_have_url(f"{server.address}/?region=210200&lang=en")
        expect(screen.pills("region")).to_contain_text("Dalian")
        screen.follow("Wages")
        expect(screen.title).to_have_text("What do the openings pay?")
        screen.page.reload()
        expect(screen.pills("region")).to_contain_text("Dalian")
        screen.at_rest()
        table = screen.download(screen.panel("bands").get_by_role("link", name="CSV"), tmp_path)
        assert csv_rows(table)
        screen.follow("Records")
        file = screen.page.get_by_test_id("stLinkButton").get_by_role("link").first
        assert screen.download(file, tmp_path).stat().st_size > 0
