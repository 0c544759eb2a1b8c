"""The same answer from the small aggregates as from the postings themselves."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fairboard.analysis import catalogue, rollups, runner
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import Filters
from fairboard.store import versions
from tests.analysis.asking import own, selections
from tests.analysis.conftest import add_fairs
from tests.conftest import data_in

QUERIES = [query for query in map(catalogue.load, catalogue.names()) if {"counted_postings", "employed_pairs", "counted_attendance"} & set(query.steps)]


def statements(query: Query, filters: Filters, version, **parameters) -> tuple[dict, str, str]:
    """The values, the statement with the rollups of the version, and the one without any."""
    values = runner.bound(query, filters, version, own(query.name, **parameters))
    return values, rollups.statement(query, values, runner._rollup_tables(version)), rollups.statement(query, values, {})


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
        if quick == slow:
            continue
        found, expected = cursor.execute(quick, values).df(), cursor.execute(slow, values).df()
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
        if quick == slow:
            continue
        found, expected = cursor.execute(quick, values).df(), cursor.execute(slow, values).df()
        pd.testing.assert_frame_equal(comparable(found), comparable(expected), check_exact=False, rtol=1e-12, atol=0, obj=query.name)


@pytest.mark.parametrize("name", ["overview/headline", "overview/by_sector", "overview/by_region", "overview/by_fair", "overview/wage_bands", "wages/shares"])
def test_a_page_without_filters_does_not_read_the_postings(sample_version, name):
    _, quick, slow = statements(catalogue.load(name), Filters(), sample_version)
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
        assert table in rollups.statement(query, runner.bound(query, Filters(**filters), sample_version, {}), tables)
    _, quick, _ = statements(catalogue.load("overview/by_fair"), Filters(), sample_version)
    assert "from rollup_" in quick


def test_the_highest_wage_finds_employers_but_adds_up_none():
    tables = {"rollup_employers": (10, frozenset({"fair_id", "region_code", "sector_code", "ownership", "employer_id", "highest_wage_min", "openings", "postings"}))}
    values = {"wage_at_least_yuan": 5_000}
    assert "highest_wage_min as wage_min" in rollups.statement(catalogue.load("fairs/list"), values, tables)
    assert "rollup_" not in rollups.statement(catalogue.load("sectors/employers"), values, tables)


@pytest.mark.parametrize(("basis", "table"), [("floor", "rollup_floors"), ("midpoint", "rollup_wages"), ("ceiling", "rollup_wages")])
def test_the_upper_end_of_the_wages_is_read_only_where_the_basis_needs_it(basis, table):
    counted = rollups.STEP_COLUMNS["counted_postings"]
    tables = {"rollup_floors": (10, counted | {"wage_min"}), "rollup_wages": (100, counted | {"wage_min", "wage_max"})}
    assert f"from {table}\n" in rollups.statement(catalogue.load("wages/bands"), {"wage_basis": basis}, tables)


def test_a_filter_without_a_rollup_reads_the_postings(sample_version):
    tables = {"rollup_demand": (10, frozenset({"fair_id", "sector_code", "openings", "postings"}))}
    query = catalogue.load("overview/by_sector")
    values = runner.bound(query, Filters(wage_at_least_yuan=5_000), sample_version, {})
    assert rollups.statement(query, values, tables) == query.sql
