"""The charts of agreements and policies: what stands where, and what a pointer and a click find."""

from datetime import date

import plotly.graph_objects as go
import pytest

from fairboard.charts import course
from fairboard.charts.agreement_change import change_chart
from fairboard.charts.agreement_coverage import coverage_chart
from fairboard.charts.agreement_matrix import SIGNS, agreement_matrix_chart, state_colour
from fairboard.charts.events import Event, over_calendar, over_days, over_halves, place_in_halves
from fairboard.charts.timeline import timeline_chart

MODES = pytest.mark.parametrize("mode", ["light", "dark"])
EVENTS = [Event(date(2024, 3, 31), "1", "one"), Event(date(2024, 4, 2), "2", "two"), Event(date(2030, 1, 1), "3", "three")]


@MODES
def test_every_state_has_a_sign_and_a_colour_of_its_own(mode):
    assert len(set(SIGNS.values())) == len({state_colour(state, mode) for state in SIGNS}) == 5
    with pytest.raises(KeyError):
        state_colour("signed twice", mode)


def test_a_cell_gives_its_region_and_the_framed_pair_has_a_frame():
    figure = agreement_matrix_chart(["沈阳", "大连"], ["甲大学", "乙大学"], [["in_force", "none"], ["none", "lapsed"]], [["a", "b"], ["c", "d"]], ["210100", "210200"],
                                    mode="light", groups=[("省内", 1), ("省外", 1)], framed=[(1, 0)], chosen_rows=["210100"])  # fmt: skip
    go.Figure(figure)
    (cells,) = figure["data"]
    assert cells["text"] == [["✓", ""], ["", "✗"]]
    assert cells["customdata"] == [["210100", "210100"], ["210200", "210200"]]
    frames = [(shape["x0"], shape["x1"], shape["y0"], shape["y1"]) for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert frames == [(-0.5, 0.5, 0.5, 1.5), (-0.5, 1.5, -0.5, 0.5)]


def test_a_region_whose_people_were_not_counted_has_no_bar():
    figure = coverage_chart(["沈阳", "鞍山"], [(0.6, 0.3, 0.1), None], ["60%", "–"], ["210100", "210300"], ("a", "b", "c"), mode="light")
    go.Figure(figure)
    assert [trace["x"] for trace in figure["data"]] == [[0.6, None], [0.3, None], [0.1, None]]


def test_before_and_after_are_two_dots_and_the_way_between_them():
    figure = change_chart(["沈阳"], [3], [8], ["hover"], ["10145"], ("before", "after"), mode="dark", language="en")
    go.Figure(figure)
    assert [trace["x"] for trace in figure["data"]] == [[3, 8, None], [3], [8]]


def test_the_name_of_an_event_stands_where_there_is_room():
    figure = timeline_chart([date(2023, 1, 1), date(2025, 1, 1)], ["1", "2"], ["early", "late"], ["a", "b"], are_whole=[True, False], mode="light", language="zh")
    go.Figure(figure)
    assert [(note["text"], note["xanchor"]) for note in figure["layout"]["annotations"]] == [("early", "left"), ("late", "right")]


def test_policies_on_a_course_over_days_lie_on_their_days_and_one_outside_is_left_out():
    plain = course.lollipop_chart([date(2024, 3, 1), date(2024, 6, 1)], [10, 20], ["a", "b"], [1, 2], mode="light", language="zh")
    figure = over_days(plain, EVENTS, mode="light")
    go.Figure(figure)
    assert [line["x0"] for line in figure["layout"]["shapes"]] == ["2024-03-31", "2024-04-02"]
    assert figure["data"][:2] == plain["data"]
    numbers = figure["data"][2]
    assert (numbers["text"], numbers["hovertext"]) == (["1", "2"], ["one", "two"])
    assert numbers["y"][0] > numbers["y"][1] > plain["layout"]["yaxis"]["range"][1], "neighbours stand below one another, above every value"
    assert "customdata" not in numbers
    assert over_days(plain, [], mode="light") == plain


def test_policies_on_a_course_over_half_years_lie_between_their_ends():
    starts = [date(2023, 7, 1), date(2024, 1, 1), date(2024, 7, 1)]
    assert place_in_halves(date(2024, 1, 1), starts) == 0.5
    assert place_in_halves(date(2024, 4, 1), starts) == pytest.approx(1.0)  # 91 of 182 days
    assert place_in_halves(date(2024, 6, 30), starts) < 1.5
    plain = course.lines_chart(["a", "b", "c"], {"x": [1, 2, 3]}, mode="light", language="zh")
    figure = over_halves(plain, starts, EVENTS, mode="light")
    assert figure["data"] == plain["data"]
    assert [(note["text"], note["hovertext"]) for note in figure["layout"]["annotations"] if "hovertext" in note] == [("1", "one"), ("2", "two")]
    go.Figure(figure)


def test_policies_on_a_calendar_stand_in_the_line_of_their_year():
    figure = over_calendar({"data": [], "layout": {"shapes": [{"type": "line"}]}}, [2023, 2024], EVENTS, mode="dark")
    assert [(line["y0"], line["y1"]) for line in figure["layout"]["shapes"][1:]] == [(0.5, 1.5), (0.5, 1.5)]
