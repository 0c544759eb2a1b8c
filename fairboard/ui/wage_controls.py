"""The controls of the page on wages: the basis and the line, both in the URL."""

import streamlit as st

from fairboard.ui import address, controls
from fairboard.ui.context import Context

BASES = {"floor": "Lower end", "midpoint": "Midpoint", "ceiling": "Upper end"}
BASIS_NAMES = {"floor": "floor", "midpoint": "midpoint", "ceiling": "ceiling"}
LINE_YUAN, LEAST_YUAN, MOST_YUAN, STEP_YUAN = 10_000, 3_000, 30_000, 500
BASIS_KEY, LINE_KEY = "basis", "line"


def draw(context: Context) -> tuple[str, int]:
    """The basis (floor, midpoint, ceiling) and the line in yuan a month that the user has chosen."""
    left, right = st.columns([2, 3], vertical_alignment="bottom", gap="large")
    with left:
        basis = controls.choice(context, BASIS_KEY, context.text("Wage counted by"), {code: context.text(name) for code, name in BASES.items()}, default="floor")
    with right:
        line_yuan = _line(context)
    return basis, line_yuan


def read_line(text: str | None) -> int:
    """The line that ``text`` in the URL asks for; the default for anything that is not a step of the scale."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 8
    yuan = int(text) if is_number else LINE_YUAN
    return yuan if LEAST_YUAN <= yuan <= MOST_YUAN and yuan % STEP_YUAN == 0 else LINE_YUAN


def _line(context: Context) -> int:
    """The URL leads where it is not what was written last (a link, a reload, the browser's Back), else the slider does."""
    state = st.session_state
    asked = read_line(st.query_params.get(LINE_KEY))
    if "line_yuan" not in state or address.is_led() or asked != state.get("written_line"):
        state["line_yuan"] = asked
    chosen = st.slider(context.text("Wage line in yuan a month; more than that counts"), LEAST_YUAN, MOST_YUAN, step=STEP_YUAN, key="line_yuan", format="localized")
    state["written_line"] = chosen
    if chosen == LINE_YUAN:
        if LINE_KEY in st.query_params:
            del st.query_params[LINE_KEY]
    elif st.query_params.get(LINE_KEY) != str(chosen):
        st.query_params[LINE_KEY] = str(chosen)
    return chosen
