"""A page's own controls, kept in the URL as short ASCII codes whatever the language of their labels."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairboard.ui import address
from fairboard.ui.context import Context


def choice(context: Context, key: str, label: str, options: dict[str, str], *, default: str) -> str:
    """The code chosen on a segmented control; ``options`` gives the label of each code, ``key`` is the name in the URL.

    The URL leads where it is not what was written last (a link, a reload, the browser's Back), else the control does. The default
    stays out of the URL, and a code that does not exist is the default.
    """
    state = st.session_state
    widget = f"{key}_{context.language}"
    asked = st.query_params.get(key, default)
    asked = asked if asked in options else default
    if widget not in state or address.is_led() or asked != state.get(f"written_{key}"):
        state[widget] = asked
    chosen = st.segmented_control(label, list(options), format_func=options.__getitem__, key=widget, required=True) or default
    state[f"written_{key}"] = chosen
    if chosen == default:
        if key in st.query_params:
            del st.query_params[key]
    elif st.query_params.get(key) != chosen:
        st.query_params[key] = chosen
    return chosen


def row() -> DeltaGenerator:
    """A line for several controls side by side."""
    return st.container(horizontal=True, vertical_alignment="bottom")
