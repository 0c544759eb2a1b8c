"""The tables and columns of the version, with their units and meanings, beside the editor."""

from itertools import groupby
from typing import Any

import streamlit as st

from fairboard.analysis import glossary
from fairboard.locale import translate
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape

HEIGHT = 330
MOST_OPEN = 3
LONGEST_SEARCH = 100


def draw(context: Context) -> None:
    """A search box and the tables it finds; a search that finds few shows their columns at once."""
    search = st.text_input(context.text("Tables and columns"), key="sql_schema_search", max_chars=LONGEST_SEARCH, icon=":material/search:",
                           placeholder=context.text("A table, a column, a unit, a meaning …"))
    rows = context.run("methods/data_dictionary").rows()
    tables = {name: list(columns) for name, columns in groupby(rows, key=lambda row: row["table_name"])}
    found = {name: kept for name, columns in tables.items() if (kept := matching(search, columns))}
    with st.container(height=HEIGHT, border=False):
        if not found:
            st.caption(context.text("No table and no column is called that or means that."))
        for name, columns in found.items():
            _table(context, name, columns, is_open=bool(search.strip()) and len(found) <= MOST_OPEN)


def matching(search: str, columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All columns where the table itself matches, else those that do."""
    if glossary.matches(search, [columns[0]["table_name"], *_both(columns[0]["table_meaning"])]):
        return columns
    return [row for row in columns if glossary.matches(search, [row["table_name"], row["column_name"], row["data_type"], *_both(row["meaning"])])]


def _both(meaning: str | None) -> list[str]:
    return [meaning, translate(meaning, "zh")] if meaning else []


def _table(context: Context, name: str, columns: list[dict[str, Any]], *, is_open: bool) -> None:
    meaning = context.text(columns[0]["table_meaning"]) if columns[0]["table_meaning"] else ""
    with st.expander(f"`{name}` {escape(meaning)}", expanded=is_open):
        lines = [f"`{row['column_name']}` {escape(row['data_type'].lower())}  \n{escape(context.text(row['meaning'] or ''))}" for row in columns]
        st.markdown("\n\n".join(lines))
