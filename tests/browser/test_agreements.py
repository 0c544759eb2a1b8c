"""An analyst finds the regions that have no agreement with the university that sends them most people, and lays policies over the season."""

import re
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.files import csv_rows
from tests.browser.screen import Screen, query

LEADERS_WITHOUT_AGREEMENT = """
    with people as (
        select host_region_code as region_code, university_code, sum(attendance_count) as people
        from attendance join fairs using (fair_id)
        where record_kind = 'synthetic' and channel = 'on_site' and unit = 'people' and university_code is not null
        group by all
    ), leaders as (
        select region_code, arg_max(university_code, people) as university_code, max(people) as people from people group by region_code
    )
    select regions.short_zh, universities.name_zh, people::int
    from leaders join regions using (region_code) join universities on universities.university_code = leaders.university_code
    where is_liaoning_unit and not exists (
        from agreements where agreements.region_code = leaders.region_code and agreements.university_code = leaders.university_code
        and record_kind = 'synthetic' and signed_on <= date '2025-12-06' and (in_force_until is null or in_force_until >= date '2025-12-06')
    )
    order by people desc
"""
"""Written without the project's own queries: what the page has to show."""


@pytest.fixture
def screen(server: Server, page: Page) -> Screen:
    return Screen(page, server.address)


def ask(server: Server, sql: str) -> list[tuple]:
    """The rows of ``sql`` on the one version that the server has."""
    (path,) = server.data_folder.glob("*.duckdb")
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_which_regions_have_no_agreement_with_the_university_that_sends_most(screen: Screen, server: Server, tmp_path: Path) -> None:
    expected = ask(server, LEADERS_WITHOUT_AGREEMENT)
    assert expected
    screen.open()
    screen.follow("校地合作协议")
    expect(screen.page.locator(".fb-tiles-note")).to_have_text("协议状态截至2025年12月6日，即记录的最后一天")
    leaders = screen.panel("leaders")
    expect(leaders.locator("h3")).to_contain_text(f"15个地区中有{len(expected)}个")
    rows = leaders.locator("tbody tr")
    expect(rows).to_have_count(15)
    shown = [rows.nth(number).locator("td").all_inner_texts() for number in range(len(expected))]
    assert [(cells[0], cells[1], int(cells[2].replace(",", ""))) for cells in shown] == expected
    assert {cells[4] for cells in shown} <= {"未签", "已到期"}
    name = expected[0][0]
    leaders.get_by_role("button", name=name, exact=True).click()
    expect(screen.pills("region")).to_contain_text(name)
    expect(screen.panel("white_spots").locator("h3")).to_contain_text(f"{name} – {expected[0][1]}")
    screen.at_rest()
    table = csv_rows(screen.download(screen.panel("white_spots").get_by_role("link", name="CSV"), tmp_path))
    assert {name, expected[0][1]} <= set(table[0].values())


def test_the_day_goes_into_the_address_and_back_leads_to_the_day_before(screen: Screen) -> None:
    screen.open("agreements?on=2027-06-01")
    expect(screen.page.locator(".fb-tiles-note")).to_have_text("协议状态截至2027年6月1日")
    late = screen.number("agreements_in_force")
    screen.page.get_by_role("button", name="记录的最后一天").click()
    expect(screen.page.locator(".fb-tiles-note")).to_contain_text("2025年12月6日")
    expect(screen.page).not_to_have_url(re.compile("on="))
    screen.at_rest()
    assert screen.number("agreements_in_force") > late
    screen.page.go_back()
    expect(screen.page.locator(".fb-tiles-note")).to_have_text("协议状态截至2027年6月1日")


def test_policies_are_drawn_over_the_season_and_the_link_keeps_them(screen: Screen) -> None:
    screen.open("?lang=en")
    screen.page.get_by_text("Show policies").click()
    expect(screen.page).to_have_url(query(policies="1"))
    lines = screen.panel("course").locator(".shapelayer path")
    expect(lines).not_to_have_count(0)
    expect(screen.panel("policies").locator("tbody tr")).to_have_count(12)
    screen.page.reload()
    screen.at_rest()
    expect(screen.panel("course").locator(".shapelayer path")).not_to_have_count(0)
    expect(screen.panel("policies").locator("tbody tr").first).to_contain_text("Measures supporting graduates")
