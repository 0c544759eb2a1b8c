"""While an answer takes longer than a moment, the page says so, in its language; a fast one changes nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fairboard.ui import progress
from tests.browser.conftest import Server
from tests.browser.screen import Screen

STATE = "(state) => document.querySelector('[data-testid=stApp]').setAttribute('data-test-script-state', state)"
CLOCK_STARTS_AT = "2026-11-24T10:00:00Z"


@pytest.fixture
def app(new_page: Callable[..., Page], server: Server) -> Page:
    """A document with the note and with what Streamlit's client marks, on a clock that the test moves."""
    page = new_page()
    page.clock.install(time=CLOCK_STARTS_AT)
    page.route("**/bare*", lambda route: route.fulfill(
        content_type="text/html; charset=utf-8",
        body=f"<!doctype html><html><head>{progress.snippet()}</head><body><div data-testid=stApp data-test-script-state=notRunning></div></body></html>"))
    page.goto(f"{server.address}/bare?lang=en")
    page.clock.pause_at("2026-11-24T11:00:00Z")
    return page


def test_a_long_run_is_announced_until_it_ends(app: Page) -> None:
    app.evaluate(STATE, "running")
    app.clock.run_for(390)
    expect(app.locator(".fb-progress")).to_be_hidden()
    app.clock.run_for(20)
    expect(app.get_by_role("status")).to_have_text("Working on the answer …")
    app.evaluate(STATE, "notRunning")
    expect(app.locator(".fb-progress")).to_be_hidden()


def test_short_runs_one_after_the_other_show_nothing(app: Page) -> None:
    for _ in range(4):
        app.evaluate(STATE, "running")
        app.clock.run_for(300)
        expect(app.locator(".fb-progress")).to_be_hidden()
        app.evaluate(STATE, "notRunning")
        app.clock.run_for(300)
    expect(app.locator(".fb-progress")).to_be_hidden()
    assert app.locator(".fb-progress").text_content() == ""


@pytest.mark.parametrize(("path", "text"), [("sectors?lang=zh", "正在计算，请稍候…"), ("records?lang=en", "Working on the answer …")])
def test_streamlits_client_marks_a_run_as_the_note_expects(server: Server, new_page: Callable[..., Page], path: str, text: str) -> None:
    """The end of the run is held back on its way to the browser, as if an answer took that long."""
    page = new_page()
    held: list[tuple] = []

    def between(socket) -> None:
        upstream = socket.connect_to_server()
        upstream.on_message(lambda message: held.append((socket, message)) if is_holding[0] else socket.send(message))

    is_holding = [False]
    page.route_web_socket("**/_stcore/stream", between)
    screen = Screen(page, server.address)
    screen.page.goto(f"{server.address}/{path}")
    screen.at_rest()
    expect(page.locator(".fb-progress")).to_be_hidden()
    is_holding[0] = True
    page.keyboard.press("r")
    expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()
    is_holding[0] = False
    for socket, message in held:
        socket.send(message)
    expect(page.locator(".fb-progress")).to_be_hidden()
