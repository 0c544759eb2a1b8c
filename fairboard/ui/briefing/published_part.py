"""The part for published texts: paste one or drop in its file; its figures are marked, set against the records, and kept when confirmed."""

from dataclasses import dataclass
from datetime import date
from html import escape as html_escape

import streamlit as st

from fairboard.briefing import reconciliation
from fairboard.briefing.reconciliation import VERDICTS, Reconciled
from fairboard.briefing.reconciliation.files import LARGEST_BYTES
from fairboard.briefing.reconciliation.finding import LARGEST_TEXT
from fairboard.errors import FairboardError
from fairboard.locale import explain
from fairboard.ui.briefing import published_keep, published_rows
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.intake.view import CHINESE_UPLOADER

TEXT, TAKEN, ASSIGNED, DAY = "briefing_published_text", "briefing_published_taken", "briefing_assigned", "briefing_published_day"
EARLIEST = date(1990, 1, 1)
STYLE = """<style>
.fb-published { white-space: pre-wrap; line-height: 1.9; max-height: 26rem; overflow: auto; padding: 1rem 1.2rem; }
.fb-published { border: 1px solid rgba(128, 128, 128, 0.35); border-radius: 0.4rem; }
.fb-published mark { background: none; color: inherit; font-weight: 650; border-bottom: 3px solid; padding: 0 0.1em; }
.fb-published mark sup { font-weight: 400; opacity: 0.8; margin-left: 0.15em; }
.fb-equal, .fb-equal_rounded { border-color: #0b7a75 !important; }
.fb-differs { border-color: #c2570c !important; border-bottom-style: double !important; }
.fb-asked, .fb-garbled { border-color: #a87900 !important; border-bottom-style: dashed !important; }
.fb-not_found, .fb-not_compared { border-color: #8a94a3 !important; border-bottom-style: dotted !important; }
</style>"""


@dataclass(frozen=True)
class Published:
    """The text that was taken in, its figures beside the records, and the day of the text where it is known."""

    text: str
    found: tuple[Reconciled, ...]
    published_on: date | None


def draw(context: Context) -> None:
    """The whole part."""
    _take_in(context)
    text = st.session_state.get(TAKEN)
    if not text:
        return
    published = _reconciled(context, text)
    st.subheader(escape(_summary(context, published.found)), anchor=False)
    st.caption(escape(context.text("Set against the selection: {selection}. Choose at the side what the text is about.", selection=context.selection_and_kinds[0])))
    st.html(STYLE + f'<div class="fb-published" lang="">{_marked(published)}</div>')
    ticked = published_rows.draw(context, published.found, ASSIGNED)
    published_keep.draw(context, ticked, published.published_on)


def _take_in(context: Context) -> None:
    """The fields for the text; what they hold is read when the button is pressed."""
    if context.language == "zh":
        st.html(CHINESE_UPLOADER)
    with st.form("briefing_published_form"):
        pasted = st.text_area(context.text("Paste a published text, Chinese or English"), key=TEXT, height=160, max_chars=LARGEST_TEXT)
        upload = st.file_uploader(context.text("Or its file: TXT, DOCX, PDF or HTML"), key="briefing_published_file", max_upload_size=LARGEST_BYTES // 10**6)
        st.date_input(context.text("Day of the text, if known"), value=None, min_value=EARLIEST, key=DAY, format="YYYY-MM-DD", width=220)
        is_asked = st.form_submit_button(context.text("Find the figures"), type="primary", key="briefing_published_find", icon=":material/search:")
    if not is_asked:
        return
    try:
        text = reconciliation.read_text(upload.getvalue(), upload.name[:120]) if upload else pasted or ""
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    st.session_state[TAKEN], st.session_state[ASSIGNED] = text[:LARGEST_TEXT], {}
    if not text.strip():
        st.warning(context.text("There is no text yet. Paste one, or choose its file."))


def _reconciled(context: Context, text: str) -> Published:
    assigned = st.session_state.get(ASSIGNED, {})
    figures = [reconciliation.assign(figure, assigned[figure.figure_id]) if figure.figure_id in assigned else figure for figure in reconciliation.find(text)]
    day = st.session_state.get(DAY)
    with st.spinner(context.text("Asking the records …")):
        found = reconciliation.reconcile(figures, context.filters, context.version, context.language, published_on=day)
    return Published(text, found, day)


def _summary(context: Context, found: tuple[Reconciled, ...]) -> str:
    """How many figures there are of each verdict."""
    if not found:
        return context.text("No figure was found in this text.")
    counts = [(context.text(label), sum(1 for item in found if item.verdict == verdict)) for verdict, label in VERDICTS.items()]
    parts = ("、" if context.language == "zh" else ", ").join(f"{label} {count}" for label, count in counts if count)
    return context.text("{count} figures: {parts}", count=len(found), parts=parts)


def _marked(published: Published) -> str:
    """The text as HTML with its figures marked and numbered; all of it escaped, since it comes from outside."""
    numbers = {item.figure.figure_id: (place, item.verdict) for place, item in enumerate(published.found, 1)}
    parts = []
    for piece in reconciliation.pieces(published.text, [item.figure for item in published.found]):
        words = html_escape(piece.text)
        if piece.figure_id in numbers:
            place, verdict = numbers[piece.figure_id]
            words = f'<mark class="fb-{verdict}">{words}<sup>{place}</sup></mark>'
        parts.append(words)
    return "".join(parts)
