"""The press text on screen: every figure in it is a button that explains it."""

from pathlib import Path
from typing import Any

import streamlit as st

from fairboard.briefing.model import Text
from fairboard.ui.context import Context

FOLDER = Path(__file__).parent
KEY = "briefing_press"


def draw(context: Context, title: str, dateline: str, paragraphs: tuple[Text, ...], on_figure: Any) -> None:
    """The text; a click on a figure gives ``{"fact": fact_id}`` to the state of the component and calls ``on_figure``."""
    component = st.components.v2.component(
        "fairboard_press",
        html='<article class="fb-press"></article>',
        css=(FOLDER / "press.css").read_text(encoding="utf-8"),
        js=(FOLDER / "press.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
    data = {
        "title": title,
        "dateline": dateline,
        "paragraphs": [[_part(part) for part in paragraph] for paragraph in paragraphs],
        "language": context.language,
        "words": {"explain": context.text("Explain this number: what it means and which records are behind it"), "copy": context.text("Copy the text"),
                  "copied": context.text("Copied")},
    }
    component(key=KEY, data=data, on_figure_change=on_figure)


def _part(part: Any) -> dict[str, str]:
    return {"text": part} if isinstance(part, str) else {"text": part.text, "fact": part.fact.fact_id}
