"""The part with the slides: the list, the preview with the button to present, the fields of the chosen slide, and the files."""

from urllib.parse import urlencode

import streamlit as st

from fairboard.briefing.storyboard import Storyboard
from fairboard.ui import briefing_routes, links, present
from fairboard.ui.briefing import slide_fields, slide_list, stage
from fairboard.ui.briefing.stage import Stage
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.links import ROOT

SHOWN = "briefing_presented"
FILES = {"pptx": "PowerPoint", "pdf": "PDF", "xlsx": "Excel"}
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def draw(context: Context, board: Storyboard) -> None:
    """The whole part."""
    _say_newer(context)
    left, right = st.columns([2, 3], gap="large")
    chosen = slide_list.chosen_kind(board)
    with left:
        slide_list.draw(context, board, chosen)
    with right:
        kinds = [slide.kind for slide in board.on]
        url = present.address(query_of(context, board), context.language, context.version_id, context.mode)
        st.session_state.setdefault(SHOWN, context.version_id)
        stage.draw(context, Stage(url, kinds.index(chosen) + 1 if chosen in kinds else 0, len(kinds)), lambda: None)
        _files(context, board)
        slide_fields.draw(context, board, chosen)


def query_of(context: Context, board: Storyboard) -> dict[str, str]:
    """The parameters that give the same briefing again, language and version left out."""
    return context.filters.to_url() | board.to_url()


def file_address(context: Context, name: str, query: dict[str, str], language: str) -> str:
    """The address of a file of this version, in one language or in both."""
    held = query | {"lang": context.language, "v": context.version_id} | ({briefing_routes.IN_KEY: language} if language != context.language else {})
    return f"{links.base()}{ROOT}/{name}?{urlencode(held)}"


def language_choice(context: Context, key: str) -> str:
    """In which language a file is wanted, or in both."""
    options = LANGUAGE_NAMES | {briefing_routes.BOTH: context.text("Both languages")}
    return st.segmented_control(context.text("Language of the files"), list(options), default=context.language, format_func=options.__getitem__, required=True,
                                key=f"{key}_{context.language}") or context.language


def _files(context: Context, board: Storyboard) -> None:
    language = language_choice(context, "briefing_in")
    with st.container(horizontal=True):
        for ending, label in FILES.items():
            st.link_button(label, file_address(context, f"briefing.{ending}", query_of(context, board), language), icon=":material/download:", disabled=not board.on)


def _say_newer(context: Context) -> None:
    """Who comes back from a presentation is told that there are newer data meanwhile."""
    held = st.session_state.get(SHOWN)
    if held is None or held == context.version_id:
        return
    st.info(escape(context.text("There are newer data since the slides were opened: they showed {before}, this page shows {now}.", before=held, now=context.version_id)))
    st.session_state[SHOWN] = context.version_id
