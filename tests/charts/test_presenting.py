"""Figures for a wall."""

import copy

import plotly.graph_objects as go

from fairboard.charts.columns import columns_chart
from fairboard.charts.paired_bars import paired_bars_chart
from fairboard.charts.presenting import presenting
from fairboard.charts.ranking import ranking_chart
from fairboard.charts.theme import colour
from fairboard.charts.tile_grid import tile_grid_chart


def bars():
    return ranking_chart(["Ay", "Bee"], [2, None], ["2", "–"], ["a", "b"], mode="light")


def columns(values=(3, 4, 1), texts=("3", "4", "1"), **changes):
    return columns_chart(["0–1", "1–2", "2+"], list(values), list(texts), ["0", "1", "2"], ["x", "y", "z"], **({"mode": "light", "language": "en"} | changes))


def pairs():
    return paired_bars_chart(["Ay", "Bee"], [2, 3], [4, None], (["2", "3"], ["4", "–"]), ["a", "b"], (["p", "q"], ["r", "s"]), names=("A", "B"), mode="light")


def test_they_are_figures_that_plotly_accepts():
    for mode in ("light", "dark"):
        go.Figure(presenting(columns(mode=mode, over_from=1, line_text="over")))
    go.Figure(presenting(pairs()))
    go.Figure(presenting(bars()))
    go.Figure(presenting(tile_grid_chart([0], [0], ["Ay"], [1], ["1"], ["a"], mode="light")))
    go.Figure(columns_chart([], [], [], [], [], mode="light", language="zh"))
    go.Figure(paired_bars_chart([], [], [], ([], []), [], ([], []), names=("A", "B"), mode="light"))


def test_type_margins_and_marks_grow_and_values_and_places_do_not():
    before = bars()
    held = copy.deepcopy(before)
    figure = presenting(before, factor=2, least_font_px=24)
    assert before == held
    layout = figure["layout"]
    assert layout["font"]["size"] == 28
    assert layout["yaxis"]["tickfont"]["size"] == 26
    assert layout["margin"]["t"] == 2 * held["layout"]["margin"]["t"]
    assert layout["yaxis"]["ticklabelstandoff"] == 12
    assert layout["xaxis"]["range"] == held["layout"]["xaxis"]["range"]
    assert figure["data"][0]["x"] == [2, None]
    assert "meta" not in layout


def test_no_type_is_smaller_than_the_least():
    assert presenting(bars(), factor=1, least_font_px=24)["layout"]["font"]["size"] == 24


def test_bars_beyond_the_line_have_its_colour_and_the_line_says_what_it_is():
    figure = columns(over_from=1, line_text="over 1")
    assert figure["data"][0]["marker"]["color"] == [colour("demand", "light"), colour("over_line", "light"), colour("over_line", "light")]
    assert figure["layout"]["shapes"][0]["x0"] == 0.5
    assert figure["layout"]["annotations"][0]["text"] == "over 1"
    assert "shapes" not in columns()["layout"]


def test_what_is_not_chosen_steps_back():
    assert columns(chosen=("1",))["data"][0]["marker"]["color"] == [colour("rest", "light"), colour("demand", "light"), colour("rest", "light")]


def test_values_stand_over_the_bars_where_all_have_room_and_else_there_is_an_axis():
    roomy, narrow = columns(), columns(texts=("3,000,000", "4", "1"), width_px=200)
    assert (roomy["data"][0]["textposition"], roomy["layout"]["yaxis"]["showticklabels"]) == ("outside", False)
    assert narrow["data"][0]["textposition"] == "none"
    assert "showticklabels" not in narrow["layout"]["yaxis"]


def test_labels_that_would_cover_each_other_are_left_out():
    assert columns()["layout"]["xaxis"]["ticktext"] == ["0–1", "1–2", "2+"]
    assert columns(width_px=70)["layout"]["xaxis"]["ticktext"] == ["0–1", "2+"]


def test_a_pair_has_both_values_at_its_bars_and_one_code():
    first, second = pairs()["data"]
    assert (first["x"], second["x"]) == ([2, 3], [4, None])
    assert (first["text"], second["text"]) == (["2", "3"], ["4", "–"])
    assert first["customdata"] == second["customdata"] == ["a", "b"]
    assert pairs()["layout"]["xaxis"]["range"] == [0, 4]
