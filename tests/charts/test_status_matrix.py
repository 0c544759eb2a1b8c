"""A cell for each pair with the state they are in."""

import plotly.graph_objects as go
import pytest

from fairboard.charts import theme
from fairboard.charts.status_matrix import STATES, status_matrix_chart

ROWS = (("in_time", "late", "missing"), ("awaited", "in_time", "in_time"))


def chart(states=ROWS, mode="light"):
    texts = [[state[0] for state in row] for row in states]
    return status_matrix_chart(["Ay", "Bee"], ["one", "two", "three"], states, texts, texts, [7, 8], mode=mode)


def test_it_is_a_figure_that_plotly_accepts():
    for mode in ("light", "dark"):
        go.Figure(chart(mode=mode))


def test_each_state_has_a_colour_and_a_sign_of_its_own():
    cells = chart()["data"][0]
    assert cells["z"] == [[0, 1, 2], [3, 0, 0]]
    assert cells["text"] == [["i", "l", "m"], ["a", "i", "i"]]
    assert len({step for _, step in cells["colorscale"]}) == len(STATES)


def test_a_state_number_falls_in_the_middle_of_its_step():
    cells = chart()["data"][0]
    width = cells["zmax"] - cells["zmin"]
    for number, meaning in enumerate(STATES.values()):
        place = (number - cells["zmin"]) / width
        below = [step for position, step in cells["colorscale"] if position < place]
        assert below[-1] == theme.colour(meaning, "light")


def test_a_click_gives_the_code_of_the_row():
    assert chart()["data"][0]["customdata"] == [[7, 7, 7], [8, 8, 8]]


def test_an_unknown_state_is_an_error_and_not_some_colour():
    with pytest.raises(KeyError):
        chart((("lost", "late", "missing"), ("awaited", "in_time", "in_time")))


def test_a_narrow_screen_gets_the_shorter_names():
    texts = [["", "", ""], ["", "", ""]]
    figure = status_matrix_chart(
        ["A long one", "Bee"], ["one", "two", "three"], ROWS, texts, texts, [7, 8], mode="light", narrow_rows=["A…", "B"]
    )
    assert figure["layout"]["yaxis"]["ticktext"] == ["A long one", "Bee"]
    assert figure["layout"]["meta"]["narrow"]["layout"]["yaxis"]["ticktext"] == ["A…", "B"]
