"""The selection in the URL and in the session.

The session holds the selection while the user moves between pages; the URL is written after every change, and read whenever it
is not what was written last: on a deep link, a reload, or the browser's Back.
"""

from pathlib import Path

import streamlit as st

from fairboard.analysis import filters as filters_module
from fairboard.analysis import options
from fairboard.analysis.filters import URL_KEYS, Filters
from fairboard.locale import Language, translate
from fairboard.ui.context import Context

MOST_SHOWN = 5


def read(version: Path, language: Language, page: str) -> Filters:
    """The selection of this run; values in the URL that mean nothing are dropped with a notice."""
    state = st.session_state
    query = {key: value for key, value in st.query_params.items() if key in URL_KEYS.values()}
    is_moved_page = state.get("page") not in (None, page)
    state["page"] = page
    is_chosen, url_leads = state.pop("filters_moved", False), state.pop("url_leads", False)
    state["url_led"] = url_leads
    if "filters" in state and not url_leads and (is_chosen or query == state.get("written") or (is_moved_page and not query)):
        return state["filters"]
    allowed = {name: {option.code for option in found} for name, found in options.of_version(version).items()}
    selection, dropped = filters_module.from_url(query, allowed)
    if dropped:
        shown = ", ".join(repr(item)[1:-1][:40] for item in dropped[:MOST_SHOWN])
        state["notice"] = translate("These values in the link mean nothing here and were dropped: {values}", language, values=shown)
    state["filters"] = selection
    return selection


def is_led() -> bool:
    """True in a run that Back or Forward asked for. The URL leads in it even where it is what was written last: Streamlit has run the page
    already for the same step, and what widgets report now may be older than that run.
    """
    return st.session_state.get("url_led", False)


def write(context: Context) -> None:
    """Put the selection and the language into the URL, if they are not there already."""
    wanted = context.filters.to_url() | {"lang": context.language}
    if context.is_pinned:
        wanted["v"] = context.version_id
    held = dict(st.query_params.items())
    own = {key: value for key, value in held.items() if key not in (*URL_KEYS.values(), "lang", "v")}
    if held != own | wanted:
        st.query_params.from_dict(own | wanted)
    st.session_state["written"] = context.filters.to_url()
