"""The user's language and theme."""

from pathlib import Path

import streamlit as st

from fairboard.charts.theme import Mode
from fairboard.locale import LANGUAGES, Language
from fairboard.ui.context import Context
from fairboard.ui.registry import PAGES

NAMES = {"zh": "中文", "en": "English"}
SCRIPT = Path(__file__).parent / "board" / "theme_switch.js"


def language() -> Language:
    """From the control, else the URL, else the browser; Chinese where none says anything known."""
    chosen = st.session_state.get("language")
    if chosen not in LANGUAGES:
        asked = st.query_params.get("lang")
        chosen = asked if asked in LANGUAGES else ("en" if (st.context.locale or "zh").startswith("en") else "zh")
        st.session_state["language"] = chosen
    return chosen


def mode() -> Mode:
    """The theme that the browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw(context: Context) -> None:
    """The controls of language and theme."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control("Language / 语言", LANGUAGES, format_func=NAMES.__getitem__, key="language_control", default=context.language,
                             on_change=_take_language, label_visibility="collapsed", required=True)
        _theme_switch()(key="theme_switch", data={
            "label": context.text("Dark") if context.mode == "light" else context.text("Light"),
            "help": context.text("Change between light and dark"),
            "to": "Dark" if context.mode == "light" else "Light",
            "pages": [page.name for page in PAGES],
        }, width="content", on_moved_change=_take_url)


def _take_url() -> None:
    """After Back or Forward the URL leads, whatever the widgets still hold: they may come from a run that Back interrupted."""
    st.session_state["url_leads"] = True


def _take_language() -> None:
    st.session_state["language"] = st.session_state["language_control"]


def _theme_switch():
    return st.components.v2.component(
        "fairboard_theme_switch",
        html='<button type="button" class="fb-theme"></button>',
        css=".fb-theme { font: inherit; font-size: 0.9rem; color: var(--st-text-color); background: none; border: 1px solid var(--st-border-color);"
            " border-radius: 0.5rem; padding: 0.28rem 0.75rem; cursor: pointer; white-space: nowrap; }",
        js=SCRIPT.read_text(encoding="utf-8"),
    )
