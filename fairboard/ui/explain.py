"""Explain this number: from a tile, a mark or a row of a table to its definition, its SQL, the records behind it and their sources."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis import columns, comparability, explain, explain_rules, formatting, metrics, runner, sentence
from fairboard.analysis.catalogue import Item
from fairboard.analysis.explain import Behind, Explanation, Origin
from fairboard.analysis.filled_sql import filled
from fairboard.analysis.filters import Filters
from fairboard.exports.rows import MOST_SHEET_ROWS
from fairboard.ui import explain_marks, links
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape

ASKED = "explain_asked"
WIDTH_PX = 920
ROLES = {
    "whole": "The records behind the number",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "base": "All openings that state a wage",
    "half": "Those of them that pay no more than the number",
    "taken": "Side A, taken off",
    "added": "Side B, added",
}
COUNTED = {
    "postings": "{rows} postings with {openings} openings",
    "compared": "{rows} postings with {openings} openings",
    "employers": "{count} employers",
    "identities": "{count} employers",
    "attendance": "{rows} counts of attendance, {count} in all",
    "universities": "{count} universities",
    "agreements": "{count} agreements",
    "fairs": "{count} fairs",
}
COUNTED_OTHERWISE = {
    ("postings", "weighted_openings"): "{rows} postings with {openings} openings; each times its weight: {count}",
    ("attendance", "weighted_count"): "{rows} counts of attendance; each times the weight of its discipline: {count}",
    ("attendance", "fairs"): "{rows} counts of attendance at {count} fairs",
    ("agreements", "regions"): "{rows} agreements of {count} regions",
    ("agreements", "universities"): "{rows} agreements with {count} universities",
    ("identities", "all_participations"): "{rows} employers with {count} participations",
}
"""How a part is said to be counted, where its measure is not the usual one of its records."""
IN_ALL = {"attendance": ("fairs",), "agreements": ("regions", "universities"), "identities": ("employers", "all_participations")}
"""Columns of the records that are said once above them, where these are not called like the records."""
FIRST = ("openings", "attendance_count", "weight", "weighted_openings", "weighted_count")
"""Columns that are added up, or make up what is: they stand before the others."""
ONLY_WITH_VALUES = ("weight", "weighted_openings", "weighted_count", "status_label_zh", "status_label_en")
"""Columns that are shown only where a record has a value in them."""


@dataclass(frozen=True)
class Target:
    """What is to be explained: where the number stands, and how the screen names and writes it."""

    title: str
    origin: Origin | tuple[Origin, ...] | None
    written: str = ""
    unit: str = ""
    definition: str = ""


def show_asked(context: Context, tiles: list[Any], panels: list[Any]) -> None:
    """Open the explanation that the user has just asked for on this page, if any."""
    asked = st.session_state.pop(ASKED, None)
    target = target_of(context, asked, tiles, panels) if isinstance(asked, dict) else None
    if target is not None:
        show(context, target)


def show(context: Context, target: Target) -> None:
    """Open the explanation of a number over the page."""
    st.dialog(context.text("Explain this number"), width=WIDTH_PX, position="right")(_draw)(context, target)


def target_of(context: Context, asked: dict[str, Any], tiles: list[Any], panels: list[Any]) -> Target | None:
    """The tile, the mark or the row of a table that the browser named; None where there is no such thing."""
    if "tile" in asked:
        number = asked["tile"]
        if not isinstance(number, int) or not 0 <= number < len(tiles):
            return None
        tile = tiles[number]
        return Target(tile.label, tile.origin, tile.value, tile.unit, tile.definition)
    panel = next((panel for panel in panels if panel.panel_id == asked.get("panel")), None)
    if panel is None:
        return None
    answer = panel.answer if "row" in asked else panel.whole or panel.answer
    rows = answer.rows()
    if "row" in asked:
        number = asked["row"]
        found = [rows[number]] if isinstance(number, int) and 0 <= number < len(rows) else []
        column = value_of(panel)
    else:
        marks = marks_of(panel)
        column = marks and panel.figure and explain_marks.column_of(marks, panel.figure, asked.get("trace"), asked.get("point")) or value_of(panel)
        found = explain_marks.rows_of(marks, panel.figure, rows, asked.get("trace"), asked.get("point")) if marks and panel.figure else []
    return Target(panel.title, Origin(answer, column, tuple(found), panel.filters)) if found else None


def marks_of(panel: Any) -> explain_marks.Marks | None:
    """How the marks of a panel are found again: as it says, else by the codes that a click filters by."""
    return panel.marks or (explain_marks.Marks(panel.code_column) if panel.code_column else None)


def value_of(panel: Any) -> str:
    """The column that the marks of a panel show: as it says, else the first that a rule knows, else the first number."""
    known = explain.explainable(panel.answer)
    numbers = [item.name for item in panel.answer.query.columns if item.type in columns.NUMBER_TYPES and not item.name.endswith(columns.CODE_ENDINGS)]
    return panel.value or next(iter([*known, *numbers]), "")


def _draw(context: Context, target: Target) -> None:
    if not target.origin:
        st.markdown(f"#### {escape(target.title)}: {escape(target.written)} {escape(target.unit)}")
        st.markdown(escape(target.definition))
        return
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        number = st.container(width="content")
        origin = _chosen(context, target)
    with number:
        name, value = heading(context, target, origin)
        if target.title != name:
            st.caption(escape(target.title))
        st.metric(escape(name), value)
    found = explain.explain(origin)
    st.markdown("\n".join(f"- **{escape(label)}**{context.text(': ')}{escape(text)}" for label, text in facts(context, origin)))
    records, sql, sources = st.tabs([context.text("Records behind"), "SQL", context.text("Where they come from")])
    with records:
        _records(context, found)
    with sql:
        _sql(context, found)
    with sources:
        _sources(context, found)


def _chosen(context: Context, target: Target) -> Origin:
    """The number to explain: the one that was clicked, or another of the same row."""
    origin = target.origin
    if isinstance(origin, tuple):
        place = st.segmented_control(context.text("Which number"), range(len(origin)), default=0, format_func=lambda number: origin[number].name, required=True,
                                     key=f"explain_side_{origin[0].answer.query.name}_{origin[0].column}_{origin[0].name}")
        return origin[place or 0]
    if origin.rows is None or len(origin.rows) != 1:
        return origin
    names = [name for name in explain.explainable(origin.answer) if not formatting.is_missing(origin.rows[0].get(name))]
    names = [origin.column, *(name for name in names if name != origin.column)]
    if len(names) < 2:
        return origin
    items = {item.name: item for item in origin.answer.query.columns}
    chosen = st.selectbox(context.text("Another number of the same row"), names, format_func=lambda name: f"{columns.label(name, context.language)}{context.text(': ')}"
                          f"{columns.column(items[name], context.language).write(origin.rows[0][name])}", width=330,
                          key=f"explain_{origin.answer.query.name}_{sorted(map(str, origin.rows[0].values()))}_{origin.column}")
    return replace(origin, column=chosen)


def heading(context: Context, target: Target, origin: Origin) -> tuple[str, str]:
    """What the number is of and its name, and the number."""
    name = metrics.REGISTRY[origin.column].label if origin.column in metrics.REGISTRY else None
    label = context.text(name) if name else columns.label(origin.column, context.language)
    if origin.rows is None:
        return label, formatting.exact(origin.value)
    if not origin.column:
        return mark_name(context, origin), formatting.NOTHING
    item = next(item for item in origin.answer.query.columns if item.name == origin.column)
    value = columns.column(item, context.language).write(origin.value)
    stands_for = mark_name(context, origin)
    return f"{stands_for}{' · ' if stands_for else ''}{label}", value


def mark_name(context: Context, origin: Origin) -> str:
    """What the row stands for: its names, else its first column with its value; several rows by their number."""
    if len(origin.rows) > 1:
        return context.text("{count} rows of the answer together", count=len(origin.rows))
    shown = columns.shown(origin.answer.query, context.language)
    names = [column.write(origin.rows[0][column.name]) for column in shown if column.name.endswith(("label_zh", "label_en", "title", "employer", "_name", "slot_start"))]
    if names or origin.answer.row_count == 1:
        return " · ".join(name for name in names[:3] if name != formatting.NOTHING)
    first = shown[0]
    return f"{first.label}{context.text(': ')}{first.write(origin.rows[0][first.name])}"


def facts(context: Context, origin: Origin) -> list[tuple[str, str]]:
    """Definition, unit, counting basis, caveat, and which filters hold."""
    answer = origin.answer
    item = next((item for item in answer.query.columns if item.name == origin.column), None)
    metric = metrics.REGISTRY.get(origin.column)
    obeyed = answer.filters.without(*(name for name in answer.filters.active() if name not in answer.query.filters))
    missed = [context.filter_label(name) for name in context.filters.active() if name not in obeyed.active()]
    pairs = [
        ("Definition", context.text(metric.definition) if metric else ""),
        ("Here", context.text(item.meaning) if item else ""),
        ("Unit and counting basis", " · ".join(context.text(text) for text in dict.fromkeys(_units(metric, item)) if text)),
        ("Note", context.text(metric.caveat) if metric and metric.caveat else ""),
        ("Obeys", selection_words(context, origin, obeyed)),
        ("Does not obey", ("、" if context.language == "zh" else ", ").join(missed)),
    ]
    return [(context.text(label), text) for label, text in pairs if text]


def selection_words(context: Context, origin: Origin, obeyed: Filters) -> str:
    """The selection that the number obeys; one of both sides of a comparison has two."""
    selections = [origin.filters or obeyed]
    if isinstance(origin.filters, dict):
        named = [selection for side, selection in origin.filters.items() if f"_{side}" in origin.column]
        selections = named[:1] or list(origin.filters.values())
    return " | ".join(sentence.filter_sentence(selection, origin.answer.version, context.language) for selection in selections)


def _units(metric: metrics.Metric | None, item: Item | None) -> tuple[str, ...]:
    return (metric.unit, metric.basis) if metric else (item.unit,) if item else ()


def _records(context: Context, found: Explanation) -> None:
    if not found.behind:
        st.info(context.text("The records behind this number cannot be told apart by a general rule. This is the row of the answer in which it stands; "
                             "the SQL shows how it came about."))
        rows = found.origin.rows or ()
        shown = columns.shown(found.origin.answer.query, context.language)
        st.dataframe([{column.label: column.write(row.get(column.name)) for column in shown} for row in rows], hide_index=True, width="stretch")
        return
    if found.behind[-1].part.role == "denominator":
        top, bottom = (sum_text(behind.total) for behind in found.behind)
        st.markdown(escape(context.text("Numerator divided by denominator: {top} / {bottom}", top=top, bottom=bottom)))
    for behind in found.behind:
        _part(context, behind)


def _part(context: Context, behind: Behind) -> None:
    """How many records there are, their sum, the first of them, and the ways to all."""
    st.markdown(f"**{escape(role_name(context, behind))}**{context.text(': ')}{escape(counted(context, behind))}")
    if not behind.row_count:
        return
    shown = sorted(columns.shown(behind.rows.query, context.language, hidden=hidden_columns(behind)), key=lambda column: column.name not in FIRST)
    frame = behind.rows.frame[[column.name for column in shown]].rename(columns={column.name: column.label for column in shown})
    st.dataframe(frame, hide_index=True, width="stretch", height=min(36 + 35 * max(len(frame), 1), 300), placeholder=formatting.NOTHING,
                 column_config={column.label: _config(column) for column in shown if column.is_date or column.name.startswith("fair_label")})
    with st.container(horizontal=True):
        if behind.row_count <= MOST_SHEET_ROWS:
            for ending in ("csv", "xlsx"):
                label = context.text("All {count} rows as {form}", count=formatting.exact(behind.row_count), form=ending.upper())
                st.link_button(label, links.export(context, behind.all_rows, ending))
        if (selection := explain_rules.as_filters(behind.part, behind.selection)) is not None:
            url = selection.to_url() | {"lang": context.language} | ({"v": context.version_id} if context.is_pinned else {})
            st.link_button(context.text("Open in Records"), f"{links.page('records')}?{urlencode(url)}")


def _config(column: columns.Column) -> Any:
    return st.column_config.DateColumn(format="YYYY-MM-DD") if column.is_date else st.column_config.TextColumn(width="medium")


def role_name(context: Context, behind: Behind) -> str:
    """What a part is in the number; where it is half of one side of a comparison, with the letter of the side."""
    name = context.text(ROLES[behind.part.role])
    return f"{context.text(comparability.LABELS[behind.part.side])} · {name}" if behind.part.side and behind.part.role in ("base", "half") else name


def hidden_columns(behind: Behind) -> tuple[str, ...]:
    """Columns of the records that say nothing of one record: counts of all of them, and what has no value here."""
    frame = behind.rows.frame
    return (behind.part.records, *IN_ALL.get(behind.part.records, ()), *(name for name in ONLY_WITH_VALUES if name in frame and frame[name].isna().all()))


def sum_text(total: float) -> str:
    """A sum as it is written: whole, unless weights made it a fraction."""
    return formatting.exact(total, 0 if float(total).is_integer() else 2)


def counted(context: Context, behind: Behind) -> str:
    """How many records a part has, and what they add up to."""
    part = behind.part
    openings = behind.sum_of("openings") if part.records in ("postings", "compared") else 0
    text = context.text(COUNTED_OTHERWISE.get((part.records, part.measure), COUNTED[part.records]), rows=formatting.exact(behind.row_count),
                        openings=formatting.exact(openings), count=sum_text(behind.total))
    if behind.row_count > explain.MOST_ROWS:
        text += context.text("; the first {count} of them", count=explain.MOST_ROWS)
    return text


def _sql(context: Context, found: Explanation) -> None:
    answer = found.origin.answer
    st.caption(escape(context.text("The question of the panel, with its parameters filled in: {question}", question=context.text(answer.query.question))))
    st.code(filled(answer.query.sql, answer.parameters), language="sql", wrap_lines=True)
    for behind in found.behind:
        st.caption(escape(f"{role_name(context, behind)}{context.text(': ')}{context.text(behind.rows.query.question)}"))
        st.code(filled(behind.rows.query.sql, behind.all_rows.parameters), language="sql", wrap_lines=True)


def _sources(context: Context, found: Explanation) -> None:
    """Files with office and time, or the sample; for a number whose records are not known, those of all selected fairs."""
    answers = [behind.sources for behind in found.behind] or [runner.run("records/sources", found.origin.answer.filters, found.origin.answer.version)]
    for behind, answer in zip(found.behind or [None], answers, strict=True):
        if behind and len(answers) > 1:
            st.markdown(f"**{escape(role_name(context, behind))}**")
        if answer.is_empty:
            st.markdown(context.text("No file: the records are the synthetic sample, or there are none."))
            continue
        shown = columns.shown(answer.query, context.language)
        st.dataframe([{column.label: _source_text(context, column, row) for column in shown} for row in answer.rows()], hide_index=True, width="stretch")


def _source_text(context: Context, column: columns.Column, row: dict[str, Any]) -> str:
    """A cell of the list of sources; records of the sample have no file."""
    if column.name == "file_name" and row["file_name"] is None and row["record_label_en"] == "Synthetic sample":
        return context.text("synthetic sample, no file")
    return column.write(row[column.name])


