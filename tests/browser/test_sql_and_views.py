"""Working habits of analysts: a view is saved and passed on, and those who know SQL ask for themselves."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.files import csv_rows, parquet_rows, sheet_rows
from tests.browser.screen import Screen, query

DALIAN = "210200"
ENDLESS = "with recursive t(i) as (select 1 union all select i + 1 from t) select count(*) from t"


def test_a_filtered_view_is_saved_and_opened_elsewhere_by_its_short_link(server: Server, new_page: Callable[..., Page]) -> None:
    mine = Screen(new_page(), server.address)
    mine.open(f"sectors?region={DALIAN}")
    bars = mine.panel("ranking").locator(".bars .point").count()
    numbers = mine.panel("ranking").locator(".bartext").all_text_contents()
    assert bars
    mine.page.get_by_role("button", name="保存此视图").click()
    form = mine.page.get_by_role("dialog")
    form.get_by_label("名称").fill("大连 <b>周一</b>")
    form.get_by_role("button", name="保存", exact=True).click()
    link = form.get_by_test_id("stCode").locator("code")
    expect(link).to_contain_text("/fairboard/view/")
    address = link.inner_text().strip()
    assert address.startswith(f"{server.address}/fairboard/view/")

    other = Screen(new_page(), server.address)
    other.page.goto(address)
    expect(other.page).to_have_url(query(region=DALIAN))
    expect(other.caption).to_contain_text("大连")
    expect(other.page.locator(".fb-board[data-state=painted]")).to_be_visible()
    other.at_rest()
    assert other.panel("ranking").locator(".bartext").all_text_contents() == numbers

    listed = other
    listed.open("views")
    entry = listed.page.get_by_test_id("stMain").locator("[class*=st-key-view_]").filter(has_text="大连 <b>周一</b>")
    expect(entry).to_have_count(1)
    expect(entry.get_by_role("link", name="打开")).to_have_attribute("href", re.compile(r"/fairboard/view/\w{8}\?lang=zh$"))
    entry.get_by_role("button", name="重命名").click()
    form = listed.page.get_by_role("dialog")
    form.get_by_label("名称").fill("大连，周二")
    form.get_by_role("button", name="保存", exact=True).click()
    renamed = listed.page.get_by_test_id("stMain").locator("[class*=st-key-view_]").filter(has_text="大连，周二")
    expect(renamed).to_have_count(1)
    renamed.get_by_role("button", name="删除").click()
    expect(renamed).to_have_count(0)
    listed.page.get_by_role("button", name="撤销").click()
    expect(renamed).to_have_count(1)
    renamed.get_by_role("button", name="删除").click()
    expect(renamed).to_have_count(0)


def test_an_analyst_starts_from_a_page_s_question_and_takes_the_rows_away(server: Server, new_page: Callable[..., Page], tmp_path: Path) -> None:
    screen = Screen(new_page(accept_downloads=True), server.address)
    screen.open(f"sql?lang=en&region={DALIAN}")
    page = screen.page
    page.get_by_role("button", name="Into the editor").click()
    editor = page.get_by_label("SQL", exact=True)
    expect(editor).to_have_value(re.compile("^-- "))
    editor.fill("select sector_code, count(*) as postings from postings group by all order by postings desc")
    editor.press("Control+Enter")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(page.get_by_test_id("stMain")).to_contain_text(re.compile(r"\d+ rows · "))
    screen.at_rest()
    expect(page).to_have_url(re.compile("sql=select"))
    expect(page.locator(".js-plotly-plot .bars .point").first).to_be_visible()
    page.get_by_role("radio", name="Points").or_(page.get_by_role("button", name="Points")).first.click()
    expect(page.locator(".js-plotly-plot .scatterlayer .point").first).to_be_visible()
    expect(page).to_have_url(query(chart="scatter"))
    files = {ending: screen.download(page.get_by_role("button", name=name, exact=True), tmp_path) for ending, name in (("csv", "CSV"), ("xlsx", "XLSX"), ("parquet", "Parquet"))}
    rows = parquet_rows(files["parquet"])
    assert sum(row["postings"] for row in rows) >= 8_000
    assert [(row["sector_code"], int(row["postings"])) for row in csv_rows(files["csv"])] == [(row["sector_code"], row["postings"]) for row in rows]
    assert sheet_rows(files["xlsx"]) == [(row["sector_code"], row["postings"]) for row in rows]


def test_a_hostile_statement_waits_for_its_reader_and_holds_nobody_up(server: Server, new_page: Callable[..., Page]) -> None:
    hostile, other = Screen(new_page(), server.address), Screen(new_page(), server.address)
    hostile.open("sql?lang=en&sql=copy+fairs+to+%27x.csv%27")
    editor = hostile.page.get_by_label("SQL", exact=True)
    expect(editor).to_have_value("copy fairs to 'x.csv'")
    expect(hostile.page.get_by_test_id("stAlert")).to_have_count(0)
    hostile.page.get_by_role("button", name="Run").click()
    expect(hostile.page.get_by_test_id("stAlert")).to_contain_text("COPY is not run here")
    hostile.at_rest()
    editor.fill(ENDLESS)
    editor.press("Control+Enter")
    expect(hostile.page.get_by_test_id("stMain")).to_contain_text("Running for")
    other.open(f"overview?region={DALIAN}")
    assert other.number("openings") > 0
    expect(hostile.page.get_by_test_id("stMain")).to_contain_text("Running for")
    hostile.page.get_by_role("button", name="Stop").click()
    expect(hostile.page.get_by_role("button", name="Stop")).to_have_count(0)
    hostile.at_rest()
    expect(hostile.page.get_by_test_id("stMain")).not_to_contain_text("Running for")
