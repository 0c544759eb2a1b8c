"""Bands of an amount, split at a line."""

import plotly.graph_objects as go
import pytest

from fairboard.charts.split_histogram import split_histogram_chart
from fairboard.charts.theme import colour


def chart(starts=(9000, 10000, 30000), under=(8, 3, 0), over=(0, 5, 2), line=10500, mode="light"):
    return split_histogram_chart(
        list(starts), list(under), list(over), [str(start) for start in starts], width=1000, line=line, line_text="over", tick_texts={0: "0"}, mode=mode, language="en",
    )


def test_it_is_a_figure_that_plotly_accepts():
    for mode in ("light", "dark"):
        go.Figure(chart(mode=mode))
    go.Figure(chart(starts=(), under=(), over=()))


def test_both_parts_of_a_bar_stand_on_each_other_from_zero():
    figure = chart()
    below, above = figure["data"]
    assert (below["y"], above["y"]) == ([8, 3, 0], [0, 5, 2])
    assert (below["marker"]["color"], above["marker"]["color"]) == (colour("demand", "light"), colour("over_line", "light"))
    assert figure["layout"]["barmode"] == "stack"
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert figure["layout"]["yaxis"]["range"][1] > 8


def test_a_bar_stands_over_its_band():
    assert chart()["data"][0]["x"] == [9500, 10500, 30500]


@pytest.mark.parametrize(("line", "side"), [(3000, "left"), (30000, "right")])
def test_the_words_of_the_line_stay_inside(line: int, side: str):
    layout = chart(line=line)["layout"]
    assert layout["annotations"][0]["xanchor"] == side
    assert layout["shapes"][0]["x0"] == line
    assert layout["xaxis"]["range"][1] > line
