"""Keeping what was confirmed: the figures of a text with their source, in a new version of the data."""

import os
from datetime import date

import streamlit as st

from fairboard.analysis import options
from fairboard.briefing import reconciliation
from fairboard.briefing.reconciliation import Reconciled
from fairboard.errors import FairboardError
from fairboard.locale import explain
from fairboard.store.published import Source
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.intake.view import READ_ONLY

DONE = "briefing_kept"
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def draw(context: Context, found: tuple[Reconciled, ...], published_on: date | None) -> None:
    """The form; not on a server that only shows, nor on an older version."""
    if done := st.session_state.pop(DONE, None):
        st.success(escape(context.text("{count} figures are kept as published figures in version {version}. The page Methods lists them.", **done)))
    rows = reconciliation.rows_of([item.figure for item in found])
    if not rows:
        return
    with st.expander(context.text("Keep the confirmed figures: {count}", count=len(rows)), icon=":material/library_add:"):
        if reason := _reason_off(context):
            st.caption(escape(reason))
            return
        _form(context, found, published_on)


def _reason_off(context: Context) -> str:
    if os.environ.get(READ_ONLY):
        return context.text("Keeping figures is switched off on this server ({name} is set).", name=READ_ONLY)
    return context.text("Figures can be kept in the current version, not in one that is held fast.") if context.is_pinned else ""


def _form(context: Context, found: tuple[Reconciled, ...], published_on: date | None) -> None:
    st.caption(context.text("Only the figures, the title and the link are kept, not the text. Confirming the same text again puts the new figures in the place of the old."))
    fairs = {option.code: context.name("fair_ids", option.code) for option in options.of_version(context.version)["fair_ids"]}
    with st.form("briefing_keep_form", border=False):
        title = st.text_input(context.text("Title of the text"), max_chars=300, key="briefing_keep_title")
        producer = st.text_input(context.text("Published by"), max_chars=200, key="briefing_keep_producer")
        url = st.text_input(context.text("Link"), max_chars=1000, key="briefing_keep_url", placeholder="https://")
        language = st.radio(context.text("Language of the text"), list(LANGUAGE_NAMES), format_func=LANGUAGE_NAMES.__getitem__, horizontal=True, key="briefing_keep_language",
                            index=list(LANGUAGE_NAMES).index(context.language))
        fair_id = st.selectbox(context.text("The fair it is about, if it is one"), list(fairs), index=None, format_func=fairs.__getitem__, key="briefing_keep_fair")
        is_asked = st.form_submit_button(context.text("Keep these figures"), type="primary", key="briefing_keep")
    if not is_asked:
        return
    source = Source(title=title or "", language=language or context.language, producer=producer or "", published_on=published_on, url=(url or "").strip())
    try:
        with st.spinner(context.text("Making a new version of the data …")):
            kept = reconciliation.confirm(source, [item.figure for item in found], int(fair_id) if fair_id is not None else None)
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    st.session_state[DONE] = {"count": kept.figure_count, "version": kept.version.stem}
    st.rerun()
