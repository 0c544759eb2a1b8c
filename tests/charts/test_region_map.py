"""The map of the 15 regions."""

import math

import plotly.graph_objects as go
import pytest

from fairboard.charts.region_map import Outline, outlines, region_map_chart
from fairboard.charts.theme import amounts, colour

SQUARE = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0))
ISLAND = ((3.0, 0.0), (3.5, 0.0), (3.5, 0.5), (3.0, 0.0))
PLACES = {"a": Outline((ISLAND, SQUARE), False), "b": Outline((((1.0, 1.0), (1.2, 1.0), (1.2, 1.2), (1.0, 1.0)),), True)}


def chart(values=(5, 0), chosen=(), mode="light"):
    return region_map_chart(["a", "b"], ["Ay", "Bee"], list(values), [str(value) for value in values], places=PLACES, mode=mode, chosen=chosen)


def test_the_reference_list_has_the_fifteen_units_and_only_shenfu_is_symbolic():
    places = outlines()
    assert len(places) == 15
    assert [code for code, place in places.items() if place.is_symbolic] == ["21SF00"]


def test_every_name_is_written_inside_the_province():
    for place in outlines().values():
        longitude, latitude = place.centre
        assert 118 < longitude < 126
        assert 38 < latitude < 44


def test_the_name_stands_at_the_centre_of_the_largest_ring():
    assert PLACES["a"].centre == pytest.approx((1.0, 1.0))


def test_it_is_a_figure_on_plain_axes_that_fetches_nothing():
    figure = chart()
    go.Figure(figure)
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    assert "geo" not in figure["layout"]
    assert "map" not in figure["layout"]


def test_a_kilometre_is_as_long_eastward_as_northward():
    axis = chart()["layout"]["yaxis"]
    assert axis["scaleanchor"] == "x"
    assert axis["scaleratio"] == pytest.approx(1 / math.cos(math.radians(1.0)))


def test_rings_are_parted_by_a_gap_and_the_code_is_what_a_click_gives():
    area = chart()["data"][0]
    assert area["x"].count(None) == 1
    assert area["customdata"] == ["a"]
    assert area["text"] == "Ay: 5"


def test_a_symbolic_region_is_a_marker_over_the_areas():
    symbol = chart()["data"][-1]
    assert symbol["mode"] == "markers"
    assert symbol["customdata"] == ["b"]


def test_zero_is_the_lightest_step_and_no_data_is_another_colour():
    assert chart((0, 1))["data"][0]["fillcolor"] == amounts("light")[0]
    assert chart((None, 1))["data"][0]["fillcolor"] == colour("no_data", "light")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_chosen_region_is_edged(mode):
    line = chart(chosen=("a",), mode=mode)["data"][0]["line"]
    assert line == {"color": colour("over_line", mode), "width": 3}


def test_a_region_without_an_outline_is_refused():
    with pytest.raises(KeyError):
        region_map_chart(["x"], ["X"], [1], ["1"], places=PLACES, mode="light")
