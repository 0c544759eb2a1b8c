"""The charts of the comparison: slopes, the parts of a change, marks of both sides, distributions over one another."""

import plotly.graph_objects as go
import pytest

from fairboard.charts.dumbbell import dumbbell_chart
from fairboard.charts.overlaid_shares import overlaid_shares_chart
from fairboard.charts.slope import slope_chart, spread
from fairboard.charts.theme import series
from fairboard.charts.waterfall import waterfall_chart


def slopes(left, right, **changes):
    labels = [f"Name {number}" for number in range(len(left))]
    return slope_chart(labels, left, right, [str(v) for v in left], [str(v) for v in right], labels, labels, heads=("A", "B"), height=400, **({"mode": "light"} | changes))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_plotly_accepts_them(mode):
    go.Figure(slopes([1, 5], [4, 2], mode=mode))
    go.Figure(slopes([], [], mode=mode))
    go.Figure(waterfall_chart(["A", "up", "B"], [5, 3], ["5", "+3", "8"], ["", "", ""], mode=mode))
    go.Figure(dumbbell_chart(["x", "y"], [1, None], [2, 3], ["+1", ""], ["x", "y"], ["", ""], names=("A", "B"), mode=mode))
    go.Figure(overlaid_shares_chart([3000, 5000], [0.2, 0.8], [0, 1.0], ["", ""], ["", ""], width=1000, names=("A", "B"), middles=(5000, None), middle_texts=("m", ""),
                                    tick_texts={5000: "5,000"}, mode=mode))


def test_a_rising_a_falling_and_a_level_line_differ_in_colour_and_a_small_base_in_its_stroke():
    lines = slopes([1, 5, 3], [4, 2, 3], is_small=[True, False, False])["data"][:3]
    up, down = series("light")[2:4]
    assert [line["line"]["color"] for line in lines][:2] == [up, down]
    assert lines[2]["line"]["color"] not in (up, down)
    assert [line["line"]["dash"] for line in lines] == ["dot", "solid", "solid"]


def test_names_keep_their_distance_their_order_and_stay_on_the_chart():
    values = [100, 99, 98, 3, 2, 1, 0, 0]
    placed = spread(values, 5, 100)
    assert placed == sorted(placed, reverse=True)
    assert all(upper - lower >= 5 - 1e-9 for upper, lower in zip(placed, placed[1:], strict=False))
    assert placed[0] <= 100 and placed[-1] >= 0
    assert spread([50, 10], 5, 100) == [50, 10]


def test_the_bars_of_a_change_float_from_the_first_amount_to_the_last():
    bars = waterfall_chart(["A", "up", "down", "B"], [10, 4, -9], ["", "", "", ""], ["", "", "", ""], mode="light")["data"][0]
    assert (bars["base"], bars["x"]) == ([0, 10, 14, 0], [10, 4, -9, 5])


def test_a_side_without_an_amount_has_no_mark_and_no_line():
    joins, first, second = dumbbell_chart(["x", "y"], [1, None], [2, 3], ["+1", ""], ["x", "y"], ["", ""], names=("A", "B"), mode="light")["data"]
    assert joins["x"] == [1, 2, None, None, None, None]
    assert (first["x"], second["x"]) == ([1, None], [2, 3])
    assert first["marker"]["symbol"] != second["marker"]["symbol"]


def test_a_band_without_openings_is_at_zero_and_a_side_without_wages_has_no_outline():
    data = overlaid_shares_chart([1000, 3000], [0.25, 0.75], [None, None], ["", ""], ["", ""], width=1000, names=("A", "B"), middles=(None, None), middle_texts=("", ""),
                                 tick_texts={}, mode="light")["data"]
    (only,) = data
    assert only["y"] == [0, 0.25, 0, 0.75, 0.75]
