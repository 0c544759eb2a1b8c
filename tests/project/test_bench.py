"""The benchmark measures something: its parts run on a tiny sample. How long anything takes is not held here."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from bench import browser, crowd, data, measure, report, servers
from bench.__main__ import command
from fairboard.analysis import runner

PROJECT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def closed_before_and_after() -> Iterator[None]:
    """The benchmark opens the sample with settings of its own, which DuckDB refuses while the file is open with others."""
    runner.forget()
    yield
    st.cache_resource.clear()
    runner.forget()


def test_the_server_is_timed_for_new_and_for_known_selections(sample_version: Path):
    times = measure.page_times(sample_version.parent, "overview", runs=2)
    assert times.keys() == {"cold", "warm"}
    assert [len(found) for found in times.values()] == [2, 2]
    assert min(*times["cold"], *times["warm"]) > 0


def test_a_click_and_the_same_charts_from_arrays_are_timed(sample_version: Path):
    with ExitStack() as stack:
        server = stack.enter_context(servers.running(servers.DASHBOARD, sample_version.parent))
        program = stack.enter_context(browser.running())
        pages = [stack.enter_context(browser.fresh_page(program)) for _ in range(2)]
        dashboard, floor = browser.Dashboard(pages[0], server.address), browser.Floor(pages[1])
        assert dashboard.choose("sectors", 0) > 0
        assert "sector=" in pages[0].url
        arrays = dashboard.arrays()
        assert len(arrays) == 4
        assert floor.draw(arrays) > 0


def test_the_naive_page_shows_six_charts_of_the_same_records(sample_version: Path):
    page = AppTest.from_file(str(PROJECT / "bench" / "naive.py"), default_timeout=30).run()
    assert not page.exception
    assert len(page.get("plotly_chart")) == 6
    assert page.metric[1].value == f"{data.count_postings(sample_version.parent):,}"
    page.selectbox[0].select("210200").run()
    assert not page.exception


def test_the_tables_show_medians_and_the_ratio():
    result = report.Result(1000, {"click": [60.0, 50.0, 400.0], "naive click": [120.0, 100.0, 130.0]}, {"wages": {"cold": [10.0, 12.0, 90.0], "warm": [5.0]}})
    text = report.tables([result])
    assert "| **0.50** |" in text
    assert "| Wages | 12 (90) / 5 |" in text


def test_the_command_explains_itself():
    assert "beside a naive page" in CliRunner().invoke(command, ["--help"]).output


def test_the_crowd_is_a_row_a_person_and_the_broadcasts_stay(sample_version: Path, tmp_path: Path):
    copy = tmp_path / sample_version.name
    shutil.copyfile(sample_version, copy)
    crowd.fill(copy, rows=40_000)
    with duckdb.connect(copy, read_only=True) as con:
        people, rows = con.execute("select sum(attendance_count), count(*) from attendance where unit = 'people'").fetchone()
        in_rollup = con.execute("select sum(attendance_count) from rollup_people where unit = 'people'").fetchone()[0]
        views = con.execute("select sum(attendance_count) from attendance where unit = 'views'").fetchone()[0]
    with duckdb.connect(sample_version, read_only=True) as con:
        views_before = con.execute("select sum(attendance_count) from attendance where unit = 'views'").fetchone()[0]
    assert 40_000 <= people == rows == in_rollup
    assert views == views_before
