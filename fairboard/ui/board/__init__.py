"""How charts reach the browser: the one place where that is decided.

A page hands over tiles and panels; one component draws them all and keeps its Plotly charts alive between runs, so that a filter
change sends arrays and redraws, and rebuilds nothing. ``board.js`` is that component, ``plotly.min.js`` comes from the installed
plotly package by way of the server's own route.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from fairboard.analysis.runner import Answer
from fairboard.charts import theme
from fairboard.ui import links, tables
from fairboard.ui.context import Context

FOLDER = Path(__file__).parent
HEIGHT = 340


@dataclass(frozen=True)
class Tile:
    """One headline figure, already written in the user's language."""

    metric: str
    label: str
    value: str
    definition: str
    unit: str = ""
    note: str = ""
    change: str = ""
    comparison: str = ""


@dataclass(frozen=True)
class Panel:
    """One block of a page: a question answered by a chart (or by its table alone where ``figure`` is None).

    ``pick`` is the name of the filter that a click on a mark toggles; the codes come from the figure's ``customdata`` and from
    the answer's column ``code_column``.
    """

    panel_id: str
    title: str
    subtitle: str
    answer: Answer
    figure: theme.Figure | None
    alt: str
    width: str = "half"
    height: int = HEIGHT
    pick: str | None = None
    code_column: str | None = None
    hidden_columns: tuple[str, ...] = field(default=())


def show(context: Context, panels: list[Panel], tiles: list[Tile] | None = None, tiles_note: str = "") -> None:
    """Draw ``tiles``, a line under them, and ``panels``; a click on a mark toggles the panel's filter and runs the page again."""
    data = {
        "plotly_url": links.asset("plotly.min.js"),
        "stamp": context.stamp,
        "words": _words(context),
        "tiles": [vars(tile) for tile in tiles or []],
        "tiles_note": tiles_note,
        "panels": [_payload(context, panel) for panel in panels],
    }
    _component()(key=f"board_{context.page}", data=data, on_pick_change=_on_pick(context))


def _component() -> Any:
    return st.components.v2.component(
        "fairboard_board",
        html='<div class="fb-board"></div>',
        css=(FOLDER / "board.css").read_text(encoding="utf-8"),
        js=(FOLDER / "board.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )


def _on_pick(context: Context) -> Any:
    def toggle() -> None:
        pick = st.session_state[f"board_{context.page}"].get("pick")
        if pick:
            context.toggle(pick["filter"], pick["value"])

    return toggle


def _words(context: Context) -> dict[str, str]:
    return {
        "table": context.text("Table"),
        "table_help": context.text("Show the numbers as a table"),
        "sql_help": context.text("Show the SQL behind these numbers"),
        "download": context.text("Download"),
        "pick": context.text("Filter by this"),
    }


def _payload(context: Context, panel: Panel) -> dict[str, Any]:
    answer = panel.answer
    figure = panel.figure
    if figure is not None:
        figure["layout"].setdefault("meta", {})["ground"] = theme.colour("ground", context.mode)
    return {
        "id": panel.panel_id,
        "title": panel.title,
        "subtitle": panel.subtitle,
        "ignored": _ignored(context, panel),
        "empty": context.empty_reason(answer) if answer.is_empty else None,
        "figure": figure,
        "alt": panel.alt,
        "table": tables.of(context, answer, panel.code_column, panel.hidden_columns),
        "sql": answer.query.sql,
        "links": {"CSV": links.export(context, answer, "csv"), "XLSX": links.export(context, answer, "xlsx")},
        "width": panel.width,
        "height": panel.height,
        "pick": panel.pick,
        "stamp": context.stamp,
        "file_name": f"fairboard-{answer.query.name.replace('/', '-')}-{context.version_id}",
    }


def _ignored(context: Context, panel: Panel) -> str:
    """Which active filters the panel does not obey; its own one, where the rest stays in sight for comparison, is said so."""
    obeyed = set(panel.answer.query.filters) & set(panel.answer.filters.active())
    missed = [name for name in context.filters.active() if name not in obeyed]
    notes = []
    if panel.pick in missed and panel.pick not in panel.answer.filters.active() and panel.pick in panel.answer.query.filters:
        missed.remove(panel.pick)
        notes.append(context.text("What is chosen stands out; the rest stays in sight for comparison."))
    if missed:
        separator = "、" if context.language == "zh" else ", "
        notes.insert(0, context.text("Does not obey: {filters}", filters=separator.join(context.filter_label(name) for name in missed)))
    return " ".join(notes)


def alt_of(context: Context, title: str, pairs: list[tuple[str, str]]) -> str:
    """A text alternative: the title and the first marks of the chart."""
    separator, stop = ("；", "。") if context.language == "zh" else ("; ", ".")
    return f"{title}: {separator.join(f'{name} {value}' for name, value in pairs[:8])}{stop}"


__all__ = ["HEIGHT", "Panel", "Tile", "alt_of", "show"]
