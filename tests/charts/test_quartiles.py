"""The middle half of an amount, name by name."""

import plotly.graph_objects as go

from fairboard.charts.quartiles import quartiles_chart
from fairboard.charts.theme import colour


def chart(quartiles=((4000, 5000, 6500), (6000, 8000, 12000), None), chosen=(), mode="light"):
    return quartiles_chart(
        ["Ay", "Bee", "Cee"], list(quartiles), ["5,000", "8,000", "–"], ["a", "b", "c"], line=10000, line_text="10,000 yuan",
        tick_texts={0: "0", 5000: "5,000", 10000: "10,000"}, mode=mode, chosen=chosen,
    )


def test_it_is_a_figure_that_plotly_accepts():
    for mode in ("light", "dark"):
        go.Figure(chart(mode=mode))


def test_a_bar_reaches_from_quartile_to_quartile_and_the_mark_stands_at_the_median():
    bars, medians = chart()["data"]
    assert list(zip(bars["base"], bars["x"], strict=True)) == [(4000, 2500), (6000, 6000)]
    assert medians["x"] == [5000, 8000]
    assert bars["customdata"] == medians["customdata"] == ["a", "b"]


def test_a_name_without_an_amount_keeps_its_row_and_has_no_mark():
    figure = chart()
    assert figure["layout"]["yaxis"]["ticktext"] == ["Ay", "Bee", "Cee"]
    assert figure["data"][0]["y"] == [0, 1]
    assert [note["text"] for note in figure["layout"]["annotations"] if note["y"] == 2] == ["–"]


def test_the_axis_starts_at_zero_and_holds_the_line():
    layout = chart(quartiles=[(4000, 5000, 6500), None, None])["layout"]
    assert layout["xaxis"]["range"][0] == 0
    assert layout["xaxis"]["range"][1] >= 10000
    assert layout["shapes"][0]["x0"] == layout["shapes"][0]["x1"] == 10000


def test_what_is_not_chosen_steps_back():
    assert chart(chosen=("b",))["data"][0]["marker"]["color"] == [colour("rest", "light"), colour("demand", "light")]
