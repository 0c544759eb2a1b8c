"""An analyst narrows the records, drills to the rows, exports them and passes the link on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Server
from tests.browser.files import csv_rows, parquet_rows, sheet_rows
from tests.browser.screen import Screen, query

SHENYANG = "210100"
CODES = {"Dalian University": "11258", "Dalian University of Technology": "10141", "Northeastern University": "10145"}


@pytest.fixture
def screen(server: Server, page: Page) -> Screen:
    return Screen(page, server.address)


def test_filters_find_names_by_initials_and_in_english(screen: Screen) -> None:
    screen.open()
    everywhere = screen.tile("openings").inner_text()
    screen.choose("region", "sy", "沈阳")
    expect(screen.page).to_have_url(query(region=SHENYANG))
    expect(screen.caption).to_contain_text("沈阳")
    expect(screen.tile("openings")).not_to_have_text(everywhere)
    screen.choose("university", "dllg", "大连理工大学")
    expect(screen.pills("university")).to_have_count(1)
    expect(screen.page).to_have_url(re.compile(r"univ=\d+"))
    expect(screen.caption).to_contain_text("大连理工大学")
    screen.page.get_by_role("button", name="全部清除").click()
    expect(screen.pills("region")).to_have_count(0)
    expect(screen.pills("university")).to_have_count(0)
    expect(screen.page).not_to_have_url(re.compile("region=|univ="))
    expect(screen.tile("openings")).to_have_text(everywhere)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Dalian Univ", "Dalian University"),
        ("northeastern", "Northeastern University"),
        ("dbdx", "Northeastern University"),
        ("dalianligong", "Dalian University of Technology"),
        ("东北大学", "Northeastern University"),
    ],
)
def test_a_university_is_found_in_english_by_its_names_in_any_writing(screen: Screen, typed: str, offered: str) -> None:
    screen.open("universities?lang=en")
    screen.choose("university", typed, offered)
    expect(screen.pills("university")).to_have_text(offered)
    expect(screen.caption).to_contain_text(offered)
    expect(screen.page).to_have_url(query(univ=CODES[offered], lang="en"))


def test_a_click_on_a_bar_filters_and_back_undoes_it(screen: Screen) -> None:
    screen.open(f"?region={SHENYANG}")
    before = screen.tile("openings").inner_text()
    screen.click_bar("sectors", 0)
    expect(screen.pills("sector")).to_have_count(1)
    expect(screen.page).to_have_url(re.compile(rf"region={SHENYANG}.*sector=[a-z_]+"))
    expect(screen.tile("openings")).not_to_have_text(before)
    screen.page.go_back()
    expect(screen.pills("sector")).to_have_count(0)
    expect(screen.pills("region")).to_contain_text("沈阳")
    expect(screen.page).not_to_have_url(re.compile("sector="))
    expect(screen.tile("openings")).to_have_text(before)


def test_a_panel_opens_its_table_and_its_sql(screen: Screen) -> None:
    screen.open(f"?region={SHENYANG}")
    panel = screen.panel("sectors")
    panel.get_by_role("button", name="表格").click()
    expect(panel.locator("table tbody tr")).not_to_have_count(0)
    panel.get_by_role("button", name="SQL").click()
    expect(panel.locator("pre")).to_contain_text("select")
    expect(panel.locator("table")).to_have_count(0)
    panel.get_by_role("button", name="SQL").click()
    expect(panel.locator("pre")).to_have_count(0)


def test_a_panel_downloads_its_numbers(screen: Screen, tmp_path: Path) -> None:
    screen.open("?fair=1")
    panel = screen.panel("sectors")
    table = screen.download(panel.get_by_role("link", name="CSV"), tmp_path)
    book = screen.download(panel.get_by_role("link", name="XLSX"), tmp_path)
    rows = csv_rows(table)
    openings = next(name for name in rows[0] if "招聘人数" in name)
    assert sum(int(float(row[openings])) for row in rows) == 5459
    assert len(sheet_rows(book)) == len(rows)


def test_filters_go_along_to_the_records_and_to_another_browser(screen: Screen, new_page: Callable[..., Page]) -> None:
    screen.open(f"?fair=1&region={SHENYANG}")
    openings = screen.number("openings")
    screen.follow("岗位明细")
    expect(screen.pills("region")).to_contain_text("沈阳")
    expect(screen.page).to_have_url(query(fair="1", region=SHENYANG))
    shown = counts(screen)
    assert shown["openings"] == openings
    other = Screen(new_page(), screen.address)
    other.page.goto(screen.page.url)
    expect(other.pills("region")).to_contain_text("沈阳")
    assert counts(other) == shown


def test_records_are_exported_as_they_are_filtered(screen: Screen, tmp_path: Path) -> None:
    screen.open(f"records?fair=1&region={SHENYANG}")
    shown = counts(screen)
    version = re.search(r"\d{8}T\d{6}Z-[0-9a-f]{4}", screen.caption.inner_text()).group()
    links = {ending: file_link(screen, ending) for ending in ("CSV", "XLSX", "Parquet")}
    rows = csv_rows(screen.download(links["CSV"], tmp_path))
    assert len(rows) == shown["postings"]
    assert all(version in row.values() for row in rows)
    assert {row["地区"] for row in rows} == {"沈阳"}
    assert len(sheet_rows(screen.download(links["XLSX"], tmp_path))) == shown["postings"]
    table = parquet_rows(screen.download(links["Parquet"], tmp_path))
    assert len(table) == shown["postings"]
    assert sum(row["openings"] for row in table) == shown["openings"]


def counts(screen: Screen) -> dict[str, int]:
    line = screen.page.get_by_test_id("stMain").get_by_text(re.compile(r"[\d,]+.*条.*[\d,]+")).first
    expect(line).to_be_visible()
    postings, openings = (int(text.replace(",", "")) for text in re.findall(r"[\d,]+", line.inner_text())[:2])
    return {"postings": postings, "openings": openings}


def file_link(screen: Screen, ending: str) -> Locator:
    return screen.page.get_by_test_id("stLinkButton").get_by_role("link").filter(has_text=re.compile(f"^{ending}"))
