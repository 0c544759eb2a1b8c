"""The marks of an axis of counts, and what a figure says about a narrow place."""

import plotly.graph_objects as go
import pytest

from fairboard.charts.axes import count_axis, day_axis, narrow


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (0.4, [0]),
        (3, [0, 1, 2, 3]),
        (9, [0, 2, 4, 6, 8, 10]),
        (40, [0, 10, 20, 30, 40]),
        (8301, [0, 2000, 4000, 6000, 8000]),
        (33_000, [0, 10_000, 20_000, 30_000]),
        (2_600_000, [0, 1_000_000, 2_000_000]),
    ],
)
def test_counts_have_round_marks_from_zero(top, ticks):
    assert count_axis(top, "en")["tickvals"] == ticks


def test_marks_are_written_as_the_language_writes_numbers():
    assert count_axis(33_000, "zh")["ticktext"] == ["0", "1万", "2万", "3万"]
    assert count_axis(33_000, "en")["ticktext"] == ["0", "10,000", "20,000", "30,000"]


def test_the_axis_leaves_room_above_the_largest_count():
    assert count_axis(100, "en", room=1.2)["range"] == [0, 120]


def test_an_axis_of_days_is_one_that_plotly_accepts():
    for language in ("zh", "en"):
        go.Figure({"data": [{"x": ["2023-03-18"], "y": [1]}], "layout": {"xaxis": day_axis(language), "meta": narrow(font={"size": 11})}})
