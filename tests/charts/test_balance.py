"""People to the left, openings to the right, the larger in full colour; a map whose colour goes two ways from 1."""

import plotly.graph_objects as go
import pytest

from fairboard.charts.balance import WEAK, Line, balance_chart
from fairboard.charts.balance_map import balance_map_chart
from fairboard.charts.theme import colour

LINES = [
    Line("a", "A", 10, 40, "10", "40", "<b>4.00</b> openings a person", "<b>4.00</b>", "A", "demand"),
    Line("b", "B", 20, 10, "20", "10", "<b>0.50</b> openings a person", "<b>0.50</b>", "B", "supply"),
    Line("c", "C", None, 5, "", "5", "open to everybody", "–", "C"),
]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_people_go_left_and_openings_right_on_one_scale(mode):
    figure = balance_chart([("more", LINES[:1]), ("empty", []), ("less", LINES[1:])], names=("people", "openings"), mode=mode)
    people, openings = figure["data"]
    assert (people["x"], openings["x"]) == ([-10, -20, None], [40, 10, 5])
    assert people["y"] == openings["y"] == [1, 3, 4]  # a heading stands above each group that has lines
    left, right = figure["layout"]["xaxis"]["range"]
    assert left == -right
    go.Figure(figure)


def test_the_smaller_of_the_two_steps_back_and_the_ratio_has_the_colour_of_the_larger():
    figure = balance_chart([("", LINES)], names=("people", "openings"), mode="light")
    people, openings = figure["data"]
    assert people["marker"]["opacity"] == [WEAK, 1, 1]
    assert openings["marker"]["opacity"] == [1, WEAK, 1]
    ratios = {note["text"]: note["font"]["color"] for note in figure["layout"]["annotations"] if note.get("xref") == "paper"}
    assert ratios == {
        "<b>4.00</b> openings a person": colour("demand", "light"), "<b>0.50</b> openings a person": colour("supply", "light"),
        "open to everybody": colour("ink_muted", "light"),
    }  # fmt: skip


def test_what_is_not_chosen_steps_back():
    figure = balance_chart([("", LINES)], names=("people", "openings"), mode="light", chosen=("b",))
    assert figure["data"][0]["marker"]["opacity"][0] == figure["data"][1]["marker"]["opacity"][2] < WEAK
    assert figure["data"][0]["marker"]["opacity"][1] == 1


def test_no_lines_are_a_chart_with_nothing_in_it():
    go.Figure(balance_chart([("", [])], names=("people", "openings"), mode="light"))


def test_twice_and_half_as_many_are_equally_strong_and_far_values_are_held():
    figure = balance_map_chart(["r"], list("abcdef"), [[2, 0.5, 1, 100, 0, None]], [["2.0", "0.5", "1.0", "100", "0", ""]], [[""] * 6], ["r"], mode="light")
    (cells,) = figure["data"]
    assert cells["z"] == [[1, -1, 0, 2, -2, None]]
    assert (cells["zmin"], cells["zmax"]) == (-2, 2)
    assert cells["colorscale"][3] == [0.5, colour("surface", "light")]
    go.Figure(figure)
