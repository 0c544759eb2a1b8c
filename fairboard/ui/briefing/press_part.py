"""The part with the press text: exact or rounded, every figure explained by a click, and the text as a file."""

import streamlit as st

from fairboard.analysis import metrics
from fairboard.briefing import communique
from fairboard.briefing.communique import Communique
from fairboard.briefing.communique.content import ROUNDED_KEY
from fairboard.ui import explain
from fairboard.ui.briefing import press, slides_part
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.explain import Target

FILES = {"docx": "Word", "html": "HTML"}
ASKED = "briefing_press_asked"


def draw(context: Context) -> None:
    """The whole part."""
    is_rounded = _rounding(context)
    text = communique.build(context.filters, context.version, context.language, is_rounded=is_rounded)
    if text.synthetic_note:
        st.caption(escape(text.synthetic_note))
    press.draw(context, text.title, text.dateline, text.paragraphs, _on_figure)
    for remark in text.basis:
        st.caption(escape(remark))
    _files(context, is_rounded)
    _explain_asked(context, text)


def _rounding(context: Context) -> bool:
    options = {"": context.text("Exact"), "1": context.text("Rounded")}
    asked = "1" if st.query_params.get(ROUNDED_KEY) == "1" else ""
    chosen = st.segmented_control(context.text("Figures"), list(options), default=asked, format_func=options.__getitem__, required=True, key=f"briefing_rounded_{context.language}",
                                  help=context.text("Rounded figures carry a word such as “more than” or “nearly” by a stated rule that is never false"))
    if chosen:
        st.query_params[ROUNDED_KEY] = chosen
    elif ROUNDED_KEY in st.query_params:
        del st.query_params[ROUNDED_KEY]
    return bool(chosen)


def _files(context: Context, is_rounded: bool) -> None:
    query = context.filters.to_url() | ({ROUNDED_KEY: "1"} if is_rounded else {})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        language = slides_part.language_choice(context, "briefing_text_in")
        for ending, label in FILES.items():
            st.link_button(label, slides_part.file_address(context, f"communique.{ending}", query, language), icon=":material/download:")


def _on_figure() -> None:
    if asked := st.session_state[press.KEY].get("figure"):
        st.session_state[ASKED] = asked["fact"]


def _explain_asked(context: Context, text: Communique) -> None:
    asked = st.session_state.pop(ASKED, None)
    fact = next((fact for fact in text.facts if fact.fact_id == asked), None)
    if fact is not None:
        metric = metrics.metric(fact.metric)
        explain.show(context, Target(context.text(metric.label), fact.origin, fact.text(context.language), context.text(metric.unit), context.text(metric.definition)))
