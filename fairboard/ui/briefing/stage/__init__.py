"""The slide being worked on, as it will be shown, and the button that presents it full screen."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from fairboard.ui.context import Context
from fairboard.ui.present import LAUNCHER

FOLDER = Path(__file__).parent
KEY = "briefing_stage"


@dataclass(frozen=True)
class Stage:
    """What is shown: the address of all slides, and which of those that are switched on is in sight (from 1; 0 where it is not among them)."""

    url: str
    slide_number: int
    slide_count: int


def draw(context: Context, stage: Stage, on_closed: Any) -> None:
    """The preview with its button; ``on_closed`` is called when a presentation has been left."""
    words = {
        "present": context.text("Present"),
        "present_help": context.text("Full screen from the slide in sight; the arrow keys lead on, Esc leaves, ? shows all keys"),
        "window": context.text("Open in a tab of its own"),
        "preview": context.text("Preview of the slide"),
        "off": context.text("This slide is switched off: it is not shown."),
    }
    component = st.components.v2.component(
        "fairboard_stage",
        html='<div class="fb-stage-host"></div>',
        css=(FOLDER / "stage.css").read_text(encoding="utf-8"),
        js=LAUNCHER.read_text(encoding="utf-8") + (FOLDER / "stage.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
    component(key=KEY, data=asdict(stage) | {"words": words}, on_closed_change=on_closed)
