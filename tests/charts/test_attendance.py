"""Arrivals by the hour and the curve of the broadcast."""

import plotly.graph_objects as go

from fairboard.charts.attendance import arrivals_chart, broadcast_chart


def test_bars_start_at_zero_and_an_hour_without_a_count_stays_empty():
    figure = arrivals_chart([8, 10], [30, 12], ["71%", "29%"], ["8: 30", "10: 12"], mode="light")
    go.Figure(figure)
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert figure["layout"]["xaxis"]["ticktext"] == ["08:00", "09:00", "10:00"]
    assert figure["data"][0]["x"] == [8, 10]


def test_a_slot_that_was_not_counted_is_a_gap_in_the_curve():
    figure = broadcast_chart([540, 550, 570], [4, 9, 2], ["a", "b", "c"], peak_text="peak", mode="light", language="en")
    go.Figure(figure)
    curve = figure["data"][0]
    assert curve["x"] == [540, 550, 560, 570]
    assert curve["y"] == [4, 9, None, 2]
    assert curve["connectgaps"] is False


def test_the_peak_is_marked_once_at_the_first_of_equal_slots():
    figure = broadcast_chart([540, 550, 560], [3, 8, 8], ["a", "b", "c"], peak_text="peak 09:10", mode="dark", language="en")
    note = figure["layout"]["annotations"][0]
    assert (note["x"], note["y"], note["text"]) == (550, 8, "peak 09:10")
    assert figure["data"][1]["x"] == [550]


def test_a_late_peak_is_written_to_its_left():
    figure = broadcast_chart([540, 550, 560], [3, 4, 8], ["a", "b", "c"], peak_text="peak", mode="light", language="en")
    assert figure["layout"]["annotations"][0]["xanchor"] == "right"


def test_nothing_to_show_gives_an_empty_figure():
    for figure in (broadcast_chart([], [], [], peak_text="", mode="light", language="en"), arrivals_chart([], [], [], [], mode="light")):
        go.Figure(figure)
        assert not figure["layout"].get("annotations")
