"""The slides of the storyboard in their order: on or off, up and down, and which one is being worked on."""

from collections.abc import Callable

import streamlit as st

from fairboard.briefing.model import SubjectKind
from fairboard.briefing.storyboard import SlideChoice, Storyboard
from fairboard.briefing.subjects import KIND_NAMES, SUBJECT_NAMES
from fairboard.ui.briefing import state
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape

STYLE = """<style>
[class*="st-key-briefing_line_"] { margin-bottom: -0.6rem; flex-wrap: nowrap; }
[class*="st-key-briefing_show_"] { min-width: 0; flex: 1 1 0; }
[class*="st-key-briefing_show_"] button p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
[class*="st-key-briefing_show_"] button { justify-content: flex-start; text-align: left; min-height: 2.1rem; }
[class*="st-key-briefing_show_"] button div { justify-content: flex-start; }
</style>"""
SUBJECT, BY_SELECTION = "briefing_subject", "selection"


def draw(context: Context, board: Storyboard, chosen: str) -> None:
    """The subject, and a line for each slide."""
    st.html(STYLE)
    _subject(context, board)
    shown, others = board.on, [slide for slide in board.slides if not slide.is_on]
    for slide in shown:
        _line(context, board, slide, is_chosen=slide.kind == chosen)
    if others:
        with st.expander(context.text("More slides: {count}", count=len(others)), expanded=not shown or chosen in {slide.kind for slide in others}, icon=":material/add:"):
            for slide in others:
                _line(context, board, slide, is_chosen=slide.kind == chosen)
    st.button(context.text("Back to the standard storyboard"), key="briefing_reset", icon=":material/restart_alt:", type="tertiary", disabled=board.is_standard,
              on_click=lambda: state.replace_all(board.reset()))


def chosen_kind(board: Storyboard) -> str:
    """The slide that is being worked on: the one chosen last, else the first that is shown."""
    kind = st.session_state.get(state.CHOSEN)
    kinds = {slide.kind for slide in board.slides}
    return kind if kind in kinds else next((slide.kind for slide in board.on), board.slides[0].kind)


def title_of(context: Context, slide: SlideChoice) -> str:
    """The title of a slide: its own, else the standard one."""
    return slide.titles.get(context.language) or context.text(KIND_NAMES[slide.kind])


def _subject(context: Context, board: Storyboard) -> None:
    options = {BY_SELECTION: context.text("By the selection: {subject}", subject=context.text(SUBJECT_NAMES[state.of_subject(None, context).subject]))}
    options |= {name: context.text(label) for name, label in SUBJECT_NAMES.items()}
    key = f"{SUBJECT}_{context.language}_{st.session_state.get(state.ROUND, 0)}"
    names = list(options)

    def choose() -> None:
        picked = st.session_state[key]
        subject: SubjectKind | None = None if picked == BY_SELECTION else picked
        state.replace_all(state.of_subject(subject, context))

    place = names.index(board.subject) if board.is_own_subject or not board.is_standard else 0
    st.selectbox(context.text("What the briefing is about"), names, index=place, format_func=options.__getitem__, key=key, on_change=choose,
                 help=context.text("Another subject begins with its standard storyboard"))


def _line(context: Context, board: Storyboard, slide: SlideChoice, *, is_chosen: bool) -> None:
    title = title_of(context, slide)
    shown = f"{board.on.index(slide) + 1}  {title}" if slide.is_on else title

    def act(step: Callable[[Storyboard], Storyboard]) -> None:
        st.session_state[state.CHOSEN] = slide.kind
        state.change(step)

    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"briefing_line_{slide.kind}"):
        key = state.field_key("on", slide.kind, context)
        st.session_state[key] = slide.is_on
        st.checkbox(escape(title), key=key, label_visibility="collapsed", on_change=lambda: act(lambda held: held.switched(slide.kind)))
        st.button(escape(shown), key=f"briefing_show_{slide.kind}", type="primary" if is_chosen else "tertiary", width="stretch",
                  on_click=lambda: act(lambda held: held), help=context.text("Show and edit this slide"))
        if slide.is_on:
            up, down = steps(board, slide)
            st.button("↑", key=f"briefing_up_{slide.kind}", type="tertiary", disabled=not up, help=context.text("Move {title} up", title=escape(title)),
                      on_click=lambda: act(lambda held: held.moved(slide.kind, up)))
            st.button("↓", key=f"briefing_down_{slide.kind}", type="tertiary", disabled=not down, help=context.text("Move {title} down", title=escape(title)),
                      on_click=lambda: act(lambda held: held.moved(slide.kind, down)))


def steps(board: Storyboard, slide: SlideChoice) -> tuple[int, int]:
    """How far a slide moves to stand before the one shown before it, or behind the one after it; those that are off are passed over. 0: it is the first, or the last."""
    places = [board.slides.index(held) for held in board.on]
    place = places.index(board.slides.index(slide))
    up = places[place - 1] - places[place] if place else 0
    down = places[place + 1] - places[place] if place + 1 < len(places) else 0
    return up, down
