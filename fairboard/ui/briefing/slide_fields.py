"""The fields of the slide that is being worked on: its title and the speaker's note, in the language of the page."""

import streamlit as st

from fairboard.briefing.deck_code import MOST_NOTE_LETTERS, MOST_TITLE_LETTERS
from fairboard.briefing.storyboard import Storyboard
from fairboard.briefing.subjects import KIND_NAMES
from fairboard.ui.briefing import state
from fairboard.ui.context import Context


def draw(context: Context, board: Storyboard, kind: str) -> None:
    """Title and note; both are kept as soon as the field is left."""
    slide, language = board.slide(kind), context.language
    title_key, note_key = state.field_key("title", kind, context), state.field_key("note", kind, context)
    st.text_input(
        context.text("Title of the slide"), value=slide.titles.get(language, ""), placeholder=context.text(KIND_NAMES[kind]), max_chars=MOST_TITLE_LETTERS, key=title_key,
        on_change=lambda: state.change(lambda held: held.retitled(kind, language, st.session_state[title_key] or "")),
    )
    st.text_area(
        context.text("Speaker's note"), value=slide.notes.get(language, ""), max_chars=MOST_NOTE_LETTERS, height=110, key=note_key,
        placeholder=context.text("What you want to say; seen only in the speaker's window and in the notes of the PowerPoint file"),
        on_change=lambda: state.change(lambda held: held.noted(kind, language, st.session_state[note_key] or "")),
    )
    st.caption(context.text("Title and note belong to the language of the page; the other language has its own."))
