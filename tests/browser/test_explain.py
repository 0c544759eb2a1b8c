"""Explain this number, in a browser: by mouse and by keyboard to definition, records, SQL and sources; and the page as a workbook."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen


@pytest.fixture
def screen(server: Server, page: Page) -> Screen:
    return Screen(page, server.address)


def dialog(screen: Screen) -> Locator:
    return screen.page.get_by_role("dialog")


def test_a_tile_leads_to_its_rows_its_sql_and_its_sources(screen: Screen, tmp_path: Path) -> None:
    screen.open("?fair=1")
    screen.page.locator(".fb-tile[data-metric=openings]").click()
    found = dialog(screen)
    expect(found).to_contain_text("5,459")
    expect(found).to_contain_text("招聘 5,459 人")
    found.get_by_role("tab", name="SQL").click()
    expect(found.locator("pre").first).to_contain_text("list_contains([1], fair_id)")
    found.get_by_role("tab", name="数据来源").click()
    expect(found.get_by_test_id("stDataFrame").last).to_be_visible()
    found.get_by_role("tab", name="背后的记录").click()
    heads, *rows = openpyxl.load_workbook(screen.download(found.get_by_role("link", name=re.compile("XLSX")), tmp_path)).worksheets[0].values
    place = next(number for number, head in enumerate(heads) if "招聘人数" in head)
    assert sum(row[place] for row in rows) == 5459
    screen.page.keyboard.press("Escape")
    expect(found).to_have_count(0)


def test_an_armed_chart_explains_the_next_mark_and_does_not_filter(screen: Screen) -> None:
    screen.open("?fair=1&lang=en")
    panel = screen.panel("sectors")
    tool = panel.locator(".fb-tools").get_by_role("button", name="Explain", exact=True)
    tool.click()
    expect(panel.get_by_role("status")).to_contain_text("Click a mark to explain it")
    expect(tool).to_have_attribute("aria-pressed", "true")
    screen.page.keyboard.press("Escape")
    expect(tool).to_have_attribute("aria-pressed", "false")
    tool.click()
    screen.click_bar("sectors", 0)
    expect(dialog(screen)).to_contain_text("The records behind the number")
    expect(screen.page).not_to_have_url(re.compile("sector="))


def test_the_keyboard_alone_reaches_the_explanation_of_a_row(screen: Screen) -> None:
    screen.open("?fair=1&lang=en")
    screen.panel("sectors").locator(".fb-tools").get_by_role("button", name="Explain", exact=True).focus()
    screen.page.keyboard.press("Enter")
    expect(screen.panel("sectors").locator(".fb-row-explain").first).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(dialog(screen)).to_contain_text("The records behind the number")


def test_a_number_of_the_crosswalk_shows_the_weight_of_each_row(screen: Screen) -> None:
    screen.open("supply?lang=en")
    screen.page.locator(".fb-tile[data-metric=openings_per_applicant]").click()
    found = dialog(screen)
    expect(found).to_contain_text("Numerator divided by denominator")
    expect(found).to_contain_text("each times the weight of its discipline")


def test_a_part_of_a_change_shows_the_rows_of_both_sides(screen: Screen) -> None:
    screen.open("compare?lang=en")
    panel = screen.panel("change")
    panel.locator(".fb-tools").get_by_role("button", name="Explain", exact=True).focus()
    screen.page.keyboard.press("Enter")
    panel.locator(".fb-row-explain").first.click()
    found = dialog(screen)
    screen.at_rest()
    option = screen.page.get_by_role("option", name="Mix of sectors")
    for patience_ms in (3_000, 6_000, 12_000):  # where the list closes because the page is drawn anew just then, it is opened once more
        found.get_by_role("combobox").click()
        with suppress(TimeoutError):
            option.click(timeout=patience_ms)
            break
    expect(found).to_contain_text("Side A, taken off")
    expect(found).to_contain_text("Side B, added")


def test_the_page_is_given_as_a_workbook(screen: Screen, tmp_path: Path, new_page: Callable[..., Page]) -> None:
    screen.open("?fair=1")
    book = openpyxl.load_workbook(screen.download(screen.page.get_by_role("button", name="本页导出 XLSX"), tmp_path))
    assert book.sheetnames[:2] == ["说明", "指标卡"]
    assert sum(len(sheet._charts) for sheet in book) == 4
    link = next(cell.value for row in book["说明"].iter_rows() for cell in row if str(cell.value).startswith("http"))
    other = Screen(new_page(), screen.address)
    other.page.goto(link)
    expect(other.tile("openings")).to_have_text(screen.tile("openings").inner_text())
