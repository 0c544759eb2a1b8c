"""A link with values that mean nothing, or that mean harm, opens the page and says what was dropped."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen

SCRIPT = quote("<img src=x onerror=alert(1)>", safe="")
HOSTILE = {
    "overview": ("", f"region={SCRIPT}&sector=1%27%20or%201%3D1--&fair=99999999999999999999&lang=zh", "alert(1)"),
    "wages": ("wages", "from=2024-99-99&wage=1e9&univ=..%2F..%2Fetc%2Fpasswd&lang=%00", "2024-99-99"),
    "version": ("sectors", "v=..%2F..%2Fcurrent&lang=zh", "current"),
    "records": ("records", f"page=-1&size=1e9&sort=drop%20table&cols={SCRIPT}&q=%27%20or%201%3D1%20--&kind=%F0%9F%98%80&lang=zh", "😀"),
}


@pytest.mark.parametrize(("path", "query", "said"), HOSTILE.values(), ids=HOSTILE.keys())
def test_values_without_meaning_are_dropped_with_a_notice(server: Server, page: Page, path: str, query: str, said: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    screen = Screen(page, server.address)
    screen.open(f"{path}?{query}")
    expect(page.get_by_test_id("stAlert").first).to_contain_text(said)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(screen.pills("region")).to_have_count(0)
    assert page.locator("img[src=x]").count() == 0
    assert not dialogs
