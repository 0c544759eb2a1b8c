"""The watch over every page of these tests does notice what it is there for."""

from playwright.sync_api import Browser

from tests.browser.conftest import Server, Watch
from tests.browser.screen import Screen


def test_outside_requests_and_errors_are_noticed_and_the_two_known_404_are_not(server: Server, browser: Browser) -> None:
    watch, context = Watch(), browser.new_context()
    page = context.new_page()
    watch.attach(page)
    Screen(page, server.address).open("wages?fair=1&lang=zh")
    assert watch.faults == []
    page.evaluate("() => { console.error('planted'); setTimeout(() => { throw new Error('thrown') }); }")
    page.evaluate("() => fetch('http://outside.invalid/').catch(() => null)")
    page.evaluate("() => fetch('/fairboard/assets/missing.js').then(() => null)")
    page.wait_for_timeout(200)
    context.close()
    noticed = "\n".join(watch.faults)
    for planted in ("planted", "thrown", "request outside: http://outside.invalid/", "/fairboard/assets/missing.js"):
        assert planted in noticed, noticed
