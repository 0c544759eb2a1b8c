"""Every file in queries/: its header is whole and true, and it runs with no filter, a usual one, and one that matches nothing."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from fairboard.analysis import catalogue, metrics, runner
from fairboard.analysis.filters import PARAMETER_FILTERS, Filters
from fairboard.errors import QueryError

NAMES = catalogue.names()
STEPS = sorted(path.stem for path in (catalogue.FOLDER / "steps").glob("*.sql"))
USUAL = Filters(region_codes=("210100", "21SF00"), sector_codes=("engineering", "mechanical"), start_on=date(2023, 1, 1), end_on=date(2024, 12, 31))
NOTHING = Filters(fair_ids=(1_999_999,))
OWN_VALUES = {
    "wage_basis": "floor",
    "threshold_yuan": 10_000,
    "search": None,
    "sort_column": "stored",
    "is_descending": False,
    "row_limit": 20,
    "row_offset": 0,
    "first_id": None,
    "end_id": None,
    "fair_id": 1,
    "most_universities": 10,
    "today": date(2026, 3, 1),
    "table_kind": "postings",
    "most_fairs": 12,
    "least_people": 30,
    "least_openings": 30,
    "a_fair_ids": [1],
    "a_region_codes": None,
    "a_university_codes": None,
    "b_fair_ids": [2, 3],
    "b_region_codes": None,
    "b_university_codes": None,
    "as_of_on": date(2025, 12, 6),
    "after_on": date(2023, 10, 20),
    **dict.fromkeys((
        "of_fairs", "of_sectors", "of_regions", "of_places", "of_educations", "of_ownerships", "of_employers", "of_title", "of_bands", "of_half", "has_wage",
        "wage_over_yuan", "wage_up_to_yuan", "is_unstated", "is_attended", "of_channel", "of_unit", "of_hosts", "of_universities", "of_provinces", "of_degrees", "of_disciplines",
        "of_hours", "of_slots", "has_university", "is_in_province", "has_time", "of_agreements", "is_by_discipline", "is_for_any_major", "is_in_crosswalk", "part_of_university",
        "is_weighted", "is_of_unit", "is_under_agreement", "of_statuses", "is_in_force", "is_pair_in_force", "of_sides", "of_parts", "of_identities", "is_first_time", "is_matched",
    )),
    "is_inside": None,
}
"""A usual value for each parameter that is a query's own."""


def run(name: str, filters: Filters, version: Path) -> runner.Answer:
    """The answer of a query, its own parameters at their usual values."""
    unknown = [item.name for item in catalogue.load(name).parameters if item.name not in OWN_VALUES]
    assert not unknown, f"queries/{name}.sql has parameters without a usual value in OWN_VALUES: {unknown}"
    return runner.run(name, filters, version, **OWN_VALUES)


@pytest.mark.parametrize("name", NAMES)
def test_the_header_asks_a_question_and_says_what_a_row_is(name: str):
    query = catalogue.load(name)
    assert query.question.endswith("?")
    assert query.grain.startswith("one row")
    assert query.columns
    assert all(item.meaning for item in (*query.columns, *query.parameters))


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_one_select_in_lower_case(name: str):
    query = catalogue.load(name)
    statements = duckdb.extract_statements(query.sql)
    assert [statement.type for statement in statements] == [duckdb.StatementType.SELECT]
    without_texts = re.sub(r"'[^']*'|--[^\n]*", "", query.sql)
    assert not re.search(r"\b(SELECT|FROM|WHERE|GROUP|ORDER|JOIN|WITH|AND|CASE)\b", without_texts)


@pytest.mark.parametrize("name", NAMES)
def test_a_metric_has_the_unit_of_the_registry(name: str):
    for item in catalogue.load(name).columns:
        if item.name in metrics.REGISTRY:
            wanted = "share" if metrics.metric(item.name).kind == "share" else metrics.metric(item.name).unit
            assert item.unit == wanted, f"{name}: {item.name}"


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_declared_are_those_that_come_back(name: str, sample_version: Path):
    query = catalogue.load(name)
    values = runner.bound(query, Filters(), sample_version, OWN_VALUES)
    returned = runner.cursor(sample_version).execute(query.sql, values).description
    assert [(item.name, item.type) for item in query.columns] == [(column[0], str(column[1]).lower()) for column in returned]


@pytest.mark.parametrize("filters", [Filters(), USUAL, NOTHING], ids=["no filter", "usual", "matches nothing"])
@pytest.mark.parametrize("name", NAMES)
def test_the_query_runs(name: str, filters: Filters, sample_version: Path):
    answer = run(name, filters, sample_version)
    assert list(answer.frame.columns) == [item.name for item in answer.query.columns]


@pytest.mark.parametrize("name", NAMES)
def test_a_filter_that_a_query_does_not_obey_changes_nothing(name: str, sample_version: Path):
    query = catalogue.load(name)
    obeyed = Filters()
    ignored = {field: value for field, value in vars(NOTHING).items() if field not in query.filters}
    assert run(name, replace(obeyed, **ignored), sample_version).frame.equals(run(name, obeyed, sample_version).frame)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_used_and_says_what_a_row_is(step: str):
    text = (catalogue.FOLDER / "steps" / f"{step}.sql").read_text(encoding="utf-8")
    assert text.startswith("-- Question: ") and "?" in text.splitlines()[0]
    assert "-- Grain: one row" in text
    assert any(re.search(rf"^-- Uses:.*\b{step}\b", path.read_text(encoding="utf-8"), re.MULTILINE) for path in catalogue.FOLDER.rglob("*.sql"))


def test_a_parameter_of_a_query_is_never_called_like_that_of_a_filter():
    own = {item.name for name in NAMES for item in catalogue.load(name).parameters}
    assert not own & PARAMETER_FILTERS.keys()


@pytest.mark.parametrize(("header", "problem"), [
    ("-- Question: How many?\n-- Columns:\n--   n bigint: number\n-- Order: none\n", "lacks Grain"),
    ("-- Question: How many?\n-- Grain: one row\n-- Columns:\n--   n: number\n-- Order: none\n", "a line that is not"),
    ("-- Question: How many?\n-- Grain: one row\n-- Parameters:\n--   unused integer: nothing\n-- Columns:\n--   n bigint: number\n-- Order: none\n",
     "declares the parameters"),
])
def test_a_planted_fault_in_a_header_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, header: str, problem: str):
    (tmp_path / "planted.sql").write_text(f"{header}select count(*) as n from postings\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    with pytest.raises(QueryError, match=problem):
        catalogue.load.__wrapped__("planted")
