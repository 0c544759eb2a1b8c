"""An analyst asks which sectors grew between the launch fair and this autumn's campus fairs, among employers who came to both."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.files import sheet_rows
from tests.browser.screen import Screen, query

LAUNCH = 1
# Straight from the postings, by another way than the page's: employers as they are written, no steps, no aggregates.
GREW = """
    with autumn as (
        select fair_id from fairs
        where fair_kind = 'campus' and record_kind = 'synthetic' and starts_on between '2025-07-01' and '2025-12-31'
    ),
    matched as (
        select employer_id from postings where fair_id = $launch
        intersect
        select employer_id from postings where fair_id in (from autumn)
    )
    select sectors.name_en,
           coalesce(sum(openings) filter (where fair_id = $launch), 0),
           coalesce(sum(openings) filter (where fair_id in (from autumn)), 0)
    from postings inner join sectors using (sector_code)
    where employer_id in (from matched) and (fair_id = $launch or fair_id in (from autumn))
    group by all
"""


@pytest.fixture
def screen(server: Server, page: Page) -> Screen:
    return Screen(page, server.address)


def expected(folder: Path) -> dict[str, tuple[int, int]]:
    """Openings at the launch fair and in autumn by sector, of employers at both."""
    version = json.loads((folder / "current.json").read_text(encoding="utf-8"))["version_id"]
    with duckdb.connect(folder / f"{version}.duckdb", read_only=True) as con:
        return {name: (int(a), int(b)) for name, a, b in con.execute(GREW, {"launch": LAUNCH}).fetchall()}


def table(screen: Screen, panel: str) -> list[dict[str, str]]:
    """The rows of a panel's table, by heading."""
    headings = screen.panel(panel).locator("thead th").all_inner_texts()
    return [dict(zip(headings, row.locator("td").all_inner_texts(), strict=True)) for row in screen.panel(panel).locator("tbody tr").all()]


def choose_group(screen: Screen, side: int, name: str) -> None:
    box = screen.page.get_by_test_id("stMain").get_by_test_id("stSelectbox").nth(side).get_by_role("combobox")
    box.click()
    box.press_sequentially(name)
    screen.page.get_by_role("option", name=re.compile(f"^{name}")).click()


def test_which_sectors_grew_among_employers_who_came_to_both(screen: Screen, server: Server, new_page: Callable[..., Page], tmp_path: Path) -> None:
    screen.open("compare?lang=en")
    choose_group(screen, 0, "Campaign launch fair, first half of 2023")
    expect(screen.page).to_have_url(query(a_fair="1"))
    screen.at_rest()
    choose_group(screen, 1, "Campus fair, second half of 2025")
    expect(screen.page).to_have_url(re.compile(r"b_fair=\d+\.\d+\.\d+"))
    screen.at_rest()
    expect(screen.tile("openings")).to_contain_text("5,459 | ")
    screen.page.get_by_text("Only employers on both sides", exact=True).click()
    expect(screen.page).to_have_url(query(who="matched"))
    screen.at_rest()
    wanted = {name: pair for name, pair in expected(server.data_folder).items() if pair != (0, 0)}
    first = max(((b - a, name) for name, (a, b) in wanted.items() if name != "Unclassified"))
    expect(screen.panel("sector").locator("h3")).to_have_text(f"{first[1]} grew most: +{first[0]:,} openings")
    screen.panel("sector").get_by_role("button", name="Table").click()
    shown = {row["Name"]: tuple(int(row[f"Openings of {side}, employers on both sides"].replace(",", "")) for side in "AB") for row in table(screen, "sector")}
    assert {name: pair for name, pair in shown.items() if pair != (0, 0)} == wanted
    book = screen.download(screen.panel("sector").get_by_role("link", name="XLSX"), tmp_path)
    assert len(sheet_rows(book)) >= len(shown)
    screen.page.get_by_role("button", name=re.compile("Copy link")).click()
    address = screen.page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").inner_text().strip()
    other = Screen(new_page(), screen.address)
    other.page.goto(address)
    expect(other.panel("sector").locator("h3")).to_have_text(f"{first[1]} grew most: +{first[0]:,} openings")
    expect(other.tile("openings")).to_have_text(screen.tile("openings").inner_text())


def test_sides_are_swapped_back_and_a_click_on_a_sector_narrows_both(screen: Screen) -> None:
    screen.open("compare?a_fair=1&b_fair=2")
    before = screen.tile("openings").inner_text()
    screen.page.get_by_role("button", name=re.compile("甲乙互换")).click()
    expect(screen.page).to_have_url(query(a_fair="2", b_fair="1"))
    expect(screen.tile("openings")).to_have_text(" | ".join(reversed(before.split(" | "))))
    screen.at_rest()
    screen.page.go_back()
    expect(screen.page).to_have_url(query(a_fair="1", b_fair="2"))
    expect(screen.tile("openings")).to_have_text(before)
    screen.at_rest()
    screen.panel("sector").get_by_role("button", name="表格").click()
    screen.panel("sector").locator("tbody tr .fb-row-pick").first.click()
    expect(screen.pills("sector")).to_have_count(1)
    expect(screen.tile("openings")).not_to_have_text(before)


def test_on_a_phone_nothing_is_wider_than_the_screen(server: Server, new_page: Callable[..., Page]) -> None:
    screen = Screen(new_page(viewport={"width": 390, "height": 844}), server.address)
    screen.open("compare?a_fair=1&b_fair=2&lang=en")
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 390
