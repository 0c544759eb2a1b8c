"""The watch over every page of these tests does notice what it is there for."""

from playwright.sync_api import Browser

from tests.browser.conftest import Server, Watch
from tests.browser.screen import Screen


def test_a_deep_link_is_silent_and_outside_requests_and_errors_are_noticed(server: Server, browser: Browser) -> None:
    watch, context = Watch(), browser.new_context()
    page = context.new_page()
    watch.attach(page)
    Screen(page, server.address).open("wages?fair=1&lang=zh")
    assert watch.faults == []
    page.evaluate("() => { console.error('planted'); setTimeout(() => { throw new Error('thrown') }); }")
    page.evaluate("() => fetch('http://outside.invalid/').catch(() => null)")
    page.evaluate("() => fetch('/fairboard/assets/missing.js').then(() => null)")
    page.evaluate("() => fetch('http://127.0.0.1:1/').catch(() => null)")
    page.wait_for_timeout(200)
    context.close()
    noticed = "\n".join(watch.faults)
    address = f"{server.address}/fairboard/assets/missing.js"
    for planted in ("planted", "thrown", "request outside: http://outside.invalid/", f"status 404: {address}", "request failed: http://127.0.0.1:1/"):
        assert planted in noticed, noticed
