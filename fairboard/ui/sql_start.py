"""The pages' own questions, to be put into the editor with the selection filled in."""

import streamlit as st

from fairboard.analysis.catalogue import Query
from fairboard.analysis.sandbox import starting
from fairboard.ui.context import Context
from fairboard.ui.registry import PAGES, page_of

TEXT = "sql_text"
"""The key of the editor's text in the session."""


def draw(context: Context) -> None:
    """Page, question, and the button that puts it into the editor in place of what is there."""
    found = starting.questions(tuple(page.name for page in PAGES))
    left, middle, right = st.columns([3, 5, 3], vertical_alignment="bottom")
    page = left.selectbox(context.text("Start from a page"), list(found), format_func=lambda name: context.text(page_of(name).title), key="sql_start_page")
    queries = {query.name: query for query in found[page]}
    name = middle.selectbox(context.text("Question"), list(queries), format_func=lambda name: context.text(queries[name].question), key=f"sql_start_{page}")
    right.button(context.text("Into the editor"), key="sql_start", on_click=_put, args=(context, queries[name]), width="stretch")


def _put(context: Context, query: Query) -> None:
    st.session_state[TEXT] = starting.statement(query, context.filters, context.version, context.language)
