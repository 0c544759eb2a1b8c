"""The shared filters in the sidebar."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from fairboard.analysis import options
from fairboard.analysis.filters import Filters
from fairboard.ui.context import Context

LISTS = ("fair_ids", "fair_kinds", "region_codes", "sector_codes", "education_levels", "ownerships", "university_codes", "record_kinds")
WAGES_YUAN = (3000, 5000, 8000, 10000, 15000, 20000)
WAGE_TEXTS = {"wage_at_least_yuan": "{amount} yuan a month or more", "wage_at_most_yuan": "{amount} yuan a month or less"}
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
HELP = {
    "region_codes": "For openings the place of work; for fairs, attendance and agreements the host city.",
    "university_codes": "Attendance and agreements only: a posting has no university.",
    "wage_at_least_yuan": "The lower end of the wage range, in yuan a month before tax.",
    "wage_at_most_yuan": "The lower end of the wage range, in yuan a month before tax.",
    "record_kinds": "Recorded fairs and the synthetic sample are never added up unless you choose both.",
}


def draw(context: Context) -> Context:
    """Draw the filters, set to the context's selection; gives the context with what the user has chosen now."""
    _fill(context.filters)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(context.text("Filters"), anchor=False)
        st.button(context.text("Clear all"), on_click=_clear, disabled=not context.filters.active(), type="tertiary", key="clear_filters")
    for name in LISTS[:2]:
        _list(context, name)
    st.date_input(context.filter_label("start_on"), value=None, key="filter_start_on", min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", on_change=_take)
    st.date_input(context.filter_label("end_on"), value=None, key="filter_end_on", min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", on_change=_take)
    for name in LISTS[2:5]:
        _list(context, name)
    for name in WAGE_TEXTS:
        _wage(context, name)
    for name in LISTS[5:]:
        _list(context, name)
    chosen = _chosen()
    st.session_state["filters"] = chosen
    return replace(context, filters=chosen)


def _fill(selection: Filters) -> None:
    """Set the widgets to the selection; Streamlit keeps them so while the user does nothing."""
    for name in LISTS:
        st.session_state[f"filter_{name}"] = list(getattr(selection, name))
    for name in ("start_on", "end_on", *WAGE_TEXTS):
        st.session_state[f"filter_{name}"] = getattr(selection, name)


def _list(context: Context, name: str) -> None:
    """A list: what is chosen is shown by its name alone; what can still be chosen carries the text that a search finds."""
    texts = options.search_texts(context.version, name, context.language)
    known = [code for code in getattr(context.filters, name) if code in texts]
    shown = texts | {code: context.name(name, code) for code in known}
    st.session_state[f"filter_{name}"] = known
    st.multiselect(
        context.filter_label(name), list(texts), format_func=shown.__getitem__, key=f"filter_{name}",
        placeholder=context.text("All"), help=context.text(HELP[name]) if name in HELP else None, on_change=_take, select_all=False,
    )


def _wage(context: Context, name: str) -> None:
    held = getattr(context.filters, name)
    amounts = sorted({*WAGES_YUAN, *([held] if held else [])})
    st.selectbox(
        context.filter_label(name), amounts, index=None, key=f"filter_{name}", on_change=_take,
        format_func=lambda yuan: context.text(WAGE_TEXTS[name], amount=f"{yuan:,}"), placeholder=context.text("Any wage"), help=context.text(HELP[name]),
    )


def _chosen() -> Filters:
    state = st.session_state
    values: dict[str, Any] = {name: tuple(state[f"filter_{name}"]) for name in LISTS}
    start_on, end_on = state["filter_start_on"], state["filter_end_on"]
    if start_on and end_on and start_on > end_on:
        start_on, end_on = end_on, start_on
    least, most = (state[f"filter_{name}"] for name in WAGE_TEXTS)
    if least and most and least > most:
        least, most = most, least
    return Filters(**values, start_on=start_on, end_on=end_on, wage_at_least_yuan=least, wage_at_most_yuan=most)


def _take() -> None:
    """After a change by the user the widgets lead and the URL follows."""
    st.session_state["filters"] = _chosen()
    st.session_state["filters_moved"] = True


def _clear() -> None:
    st.session_state["filters"] = Filters()
    st.session_state["filters_moved"] = True
