"""Shares against the share of the whole."""

import plotly.graph_objects as go

from fairboard.charts.share_ranking import share_ranking_chart
from fairboard.charts.theme import colour


def chart(shares=(0.5, 0.1, None), whole=0.2, chosen=(), mode="light"):
    return share_ranking_chart(
        ["Ay", "Bee", "Cee"], list(shares), ["50.0%", "10.0% (base under 30)", "no openings"], ["a", "b", "c"], [False, True, False], mode=mode,
        whole=whole, whole_text="all", chosen=chosen,
    )


def test_it_is_a_figure_that_plotly_accepts():
    for mode in ("light", "dark"):
        go.Figure(chart(mode=mode))
    go.Figure(share_ranking_chart([], [], [], [], [], mode="light", whole=None, whole_text=""))


def test_bars_are_the_shares_from_zero_and_a_click_gives_the_code():
    figure = chart()
    assert figure["data"][0]["x"] == [0.5, 0.1, None]
    assert figure["data"][0]["customdata"] == ["a", "b", "c"]
    assert figure["layout"]["xaxis"]["range"] == [0, 0.5]


def test_a_share_of_few_is_hatched_and_says_so():
    figure = chart()
    assert figure["data"][0]["marker"]["pattern"]["shape"] == ["", "/", ""]
    assert [note["text"] for note in figure["layout"]["annotations"]][:3] == ["50.0%", "10.0% (base under 30)", "no openings"]


def test_the_whole_is_a_line_inside_the_axis_and_is_left_out_where_there_is_none():
    figure = chart(shares=(0.1, 0.1, None), whole=0.4)
    assert figure["layout"]["shapes"][0]["x0"] == 0.4
    assert figure["layout"]["xaxis"]["range"][1] == 0.4
    assert "shapes" not in chart(whole=None)["layout"]


def test_what_is_not_chosen_steps_back():
    assert chart(chosen=("b",))["data"][0]["marker"]["color"] == [colour("rest", "light"), colour("over_line", "light"), colour("rest", "light")]
