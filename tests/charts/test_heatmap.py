"""A cell for each pair of two things."""

import plotly.graph_objects as go

from fairboard.charts.heatmap import heatmap_chart


def chart(values=((5, 0, None), (7272, 12, 3)), **changes):
    texts = [["" if value is None else str(value) for value in row] for row in values]
    return heatmap_chart(["Ay", "Bee"], ["one", "two", "three"], values, texts, texts, ["a", "b"], mode=changes.pop("mode", "light"), **changes)


def test_it_is_a_figure_that_plotly_accepts():
    for mode in ("light", "dark"):
        go.Figure(chart(mode=mode))


def test_values_stand_as_given_zero_is_zero_and_nothing_is_nothing():
    cells = chart()["data"][0]
    assert cells["z"] == [[5, 0, None], [7272, 12, 3]]
    assert cells["text"] == [["5", "0", ""], ["7272", "12", "3"]]
    assert (cells["zmin"], cells["zmax"]) == (0, 7272)


def test_every_row_and_column_stands_the_first_on_top():
    layout = chart()["layout"]
    assert layout["yaxis"]["ticktext"] == ["Ay", "Bee"]
    assert layout["xaxis"]["ticktext"] == ["one", "two", "three"]
    assert layout["yaxis"]["range"] == [1.5, -0.5]


def test_a_click_gives_the_code_of_the_row():
    assert chart()["data"][0]["customdata"] == [["a", "a", "a"], ["b", "b", "b"]]


def test_colour_grows_with_the_root_of_the_value():
    positions = [position for position, _ in chart()["data"][0]["colorscale"]]
    assert positions[0] == 0
    assert positions[-1] == 1
    assert positions == sorted(positions)
    assert abs(positions[1] - (1 / 3) ** 2) < 1e-9


def test_chosen_rows_and_columns_are_framed():
    frames = chart(chosen_rows=["b"], chosen_columns=[2])["layout"]["shapes"]
    assert [(frame["x0"], frame["x1"], frame["y0"], frame["y1"]) for frame in frames] == [(-0.5, 2.5, 0.5, 1.5), (1.5, 2.5, -0.5, 1.5)]


def test_a_table_without_rows_and_one_of_zeros_are_drawn():
    go.Figure(heatmap_chart([], [], [], [], [], [], mode="light"))
    assert chart(values=((0, 0, 0), (0, 0, 0)))["data"][0]["zmax"] == 1
