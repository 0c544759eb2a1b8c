"""Slides as the browser gets them: the facts' own values and texts, in figures that Plotly accepts."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.briefing.model import Briefing, Chart, Column, Definition, Fact, Mention, Series, Slide, Table, Tile
from fairboard.briefing.screen import to_screen

NOWHERE = Origin(None, "openings")  # type: ignore[arg-type]  # nothing here asks where a number comes from
CODES = ("a", "b", "c")


def fact(value: float | None, metric: str = "openings") -> Fact:
    return Fact(f"{metric}/{value}", metric, value, NOWHERE)


def series(values: tuple[float | None, ...], metric: str = "openings", name: str = "Now") -> Series:
    return Series(name, tuple(fact(value, metric) for value in values), "demand")


def chart(kind: str, *lines: Series, **changes: Any) -> Chart:
    made = Chart(kind, "openings", ("Shenyang", "Dalian", "Anshan"), CODES, lines or (series((49_000, 2, None)),), alt="said")  # type: ignore[arg-type]
    return replace(made, **changes)


def briefing(*slides: Slide, language: str = "en") -> Briefing:
    return Briefing("Title", language, "season", Path("20260101T000000Z-abcd.duckdb"), Filters(), {}, "All fairs", "recorded", False, slides)  # type: ignore[arg-type]


def figure(drawn: Chart, mode: str = "light", language: str = "en", **slide: Any) -> dict[str, Any]:
    (shown,) = to_screen(briefing(Slide("x", "t", (), chart=drawn, **slide), language=language), mode)["slides"]  # type: ignore[arg-type]
    return shown["figure"]


CHARTS = {
    "bars": chart("bars"),
    "columns": chart("columns", over_from=1, line_text="over"),
    "stems": chart("stems", days=(date(2023, 3, 18), date(2023, 4, 1), date(2023, 5, 1)), emphasised=(1,)),
    "pairs": chart("pairs", series((1, 2, 3), name="Before"), series((4, None, 6))),
    "tile_grid": chart("tile_grid", places=((0, 0), (0, 1), (1, 0))),
}


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_kind_of_chart_is_a_figure_that_plotly_accepts(kind, mode):
    for language in ("zh", "en"):
        made = figure(CHARTS[kind], mode, language)
        go.Figure(made)
        json.dumps(made, allow_nan=False)


@pytest.mark.parametrize("kind", CHARTS)
def test_no_type_of_a_chart_is_smaller_than_24(kind):
    def sizes(value: Any, key: str = "") -> list[float]:
        if isinstance(value, dict):
            own = [value["size"]] if key in ("font", "tickfont") and "size" in value else []
            return own + [size for name, item in value.items() for size in sizes(item, name)]
        return [size for item in value for size in sizes(item, key)] if isinstance(value, list) else []

    found = sizes(figure(CHARTS[kind]))
    assert found
    assert min(found) >= 24


def test_marks_have_the_values_and_texts_of_the_facts_and_what_is_not_known_is_a_gap():
    bars = figure(CHARTS["bars"])["data"][0]
    assert bars["x"] == [49_000, 2, None]
    assert bars["text"] == ["49,000", "2", "–"]
    assert bars["customdata"] == ["a", "b", "c"]
    assert bars["hovertext"][0] == "Shenyang: 49,000 openings"
    stems = figure(CHARTS["stems"])["data"][1]
    assert (stems["x"], stems["y"]) == (["2023-03-18", "2023-04-01"], [49_000, 2])


def test_tiles_of_regions_are_written_short_by_language_and_say_the_full_number_on_hover():
    made = figure(CHARTS["tile_grid"], language="zh")
    assert [note["text"].split("<br>")[1] for note in made["layout"]["annotations"]] == ["4.9万", "2", "–"]


def test_few_pairs_are_bars_and_many_are_marks_on_a_line_with_both_values():
    few = figure(CHARTS["pairs"])
    assert [trace["type"] for trace in few["data"]] == ["bar", "bar"]
    assert few["data"][1]["text"] == ["4", "–", "6"]
    count = 9
    values = tuple(range(1, count + 1))
    many = figure(chart("pairs", series(values, name="Before"), series(values), categories=tuple(map(str, values)), codes=tuple(map(str, values))))
    assert {trace["type"] for trace in many["data"]} == {"scatter"}
    assert "9 | 9" in [note["text"] for note in many["layout"]["annotations"]]


def test_shares_have_an_axis_in_per_cent():
    metric = "openings_over_threshold_share"
    made = figure(chart("columns", series((0.05, 0.1, 0.26), metric), metric=metric))
    assert made["layout"]["yaxis"]["ticktext"][:2] == ["0%", "5%"]
    assert made["data"][0]["text"] == ["5.0%", "10.0%", "26.0%"]


def test_a_name_is_no_markup_of_a_chart():
    for kind in CHARTS:
        made = figure(replace(CHARTS[kind], categories=("<a href='x'>Ay</a>", "<b>Bee", "Cee"), line_text="<i>over"))
        assert not [tag for tag in ("<a ", "<b>Bee", "<i>") if tag in json.dumps(made)]


def test_a_chart_of_many_rows_has_smaller_type():
    rows = tuple(range(1, 37))
    made = figure(chart("bars", series(rows), categories=tuple(map(str, rows)), codes=tuple(map(str, rows))))
    assert made["layout"]["font"]["size"] == 14


def test_a_number_with_its_unit_in_it_gets_no_second_one():
    share = Tile(fact(0.157, "openings_over_threshold_share"), "Label", "15.7%", "%")
    (slide,) = to_screen(briefing(Slide("x", "t", (), tiles=(share, replace(share, text="3", unit="fairs")))), "light")["slides"]
    assert [tile["unit"] for tile in slide["tiles"]] == ["", "fairs"]


def test_one_bar_alone_leaves_room_for_others():
    low, high = figure(chart("bars", series((5,)), categories=("Ay",), codes=("a",)))["layout"]["yaxis"]["range"]
    assert (low, high) == (3.6, -0.6)


def test_a_slide_is_given_with_all_its_texts():
    table = Table((Column("Region"), Column("Openings", "openings")), (("Dalian", fact(49_000)), ("Anshan", fact(None))))
    slide = Slide(
        "x", "Title", ("In all ", Mention(fact(5459), "5,459"), " openings"), basis="unit", tiles=(Tile(fact(1), "Label", "1", "unit", "remark"),), table=table,
        points=(("one",),), caveat="care", note="say", definitions=(Definition("Openings", "People wanted.", "openings"),), sql=(("What?", "select 1"),),
    )  # fmt: skip
    shown = to_screen(briefing(slide), "dark")
    assert (shown["version_id"], shown["sentence"], shown["mode"]) == ("20260101T000000Z-abcd", "All fairs", "dark")
    assert shown["slides"] == [{
        "kind": "x", "title": "Title", "finding": [("In all ", False), ("5,459", True), (" openings", False)], "basis": "unit",
        "tiles": [{"label": "Label", "text": "1", "unit": "unit", "remark": "remark"}], "figure": None, "alt": "",
        "table": {"columns": [{"label": "Region", "is_number": False}, {"label": "Openings", "is_number": True}], "rows": [["Dalian", "49,000"], ["Anshan", "–"]]},
        "points": [[("one", False)]], "caveat": "care", "note": "say", "definitions": [{"label": "Openings", "text": "People wanted.", "unit": "openings"}],
        "sql": [{"question": "What?", "statement": "select 1"}], "empty_reason": "",
    }]  # fmt: skip
