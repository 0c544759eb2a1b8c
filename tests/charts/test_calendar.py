"""The calendar of the season."""

from datetime import date

import plotly.graph_objects as go
import pytest

from fairboard.charts import calendar

NAMES = {"launch": "Launch", "campus": "Campus", "online": "Online"}
MONTHS = tuple("JFMAMJJASOND")
DAYS = [date(2023, 3, 18), date(2023, 3, 20), date(2025, 12, 31)]
KINDS = ["launch", "campus", "campus"]


def chart(chosen=(), mode="light", days=DAYS, kinds=KINDS):
    return calendar.calendar_chart(days, kinds, ["a"] * len(days), list(range(1, len(days) + 1)), kind_names=NAMES, month_names=MONTHS, mode=mode, chosen=chosen)


def test_every_fair_is_a_mark_that_carries_its_number():
    traces = chart()["data"]
    assert [(trace["name"], trace["customdata"]) for trace in traces] == [("Launch", [1]), ("Campus", [2, 3])]


def test_a_kind_without_fairs_is_not_in_the_key():
    assert "Online" not in [trace["name"] for trace in chart()["data"]]


def test_kinds_differ_by_shape_as_well_as_by_colour():
    looks = calendar.KIND_LOOKS.values()
    assert len({symbol for _, symbol in looks}) == len({number for number, _ in looks}) == len(calendar.KIND_LOOKS)


def test_a_year_without_a_fair_between_two_others_keeps_its_line():
    assert chart()["layout"]["yaxis"]["ticktext"] == ["2023", "2024", "2025"]


def test_many_empty_years_are_left_out():
    assert calendar.shown_years([date(2009, 5, 25), date(2023, 3, 18)]) == [2009, 2023]


def test_the_same_day_stands_at_the_same_place_in_every_year():
    assert calendar.day_of_year(date(2023, 12, 31)) == calendar.day_of_year(date(2024, 12, 31)) == 366


def test_the_29th_of_february_has_a_place():
    assert calendar.day_of_year(date(2024, 2, 29)) == 60


def test_neighbours_do_not_cover_each_other():
    first, second, far = calendar.lanes(DAYS)
    assert first != second
    assert far == first


def test_the_chosen_fair_is_ringed_and_larger():
    marks = chart(chosen=(2,))["data"][1]["marker"]
    assert marks["size"][0] > marks["size"][1]
    assert [width > 0 for width in marks["line"]["width"]] == [True, False]


def test_an_unknown_kind_is_an_error_and_not_some_colour():
    with pytest.raises(KeyError):
        calendar.calendar_chart([date(2023, 1, 1)], ["picnic"], ["a"], [1], kind_names={"picnic": "Picnic"}, month_names=MONTHS, mode="light")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_figure_is_one_that_plotly_accepts(mode, count):
    go.Figure(chart(mode=mode, days=DAYS[:count], kinds=KINDS[:count]))
