"""Statements without the conditions of filters that are not set."""

import pytest

from fairboard.analysis import folding

CONDITION = "where ($a is null or (x = $a and f(y, '(') in (select 1))) and ($b is null or y = $b)"


@pytest.mark.parametrize(("unset", "expected"), [
    ({"a", "b"}, "where true and true"),
    ({"a"}, "where true and ( y = $b)"),
    ({"b"}, "where ( (x = $a and f(y, '(') in (select 1))) and true"),
    (set(), "where ( (x = $a and f(y, '(') in (select 1))) and ( y = $b)"),
])  # fmt: skip
def test_a_condition_of_a_filter_that_is_not_set_is_true(unset: set[str], expected: str):
    assert folding.folded(CONDITION, unset) == expected


def test_whether_a_parameter_is_set_is_decided_elsewhere_too():
    assert folding.folded("select $a is null, $b is not null, $a is not null", {"a"}) == "select true, true, false"


def test_a_condition_within_another_is_decided_too():
    assert folding.folded("($a is null or (($b is null or z) and w))", {"b"}) == "( (true and w))"


def test_a_bracket_that_is_not_closed_is_an_error():
    with pytest.raises(ValueError, match="not closed"):
        folding.folded("($a is null or (x", {"a"})


def test_a_list_is_asked_of_the_column_itself_only_where_it_is_named():
    sql = "t.x in (select unnest($a)) and y in (select unnest($b))"
    assert folding.with_lists(sql, {"a"}) == "list_contains($a, t.x) and y in (select unnest($b))"


def test_an_expression_that_ends_in_a_column_is_left_as_it_stands():
    sql = "where x * 1000 in (select unnest($a)) or (1000 * x in (select unnest($a)))"
    assert folding.with_lists(sql, {"a"}) == sql


def test_steps_that_nobody_reads_are_left_out():
    steps = {"first": "select 1", "second": "select * from first", "third": "select 3"}
    assert list(folding.asked_for(steps, "select * from second")) == ["first", "second"]
