"""The editor: a statement is typed or prefilled, and run only when the user says so."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis import formatting
from fairboard.analysis.sandbox import jobs
from fairboard.analysis.sandbox.limits import limit
from fairboard.errors import QueryError, RequestError
from fairboard.locale import explain
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.sql_start import TEXT

KEY = "sql"
LONGEST_IN_ADDRESS = 10_000
"""Letters that the statement may take in the address, as they are written there."""
RESULT, FAILURE, WRITTEN, TOO_LONG = "sql_result", "sql_failure", "sql_written", "sql_is_too_long"
LOOK_S = 0.5
STYLE = "<style>.st-key-sql_text textarea { font-family: ui-monospace, Consolas, 'Noto Sans Mono CJK SC', monospace; font-size: 0.9rem; line-height: 1.45; }</style>"


def places() -> list[Any]:
    """Where the editor and the schema stand."""
    return st.columns([3, 2], gap="large")


def draw(context: Context) -> None:
    """The editor; a press on Run leaves result or failure in the session, and what is to be said of it stands under the button."""
    _take_address()
    st.html(STYLE)
    with st.form("sql_form", border=False):
        st.text_area("SQL", key=TEXT, height=300, max_chars=limit("SQL_MOST_LETTERS"), placeholder="select fair_kind, count(*) as fairs\nfrom fairs\ngroup by all")
        is_asked = st.form_submit_button(context.text("Run"), key="sql_run", type="primary", icon=":material/play_arrow:", help=context.text("Also by Ctrl+Enter in the editor"))
    place = st.empty()
    if is_asked:
        _run(context, place, st.session_state[TEXT] or "")
    _say(context)


def show_limits(context: Context) -> None:
    """What holds for every statement: the limits, and what the tables hold side by side."""
    st.caption(escape(context.text(
        "Reads the version shown and nothing else: {seconds} seconds, {memory} MB of memory, {rows} rows and {size} MB of result at the most.",
        seconds=limit("SQL_LONGEST_S"), memory=limit("SQL_MEMORY_LIMIT_MB"), rows=f"{limit('SQL_MOST_ROWS'):,}", size=limit("SQL_MOST_RESULT_MB"),
    )))  # fmt: skip
    st.caption(escape(context.text(
        "The tables hold the synthetic sample beside recorded and published fairs: narrow by fairs.record_kind, or they are added up. "
        "The filters at the side are filled into the questions of the pages; they do not change what stands in the editor."
    )))  # fmt: skip


def _say(context: Context) -> None:
    """How the last run ended: how many rows there are, or why there are none."""
    failure, result = st.session_state.get(FAILURE), st.session_state.get(RESULT)
    if failure is not None:
        first, _, rest = explain(failure, context.language).partition("\n")
        st.error(escape(first))
        if rest.strip():
            st.code(rest.strip("\n"), language=None, wrap_lines=True)
    elif result is not None:
        count = formatting.exact(result.table.num_rows)
        st.caption(escape(context.text("{rows} rows · {seconds} s · version {version}", rows=count, seconds=f"{result.seconds:.1f}", version=result.version_id)))
        if result.is_cut:
            st.warning(escape(context.text("These are the first {rows} rows, the most that are shown and exported here; the statement gives more.", rows=count)))
    if st.session_state.get(TOO_LONG):
        st.warning(escape(context.text("The statement is too long for the address: the link and a saved view open this page without it.")))


def _take_address() -> None:
    """A statement in the address that this page has not written is put into the editor, and waits there."""
    state = st.session_state
    asked = st.query_params.get(KEY)
    if asked is not None and asked != state.get(WRITTEN):
        state[TEXT] = asked[: limit("SQL_MOST_LETTERS")].replace("\x00", "")
        state[WRITTEN] = asked
        state[RESULT] = state[FAILURE] = None
    elif TEXT not in state:
        state[TEXT] = state.get("sql_kept", "")


def _run(context: Context, place: Any, sql: str) -> None:
    state = st.session_state
    state[RESULT] = state[FAILURE] = None
    state["sql_kept"] = sql
    _write_address(sql)
    with place.container(horizontal=True, vertical_alignment="center"):
        line = st.empty()
        st.button(context.text("Stop"), key="sql_stop")  # any click runs the page again, and that ends the process
    line.caption(context.text("Waiting for a turn …"))
    try:
        with jobs.turn(sql, context.version) as job:
            while not job.is_done(LOOK_S):
                line.caption(context.text("Running for {seconds} s", seconds=f"{job.seconds:.0f}"))
            state[RESULT] = job.result()
    except (QueryError, RequestError) as error:
        state[FAILURE] = error
    place.empty()


def _write_address(sql: str) -> None:
    """Put the statement into the address, so that the link can be passed on; one that is too long for a link stays out."""
    is_short = len(urlencode({KEY: sql})) <= LONGEST_IN_ADDRESS and sql.strip()
    if is_short:
        st.query_params[KEY] = sql
        st.session_state[WRITTEN] = sql
    elif KEY in st.query_params:
        del st.query_params[KEY]
    st.session_state[TOO_LONG] = bool(sql.strip()) and not is_short
