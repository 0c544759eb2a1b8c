"""The chart of any result: what is text stays text, what is no number is a gap."""

from datetime import date

import plotly.graph_objects as go
import pytest

from fairboard.charts import free


@pytest.mark.parametrize("kind", free.KINDS)
@pytest.mark.parametrize("x", [["a", "b", None], [1, 2.5, None], [date(2023, 3, 18), None, date(2024, 1, 1)], [True, False, None]])
def test_every_kind_takes_every_column(kind, x):
    figure = free.free_chart(x, [1, None, float("nan")], kind=kind, x_name="x", y_name="y", mode="light")
    go.Figure(figure)
    assert figure["data"][0]["y"] == [1, None, None]


def test_long_names_that_begin_alike_stay_apart_and_the_same_name_stands_once():
    names = ["2023年春季“百校千企”校园招聘会（沈阳）", "2023年春季“百校千企”校园招聘会（大连）"]
    figure = free.free_chart([*names, names[0]], [1, 2, 3], kind="scatter", x_name="x", y_name="y", mode="dark")
    assert figure["data"][0]["x"] == [0, 1, 0]
    assert figure["layout"]["xaxis"]["tickvals"] == [0, 1]


def test_markup_in_a_result_is_no_markup_in_the_chart():
    figure = free.free_chart(["<b>x</b>"], [1], kind="bar", x_name="<a href='javascript:1'>x</a>", y_name="<i>", mode="light")
    assert "<" not in str(figure).replace("%{hovertext}<br>%{y}<extra></extra>", "")


def test_no_more_is_drawn_than_can_be_seen():
    figure = free.free_chart(list(map(str, range(5000))), list(range(5000)), kind="bar", x_name="x", y_name="y", mode="light")
    assert len(figure["data"][0]["x"]) == free.MOST_MARKS
    assert len(figure["layout"]["xaxis"]["ticktext"]) <= free.MOST_NAMES


@pytest.mark.parametrize(("x", "expected"), [(["a", "b"], False), (["a", "a"], True), ([None, None], True), ([], False), ([*range(free.MOST_MARKS), 0], False)])
def test_several_rows_at_one_place_are_noticed(x, expected):
    assert free.is_repeated(x) is expected
