"""How charts reach the browser: the one place where that is decided.

A page hands over tiles and panels; one component draws them all and keeps its Plotly charts alive between runs, so that a filter
change sends arrays and redraws, and rebuilds nothing. ``board.js`` is that component; it and ``plotly.min.js``, out of the installed
plotly package, come once by way of the server's own route (``assets.py``), and ``stub.js`` is all that travels with an answer.
"""

import json
from dataclasses import dataclass, field, fields
from typing import Any

import streamlit as st

from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import URL_KEYS, Filters
from fairboard.analysis.runner import Answer
from fairboard.charts import theme
from fairboard.ui import cube_routes, explain, links, page_export, tables
from fairboard.ui.board import assets
from fairboard.ui.context import Context
from fairboard.ui.explain_marks import Marks

HEIGHT = 340


@dataclass(frozen=True)
class Tile:
    """One headline figure, already written in the user's language.

    ``origin`` says where the number stands, so that a click on the tile can explain it: ``Origin(answer, column, (row,))``; a tile with
    several numbers has several, each with its ``name``.
    """

    metric: str
    label: str
    value: str
    definition: str
    unit: str = ""
    note: str = ""
    change: str = ""
    comparison: str = ""
    origin: Origin | tuple[Origin, ...] | None = None


@dataclass(frozen=True)
class Panel:
    """One block of a page: a question answered by a chart (or by its table alone where ``figure`` is None).

    ``pick`` is the name of the filter that a click on a mark toggles; the codes come from the figure's ``customdata`` and from
    the answer's column ``code_column``.

    For "Explain this number": ``value`` is the column of the answer that the marks show (the first one that a rule knows where it is
    None), ``marks`` how a mark is found again in the answer's rows where ``code_column`` is not enough, ``filters`` the selection in
    words where it is not the answer's: one for all, or one for each ending of a column's name (``openings_a``).
    ``cube`` is the dimension (``analysis.cube.DIMENSIONS``) by which the chart adds up openings, obeying all filters but the one on it, where
    the browser may redraw it by itself; charts of a page without one wait for the server. ``whole`` is the answer in which marks are found,
    where the table shows fewer rows than the chart.
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
    value: str | None = None
    marks: Marks | None = None
    filters: Filters | dict[str, Filters] | None = None
    whole: Answer | None = None
    cube: str | None = None


def show(context: Context, panels: list[Panel], tiles: list[Tile] | None = None, tiles_note: str = "") -> None:
    """Draw ``tiles``, a line under them, and ``panels``, and offer all of them as a workbook.

    A click on a mark toggles the panel's filter and runs the page again; where the panel is set to explain, it explains the mark.
    """
    data = {
        "board": {"script": assets.SCRIPT.address, "style": assets.STYLE.address},
        "plotly_url": links.asset("plotly.min.js"),
        "stamp": context.stamp,
        "words": _words(context),
        "tiles": [{item.name: getattr(tile, item.name) for item in fields(tile) if item.name != "origin"} for tile in tiles or []],
        "tiles_note": tiles_note,
        "panels": [_payload(context, panel) for panel in panels],
        "selection": context.filters.to_url(),
        "keys": URL_KEYS,
        "index_url": _index_url(context, panels),
        "index_family": f"{context.version_id} {context.language} {context.mode}",
    }
    page_export.draw(context, tiles or [], panels, tiles_note, lambda panel: _ignored(context, panel))
    _component()(key=f"board_{context.page}", data=_written(data), on_pick_change=_on_pick(context), on_explain_change=_on_explain(context))
    explain.show_asked(context, tiles or [], panels)


def _written(data: dict[str, Any]) -> bytes:
    """``data`` as the JSON that ``stub.js`` reads; Streamlit would look through a dictionary for frames, and write it twice."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _component() -> Any:
    return st.components.v2.component(
        "fairboard_board",
        html='<div class="fb-board"></div>',
        js=assets.STUB,
        isolate_styles=False,
    )


def _index_url(context: Context, panels: list[Panel]) -> str | None:
    """Where the browser finds what it needs to redraw charts by itself; None where none of them is to be had from that."""
    if not any(panel.cube and panel.figure is not None and not panel.answer.is_empty for panel in panels):
        return None
    return cube_routes.address(context.filters, context.version_id, context.language, context.mode)


def _on_pick(context: Context) -> Any:
    def take() -> None:
        pick = st.session_state[f"board_{context.page}"].get("pick")
        if pick:
            context.choose({key: str(text) for key, text in pick["changes"].items() if key in URL_KEYS.values()})

    return take


def _on_explain(context: Context) -> Any:
    def ask() -> None:
        if asked := st.session_state[f"board_{context.page}"].get("explain"):
            st.session_state[explain.ASKED] = dict(asked)

    return ask


def _words(context: Context) -> dict[str, str]:
    return {
        "table": context.text("Table"),
        "table_help": context.text("Show the numbers as a table"),
        "sql_help": context.text("Show the SQL behind these numbers"),
        "download": context.text("Download"),
        "pick": context.text("Filter by this"),
        "range": context.text("Range of wages"),
        "range_from": context.text("Wages from"),
        "range_to": context.text("Wages to"),
        "range_over": context.text("over {amount} yuan", amount="{amount}"),
        "range_up_to": context.text("up to {amount} yuan", amount="{amount}"),
        "range_joint": "，" if context.language == "zh" else ", ",
        "range_any": context.text("all wages"),
        "explain": context.text("Explain"),
        "explain_help": context.text("Explain this number: what it means and which records are behind it"),
        "explain_row": context.text("Explain {name}", name="{name}"),
        "explain_armed": context.text("Click a mark to explain it; Esc to stop."),
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
        "cube": panel.cube,
        "has_marks": explain.marks_of(panel) is not None,
        "stamp": context.stamp,
        "file_name": f"fairboard-{answer.query.name.replace('/', '-')}-{context.version_id}",
    }


def _ignored(context: Context, panel: Panel) -> str:
    """Which active filters the panel does not obey; its own one, where the rest stays in sight for comparison, is said so."""
    obeyed = set(panel.answer.query.filters) & set(panel.answer.filters.active())
    missed = [name for name in context.filters.active() if name not in obeyed]
    notes = []
    own = [name for name in missed if name in _own(panel) and name in panel.answer.query.filters]
    if own:
        missed = [name for name in missed if name not in own]
        notes.append(context.text("What is chosen stands out; the rest stays in sight for comparison."))
    if missed:
        separator = "、" if context.language == "zh" else ", "
        notes.insert(0, context.text("Does not obey: {filters}", filters=separator.join(context.filter_label(name) for name in missed)))
    return " ".join(notes)


def _own(panel: Panel) -> tuple[str | None, ...]:
    """The filters that a click on a mark sets: of a wage both ends."""
    return ("wage_at_least_yuan", "wage_at_most_yuan") if panel.pick == "wage_at_least_yuan" else (panel.pick,)


def alt_of(context: Context, title: str, pairs: list[tuple[str, str]]) -> str:
    """A text alternative: the title and the first marks of the chart."""
    separator, stop = ("；", "。") if context.language == "zh" else ("; ", ".")
    return f"{title}: {separator.join(f'{name} {value}' for name, value in pairs[:8])}{stop}"


__all__ = ["HEIGHT", "Marks", "Origin", "Panel", "Tile", "alt_of", "show"]
