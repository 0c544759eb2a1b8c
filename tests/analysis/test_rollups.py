"""The same answer from the small aggregates as from the postings themselves."""

import re
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fairboard.analysis import catalogue, rollups, runner
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import Filters
from fairboard.store import versions
from fairboard.store.rollups import ROLLUPS
from tests.analysis.asking import own, selections
from tests.analysis.conftest import add_fairs
from tests.conftest import data_in

ROLLUP_BY_TABLE = {rollup.table: rollup for rollup in ROLLUPS}
QUERIES = [query for query in map(catalogue.load, catalogue.names()) if {"counted_postings", "employed_pairs", "counted_attendance"} & set(query.steps)]


def written(query: Query, values: dict[str, Any], tables: rollups.Tables, fairs: rollups.Fairs | None = None) -> str:
    """The statement that answers ``query`` for ``values``."""
    return rollups.statement(query, rollups.Shape.of(values, fairs), tables)


def statements(query: Query, filters: Filters, version, **parameters) -> tuple[dict, tuple[str, dict], str]:
    """The values, the statement and values that the runner asks with, and the statement as it stands, on the records."""
    values = runner.bound(query, filters, version, own(query.name, **parameters))
    return values, runner.asked(query, values, version), query.sql


def comparable(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows in an order of their own."""
    return frame.loc[frame.astype(str).sort_values(list(frame.columns)).index].reset_index(drop=True)


def test_there_are_questions_to_compare():
    assert len(QUERIES) >= 20


@settings(max_examples=8, deadline=None, phases=[Phase.generate])  # a failure is not made smaller: that would take minutes
@given(data=st.data())
def test_every_question_is_answered_alike_with_and_without_rollups(sample_version, data):
    filters = data.draw(selections(sample_version))
    basis, line = data.draw(st.sampled_from(["floor", "midpoint", "ceiling"])), data.draw(st.sampled_from([3_000, 10_000, 15_500]))
    cursor = runner.cursor(sample_version)
    for query in QUERIES:
        values, quick, slow = statements(query, filters, sample_version, wage_basis=basis, threshold_yuan=line)
        if "limit" in query.body and not re.search("from (rollup|season)_", quick[0]):
            continue  # some of the records, of which any may come among equals
        found, expected = cursor.execute(*quick).df(), cursor.execute(slow, values).df()
        pd.testing.assert_frame_equal(comparable(found), comparable(expected), check_exact=False, rtol=1e-12, atol=0, obj=query.name)


@pytest.fixture(scope="module")
def mixed_version(small_sample):
    """A sample, and recorded fairs imported into it."""
    with data_in(small_sample()):
        add_fairs()
        return versions.current_version()


@pytest.mark.parametrize("record_kinds", [(), ("recorded",), ("synthetic",), ("recorded", "synthetic"), ("published",)])
@pytest.mark.parametrize("wage", [None, 10_000])
def test_kinds_of_record_are_kept_apart_where_fairs_are_not(mixed_version, record_kinds, wage):
    filters = Filters(record_kinds=record_kinds, wage_at_least_yuan=wage)
    cursor = runner.cursor(mixed_version)
    for query in QUERIES:
        values, quick, slow = statements(query, filters, mixed_version)
        found, expected = cursor.execute(*quick).df(), cursor.execute(slow, values).df()
        pd.testing.assert_frame_equal(comparable(found), comparable(expected), check_exact=False, rtol=1e-12, atol=0, obj=query.name)


@pytest.mark.parametrize("name", ["overview/headline", "overview/by_sector", "overview/by_region", "overview/by_fair", "overview/wage_bands", "wages/shares"])
def test_a_page_without_filters_does_not_read_the_postings(sample_version, name):
    _, (quick, _), slow = statements(catalogue.load(name), Filters(), sample_version)
    assert "from rollup_" in quick or "from season_" in quick
    assert "from postings" not in quick
    assert "from postings" in slow


def test_the_smallest_rollup_with_all_the_columns_is_taken():
    tables = {
        "rollup_large": (100, frozenset({"fair_id", "sector_code", "openings", "postings"})),
        "rollup_small": (10, frozenset({"fair_id", "openings", "postings"})),
    }
    assert rollups.smallest("counted_postings", set(), tables).endswith("from rollup_small")
    assert rollups.smallest("counted_postings", {"sector_code"}, tables).endswith("from rollup_large")
    assert rollups.smallest("counted_postings", {"wage_min"}, tables) is None


def test_all_fairs_together_are_read_only_where_no_fair_is_picked(sample_version):
    tables = runner._rollup_tables(sample_version)
    query = catalogue.load("overview/by_sector")
    fairs = {"fair_ids": (1,), "fair_kinds": ("campus",), "start_on": date(2024, 1, 1), "end_on": date(2024, 1, 1)}
    for filters, table in [({}, "from season_"), ({"record_kinds": ("synthetic",)}, "from season_"), *(({name: value}, "from rollup_") for name, value in fairs.items())]:
        assert table in written(query, runner.bound(query, Filters(**filters), sample_version, {}), tables)
    _, (quick, _), _ = statements(catalogue.load("overview/by_fair"), Filters(), sample_version)
    assert "from rollup_" in quick


def test_the_highest_wage_finds_employers_but_adds_up_none():
    tables = {"rollup_employers": (10, frozenset({"fair_id", "region_code", "sector_code", "ownership", "employer_id", "highest_wage_min", "openings", "postings"}))}
    values = {"wage_at_least_yuan": 5_000}
    assert "highest_wage_min as wage_min" in written(catalogue.load("fairs/list"), values, tables)
    assert "rollup_" not in written(catalogue.load("sectors/employers"), values, tables)


@pytest.mark.parametrize(("basis", "table"), [("floor", "rollup_floors"), ("midpoint", "rollup_wages"), ("ceiling", "rollup_wages")])
def test_the_upper_end_of_the_wages_is_read_only_where_the_basis_needs_it(basis, table):
    counted = rollups.STEP_COLUMNS["counted_postings"]
    tables = {"rollup_floors": (10, counted | {"wage_min"}), "rollup_wages": (100, counted | {"wage_min", "wage_max"})}
    assert f"from {table}\n" in written(catalogue.load("wages/bands"), {"wage_basis": basis}, tables)


def test_a_filter_without_a_rollup_reads_the_postings(sample_version):
    tables = {"rollup_demand": (10, frozenset({"fair_id", "sector_code", "openings", "postings"}))}
    query = catalogue.load("overview/by_sector")
    values = runner.bound(query, Filters(wage_at_least_yuan=5_000), sample_version, {})
    sql = written(query, values, tables)
    assert "from postings" in sql and "rollup_" not in sql


def test_fairs_that_are_all_of_their_kinds_need_not_be_told_apart(sample_version):
    query, tables = catalogue.load("overview/by_sector"), runner._rollup_tables(sample_version)
    values = runner.bound(query, Filters(start_on=date(2000, 1, 1)), sample_version, {})
    assert "from season_" in written(query, values, tables, rollups.Fairs((1, 2), is_whole=True))
    assert "from rollup_" in written(query, values, tables, rollups.Fairs((1, 2), is_whole=False))


def test_the_statement_holds_whether_a_filter_is_set_and_never_its_value(sample_version):
    query = catalogue.load("overview/by_sector")
    for filters in (Filters(), Filters(region_codes=("210200",)), Filters(fair_ids=(7,), sector_codes=("software", "medical"), wage_at_least_yuan=9_100)):
        values = runner.bound(query, filters, sample_version, {})
        sql, asked = runner.asked(query, values, sample_version)
        assert " is null" not in sql
        assert not any(text in sql for text in ("210200", "software", "medical", "9100"))
        assert asked.keys() - {"selected_fair_ids", "record_kinds"} <= {name for name, value in values.items() if value is not None}


COUNTED = rollups.STEP_COLUMNS["counted_postings"]
WAGES = {"rollup_floors": (100, COUNTED | {"wage_min", "sector_code"}), "rollup_steps": (10, COUNTED | {"wage_step_yuan", "sector_code"})}


@pytest.mark.parametrize(("name", "values", "table"), [
    ("overview/wage_bands", {"wage_basis": "floor"}, "rollup_steps"),
    ("wages/bands", {"wage_basis": "floor", "threshold_yuan": 10_000}, "rollup_steps"),
    ("wages/bands", {"wage_basis": "floor", "threshold_yuan": 10_500}, "rollup_floors"),
    ("wages/headline", {"wage_basis": "floor", "threshold_yuan": 10_000}, "rollup_floors"),  # a median is exact to the yuan
    ("overview/by_sector", {"wage_at_least_yuan": 10_000}, "rollup_steps"),
    ("overview/by_sector", {"wage_at_least_yuan": 9_001, "wage_at_most_yuan": 12_000}, "rollup_steps"),
    ("overview/by_sector", {"wage_at_least_yuan": 9_500}, "rollup_floors"),
    ("overview/by_sector", {"wage_at_most_yuan": 9_500}, "rollup_floors"),
])  # fmt: skip
def test_steps_of_the_wage_are_read_where_only_whole_thousands_matter(name, values, table):
    assert f"from {table}\n" in written(catalogue.load(name), values, WAGES)


@pytest.mark.parametrize(("wage", "step"), [(0, 0), (1, 500), (999, 500), (1_000, 1_000), (1_001, 1_500), (9_999, 9_500), (10_000, 10_000), (10_001, 10_500), (None, None)])
def test_a_step_lies_on_the_same_side_of_every_whole_thousand(sample_version, wage, step):
    (expression,) = [line.strip().removesuffix(",") for line in ROLLUP_BY_TABLE["rollup_steps"].body.splitlines() if "wage_step_yuan" in line]
    assert runner.cursor(sample_version).execute(f"select {expression} from (select cast($wage as integer) as wage_min)", {"wage": wage}).fetchone() == (step,)


@pytest.mark.parametrize(("name", "filters", "columns"), [
    ("overview/headline", {}, set()),
    ("overview/headline", {"region_codes": ["210100"], "fair_ids": [1]}, {"region_code", "fair_id"}),
    ("cities/regions", {"education_levels": ["master"]}, {"region_code", "education_level"}),
])  # fmt: skip
def test_employers_are_counted_from_no_more_columns_than_are_asked_for(name, filters, columns):
    kept = {"rollup_small": (10, frozenset({"fair_id", "employer_id", *columns})), "rollup_large": (100, frozenset({"fair_id", "employer_id", *rollups.EMPLOYER_COLUMNS}))}
    assert "from rollup_small\n" in written(catalogue.load(name), filters | {"wage_basis": "floor", "threshold_yuan": 10_000}, kept)
    if columns:
        kept["rollup_small"] = (10, kept["rollup_small"][1] - {min(columns - {"fair_id"})})
        assert "from rollup_large\n" in written(catalogue.load(name), filters | {"wage_basis": "floor", "threshold_yuan": 10_000}, kept)
