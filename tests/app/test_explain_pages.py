"""Explain this number, on every page of the registry: what a tile or a mark shows is what the records behind it add up to."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest

from fairboard.analysis import columns, explain, formatting, metrics, runner
from fairboard.analysis.explain import Origin
from fairboard.exports import request
from fairboard.ui import explain as view
from fairboard.ui import explain_marks, links, page_export
from fairboard.ui.registry import PAGES

MOST_CHECKED = 4
"""Rows and marks of a panel that are tried: the first ones and the last."""
SELECTIONS = {"default": {}, "filtered": {"region": "210200", "kind": "campus"}}
OWN_ROW_ONLY = {
    ("fairs/published_list", "*"): "from public texts: no records are behind them",
    ("cities/regions", "openings_rank"): "a place in an order, not a count",
    ("cities/regions", "wage_median_rank"): "the same",
    ("cities/employers", "position"): "the same",
    ("supply/flows", "weight"): "a line of the crosswalk, which is its own record",
}
"""Columns that no rule explains, by question and column, with the reason: the reader sees the row of the answer and is told so."""
PLACES = ("tile_column", "tile_row", "band_start_yuan", "hour", "slot_minute", "policy_number")
"""Numbers that say where on a chart or in a list a row stands."""
WITHOUT_MARKS: dict[tuple[str, str], str] = {}
"""Charts whose marks stand for no row of an answer, by page and panel, with the reason."""


@pytest.fixture
def shown(dashboard, monkeypatch) -> Callable[..., list[tuple[Any, list, list]]]:
    """Opens a page and gives what it showed: context, tiles and panels, once for each board."""
    boards: list[tuple[Any, list, list]] = []
    monkeypatch.setattr(page_export, "draw", lambda context, tiles, panels, *rest: boards.append((context, tiles, panels)))

    def open_page(page: str, **address: str) -> list[tuple[Any, list, list]]:
        boards.clear()
        dashboard.open(page, lang="en", **address).assert_stands()
        return list(boards)

    return open_page


def some(items: list) -> list:
    return items if len(items) <= MOST_CHECKED else [*items[: MOST_CHECKED - 1], items[-1]]


def is_declared(origin: Origin) -> bool:
    name = origin.answer.query.name
    return (name, origin.column) in OWN_ROW_ONLY or (name, "*") in OWN_ROW_ONLY


def assert_explained(origin: Origin) -> None:
    """The records behind a number of a known metric are found; counting them gives the number (``explain`` shows them only then)."""
    if formatting.is_missing(origin.value) or is_declared(origin):
        return
    assert explain.explain(origin).behind, (origin.answer.query.name, origin.column, origin.rows, origin.value)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_records_behind_every_number_of_a_page_add_up_to_it(shown, page, selection):
    for context, tiles, panels in shown(page.name, **SELECTIONS[selection]):
        for tile in tiles:
            if page.name in ("compare", "overview") and tile.value == formatting.NOTHING and not tile.origin:
                continue
            assert tile.origin, f"{page.name}: the tile {tile.label} does not say where it comes from"
            if isinstance(tile.origin, tuple):
                for origin in tile.origin:
                    if origin.column in explain.explainable(origin.answer):
                        assert_explained(origin)
                continue
            if tile.origin.column in metrics.REGISTRY:
                assert tile.value == formatting.value_text(tile.origin.value, tile.origin.column, context.language), tile.label
            if explain.explainable(tile.origin.answer) and tile.origin.column in explain.explainable(tile.origin.answer) or tile.origin.rows is None:
                assert_explained(tile.origin)
        for panel in panels:
            for row in some(panel.answer.rows()):
                for column in explain.explainable(panel.answer):
                    assert_explained(Origin(panel.answer, column, (row,), panel.filters))


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_rule_knows_every_number_of_a_page_but_those_that_are_named_here(shown, page):
    for _, _, panels in shown(page.name):
        for panel in panels:
            known = {*explain.explainable(panel.answer), *PLACES}
            for item in panel.answer.query.columns:
                if item.type in columns.NUMBER_TYPES and not item.name.endswith(columns.CODE_ENDINGS):
                    assert item.name in known or is_declared(Origin(panel.answer, item.name)), (panel.answer.query.name, item.name)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_mark_is_found_again_in_the_rows_of_its_answer(shown, page):
    for _, _, panels in shown(page.name):
        for panel in panels:
            marks = view.marks_of(panel)
            if panel.figure is None or panel.answer.is_empty or (page.name, panel.panel_id) in WITHOUT_MARKS:
                continue
            assert marks is not None, f"{page.name}: the marks of the panel {panel.panel_id} do not say where they come from"
            for trace, point in clicks(panel.figure):
                found = explain_marks.rows_of(marks, panel.figure, (panel.whole or panel.answer).rows(), trace, point)
                if page.name == "compare" and panel.panel_id == "wages" and not found:
                    continue  # a band without openings on either side
                assert found, (page.name, panel.panel_id, trace, point)
                column = explain_marks.column_of(marks, panel.figure, trace, point) or view.value_of(panel)
                if column in explain.explainable(panel.answer):
                    assert_explained(Origin(panel.answer, column, tuple(found), panel.filters))


@pytest.mark.parametrize("page", ["supply", "agreements", "compare", "universities"])
def test_a_file_of_the_rows_behind_a_number_has_all_of_them(shown, page):
    for context, tiles, _ in shown(page):
        origins = [origin for tile in tiles for origin in (tile.origin if isinstance(tile.origin, tuple) else (tile.origin,)) if origin]
        for behind in (behind for origin in origins for behind in explain.explain(origin).behind):
            path, _, query = links.export(context, behind.all_rows, "csv").partition("?")
            export = request.from_url(path.partition("/export/")[2], dict(parse_qsl(query)))
            assert len(runner.run(export.query.name, export.filters, export.version, **export.parameters).frame) == behind.row_count


def clicks(figure: dict[str, Any]) -> list[tuple[int, Any]]:
    """Some marks of a figure: number of the trace, number of the point; those with a value."""
    found: list[tuple[int, Any]] = []
    for number, trace in enumerate(figure["data"]):
        if trace.get("hoverinfo") == "skip" and "customdata" not in trace:
            continue
        if trace["type"] == "heatmap":
            cells = [[row, column] for row, line in enumerate(trace["z"]) for column, value in enumerate(line) if value is not None]
            found += [(number, cell) for cell in some(cells)]
        else:
            points = [point for point, value in enumerate(trace["y"]) if value is not None]
            found += [(number, point) for point in some(points)]
    return found
