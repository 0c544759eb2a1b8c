"""The comparison with other tools: every page asks the same questions, and the table says what was measured."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from bench.peers import report
from bench.peers.measure import OURS, OVERVIEW, PEERS, Times, hosts_outside
from bench.peers.questions import PREPARED, QUESTIONS, ask
from fairboard.analysis import runner
from fairboard.analysis.filters import Filters

FOLDER = Path(report.__file__).parent
# The same question in Fairboard, with the column of its codes and what it asks beyond the selection.
OURS_ASKED = {
    "sectors": ("overview/by_sector", "sector_code", {}),
    "regions": ("overview/by_region", "region_code", {}),
    "wages": ("overview/wage_bands", "band_start_yuan", {"wage_basis": "floor"}),
    "fairs": ("overview/by_fair", "fair_id", {}),
    "education": ("sectors/education", "education_level", {}),
    "ownership": ("overview/by_ownership", "ownership", {}),
}
IN_MOSAIC = {"sectors": "sector", "regions": "region", "wages": "wage_band", "fairs": "fair", "education": "education", "ownership": "ownership"}


@pytest.mark.parametrize("region", [None, "210100", "21SF00"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_the_other_tools_get_the_numbers_that_fairboard_shows(sample_version: Path, question, region: str | None) -> None:
    name, code, parameters = OURS_ASKED[question.key]
    filters = Filters() if region is None or question.key == "regions" else Filters(region_codes=(region,))
    shown = {row[code]: row["openings"] for row in runner.run(name, filters, sample_version, **parameters).rows()}
    asked = {code: openings for code, _, openings in ask(runner.cursor(sample_version), question, region)}
    assert asked == shown
    assert sum(asked.values()) > 0


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_the_postings_made_for_mosaic_add_up_to_the_same_bars(sample_version: Path, question) -> None:
    con: duckdb.DuckDBPyConnection = runner.cursor(sample_version)
    column = IN_MOSAIC[question.key]
    prepared = dict(con.execute(f"select {column}, sum(openings)::bigint from ({PREPARED}) where {column} is not null group by all").fetchall())
    by_label = question.is_ranking
    assert prepared == {label if by_label else code: openings for code, label, openings in ask(con, question, None) if openings}


@pytest.mark.parametrize("page", ["dash_page.py", "panel_page.py", "streamlit_page.py"])
def test_the_python_pages_draw_the_questions_of_the_list_and_write_no_sql(page: str) -> None:
    text = (FOLDER / page).read_text(encoding="utf-8")
    assert "QUESTIONS" in text
    assert not re.search(r"\bselect\b.+\bfrom\b", text)


def test_fairboards_and_mosaics_page_have_a_chart_for_each_question() -> None:
    ours = (FOLDER / "fairboard_page.py").read_text(encoding="utf-8")
    mosaic = (FOLDER / "mosaic.js").read_text(encoding="utf-8")
    for question in QUESTIONS:
        assert f'"{question.key}", "{question.title}"' in ours
        assert f'"{OURS_ASKED[question.key][0]}"' in ours
        assert re.search(rf'^  {question.key}: .*|\n  {question.key}: \[', mosaic, re.M)
        assert f'"{IN_MOSAIC[question.key]}"' in mosaic


def test_the_table_sets_every_page_beside_fairboards_same_six_charts() -> None:
    times = {OURS: Times([100.0, 120.0, 110.0], [30.0]), OVERVIEW: Times([90.0]), "Dash": Times([231.0, 220.0, 200.0], [44.0]), "Mosaic": Times(failure="not there")}
    lines = report.comparison(times).splitlines()
    assert lines[2] == f"| {OURS} | 110 | 1.00 | 30 |"
    assert lines[3] == f"| {OVERVIEW} | 90 | 0.82 | – |"
    assert lines[4] == "| Dash | 220 | 2.00 | 44 |"
    assert lines[5] == "| Mosaic | – | – | – |"
    assert report.failures(times) == "- Mosaic was left out: not there\n"
    assert report.slower_than_ours(times) == {"Dash": 2.0}


def test_a_page_that_was_left_out_after_some_rounds_shows_no_number() -> None:
    assert Times([10.0, 12.0], [1.0], failure="round 3: gone").ms is None


def test_only_hosts_beyond_this_machine_count_as_outside() -> None:
    assert hosts_outside("https://cdn.example.org/a.js") == {"cdn.example.org"}
    assert hosts_outside("http://127.0.0.1:8050/_dash-update-component") == set()
    assert hosts_outside("blob:http://127.0.0.1:8050/1") == hosts_outside("data:,") == set()


def test_the_section_names_each_tool_with_its_pinned_version() -> None:
    text = report.section({1000: {peer.name: Times([1.0]) for peer in PEERS}}, 1, "1.2")
    assert text.startswith("## ")
    for name in ("dash", "panel", "bokeh", "duckdb-server", "@uwdata/vgplot"):
        assert re.search(rf"{re.escape(name)} \d+\.\d+\.\d+", text)


def test_what_is_installed_for_the_comparison_is_pinned_and_names_no_host() -> None:
    lines = (FOLDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines if line and not line.startswith("#"))
    packages = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"\d[\w.-]*", version) for version in (packages["dependencies"] | packages["overrides"]).values())
    locked = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert locked["packages"]["node_modules/@uwdata/vgplot"]["version"] == packages["dependencies"]["@uwdata/vgplot"]
    assert not any("resolved" in package for package in locked["packages"].values())
