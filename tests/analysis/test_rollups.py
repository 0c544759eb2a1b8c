"""The same answer from the small aggregates as from the postings themselves."""

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fairboard.analysis import catalogue, rollups, runner
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import Filters
from tests.analysis.asking import own, selections

QUERIES = [query for query in map(catalogue.load, catalogue.names()) if {"counted_postings", "employed_pairs"} & set(query.steps)]


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


@pytest.mark.parametrize("name", ["overview/headline", "overview/by_sector", "overview/by_region", "overview/by_fair", "overview/wage_bands", "wages/shares"])
def test_a_page_without_filters_does_not_read_the_postings(sample_version, name):
    _, quick, slow = statements(catalogue.load(name), Filters(), sample_version)
    assert "from rollup_" in quick
    assert "from postings" not in quick
    assert "from rollup_" not in slow


def test_the_smallest_rollup_with_all_the_columns_is_taken():
    tables = {
        "rollup_large": (100, frozenset({"fair_id", "sector_code", "openings", "postings"})),
        "rollup_small": (10, frozenset({"fair_id", "openings", "postings"})),
    }
    assert rollups.smallest({"openings", "postings"}, tables).endswith("from rollup_small")
    assert rollups.smallest({"openings", "sector_code"}, tables).endswith("from rollup_large")
    assert rollups.smallest({"openings", "wage_min"}, tables) is None


def test_a_filter_without_a_rollup_reads_the_postings(sample_version):
    tables = {"rollup_demand": (10, frozenset({"fair_id", "sector_code", "openings", "postings"}))}
    query = catalogue.load("overview/by_sector")
    values = runner.bound(query, Filters(wage_at_least_yuan=5_000), sample_version, {})
    assert rollups.statement(query, values, tables) == query.sql
