"""The button that gives a page as one workbook, with everything that the page shows at that moment."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairboard.analysis import metrics
from fairboard.charts import theme
from fairboard.exports.page_book import PageBook, PagePanel, PageTile, write_page
from fairboard.ui import explain, links
from fairboard.ui.context import Context
from fairboard.ui.registry import page_of

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {"share": "0.0%", "ratio": "#,##0.00"}


_place: ContextVar[DeltaGenerator | None] = ContextVar("fairboard_page_export", default=None)


def reserve(place: DeltaGenerator) -> None:
    """Where the button of this run is to stand: beside the title, which is drawn before the page knows what it shows."""
    _place.set(place)


def draw(context: Context, tiles: list[Any], panels: list[Any], tiles_note: str = "", ignored: Callable[[Any], str] = lambda _: "") -> None:
    """The button; the workbook is made when it is pressed, not before. ``ignored`` gives the filters that a panel does not obey."""
    link = _link(context)
    name = f"fairboard-{context.page}-{'-'.join(context.record_kinds)}-{context.version_id}.xlsx"
    place = _place.get()
    (place or st).download_button(
        context.text("Page as XLSX"), data=lambda: write_page(book_of(context, tiles, panels, link, tiles_note, ignored)), file_name=name, mime=TYPE,
        key="page_as_xlsx", on_click="ignore", icon=":material/download:", type="tertiary",
        help=context.text("One workbook: a sheet for each panel with its numbers and a chart to work on, definitions, SQL and sources"),
    )


def book_of(context: Context, tiles: list[Any], panels: list[Any], link: str, tiles_note: str = "", ignored: Callable[[Any], str] = lambda _: "") -> PageBook:
    """What the workbook of the page holds."""
    page = page_of(context.page)
    sentence, kinds = context.selection_and_kinds
    return PageBook(
        title=context.text(page.title), question=context.text(page.question), sentence=sentence, record_kinds=kinds,
        has_synthetic="synthetic" in context.record_kinds, link=link, version=context.version, filters=context.filters, language=context.language,
        tiles=[_tile(part) for tile in tiles for part in _parts(tile)], tiles_note=tiles_note, panels=[_panel(panel, ignored(panel)) for panel in panels],
    )


def _parts(tile: Any) -> list[Any]:
    """A tile of several numbers, such as the two sides of a comparison, as one for each; what they differ by stands with the last."""
    if not isinstance(tile.origin, tuple) or any(origin.value is None for origin in tile.origin):
        return [tile]
    *others, last = [replace(tile, label=f"{tile.label} · {origin.name}", origin=origin) for origin in tile.origin]
    return [*(replace(part, change="", comparison="") for part in others), last]


def _tile(tile: Any) -> PageTile:
    origin = None if isinstance(tile.origin, tuple) else tile.origin
    metric = metrics.REGISTRY.get(origin.column if origin else tile.metric)
    value = origin.value if origin else None
    is_number = isinstance(value, int | float) and value == value
    change = " ".join(text for text in (tile.change, tile.comparison) if text)
    number_format = FORMATS.get(metric.kind if metric else "", "#,##0")
    return PageTile(origin.column if origin else tile.metric, tile.label, tile.value, value if is_number else None, number_format, tile.unit, tile.definition,
                    tile.note, change, origin)


def _panel(panel: Any, ignored: str) -> PagePanel:
    marks = explain.marks_of(panel)
    code = panel.code_column or (marks.code if marks and marks.code in {item.name for item in panel.answer.query.columns} else None)
    return PagePanel(panel.title, panel.subtitle, ignored, panel.answer, panel.hidden_columns, _light(panel.figure), code, explain.value_of(panel))


def _light(figure: Any) -> Any:
    """A figure with every colour of the dark palette in the light one: paper is white."""
    if isinstance(figure, dict):
        return {name: _light(value) for name, value in figure.items()}
    if isinstance(figure, list | tuple):
        return [_light(value) for value in figure]
    return theme.in_light(figure) if isinstance(figure, str) else figure


def _link(context: Context) -> str:
    """The address that reopens the page as it is, on this version."""
    query = dict(st.query_params.items()) | context.filters.to_url() | {"lang": context.language, "v": context.version_id}
    return f"{st.context.url or links.page(context.page)}?{urlencode(query)}"
