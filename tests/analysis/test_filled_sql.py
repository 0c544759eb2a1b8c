"""A statement with its values written in says the same as the statement with parameters."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.analysis import catalogue, filled_sql, runner
from fairboard.analysis.filters import Filters
from tests.analysis import asking


@pytest.mark.parametrize(
    ("sql", "values", "expected"),
    [
        ("select $name", {"name": "O'Brien"}, "select 'O''Brien'"),
        ("select '$name', \"$name\" -- $name\n/* $name */, $$ $name $$, $name", {"name": 1}, "select '$name', \"$name\" -- $name\n/* $name */, $$ $name $$, 1"),
        ("select '招聘会', $起, $a", {"起": "岗位", "a": None}, "select '招聘会', '岗位', NULL"),
        ("where list_contains($codes, c)", {"codes": ["a", "b'"]}, "where list_contains(['a', 'b'''], c)"),
        ("select $day::date,$n", {"day": date(2023, 3, 18), "n": (1, 2)}, "select DATE '2023-03-18'::date,[1, 2]"),
        ("select 5 -$n, $b, $c", {"n": -3, "b": True, "c": False}, "select 5 -(-3), true, false"),
        ("select $a, $ab, a$a", {"a": 1}, "select 1, $ab, a$a"),
        ("select x[$a:$b]", {"a": 1, "b": 2}, "select x[1:2]"),
        ("", {"a": 1}, ""),
    ],
)
def test_values_stand_where_the_parameters_stood(sql, values, expected):
    assert filled_sql.filled(sql, values) == expected


VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False)
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
    | st.dates(date(1900, 1, 1), date(2200, 1, 1))
    | st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
)


@given(VALUES | st.lists(st.text("abc'$-/*\"é招\\\n", max_size=6), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_value_comes_back_as_it_went_in(value):
    ((found,),) = duckdb.sql(filled_sql.filled("select $value", {"value": value})).fetchall()
    assert found == value
    assert isinstance(found, type(value))


def test_a_moment_and_odd_numbers_have_literals():
    assert filled_sql.literal(datetime(2023, 3, 18, 1, tzinfo=UTC)) == "TIMESTAMPTZ '2023-03-18 01:00:00+00:00'"
    assert filled_sql.literal(0.5) == "0.5e0"
    assert filled_sql.literal(float("inf")) == "'inf'::double"
    assert filled_sql.literal(Decimal("-1.50")) == "(-1.50)"
    with pytest.raises(TypeError):
        filled_sql.literal(object())


USUAL = Filters(region_codes=("210200", "210100"), end_on=date(2025, 6, 30), wage_at_least_yuan=5_000)


@pytest.mark.parametrize("name", catalogue.names())
def test_a_filled_question_has_the_rows_of_the_question(sample_version, name):
    assert_same_rows(sample_version, name, USUAL)


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_filled_question_has_the_rows_of_the_question_for_any_selection(sample_version, data):
    assert_same_rows(sample_version, data.draw(st.sampled_from(catalogue.names())), data.draw(asking.selections(sample_version)))


def assert_same_rows(version: Path, name: str, selection: Filters) -> None:
    """Raise unless the statement with the values written in gives what the one with parameters gives."""
    query = catalogue.load(name)
    values = runner.bound(query, selection, version, asking.own(name))
    text = filled_sql.filled(query.sql, values)
    assert not duckdb.extract_statements(text)[0].named_parameters
    cursor = runner.cursor(version)
    assert rounded(cursor.execute(text).fetchall()) == rounded(cursor.execute(query.sql, values).fetchall())


def rounded(rows: list[tuple]) -> list[str]:
    """The rows in one order, sums of doubles without the last digits, which depend on the order of adding."""
    return sorted(repr([float(f"{value:.9g}") if isinstance(value, float) else value for value in row]) for row in rows)
