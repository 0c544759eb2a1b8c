"""The storyboard of this user: the address leads where it is not what was written last (a link, a reload, the browser's Back), else the session."""

from collections.abc import Callable

import streamlit as st

from fairboard.briefing import storyboard
from fairboard.briefing.model import SubjectKind
from fairboard.briefing.storyboard import Storyboard
from fairboard.errors import RequestError
from fairboard.locale import explain
from fairboard.ui import address
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape

BOARD, WRITTEN, CHOSEN, REFUSED = "briefing_board", "briefing_written", "briefing_slide", "briefing_refused"
ROUND = "briefing_round"
"""Counts what changed the storyboard from outside the fields, so that they show it."""
MOVED = "briefing_moved"
"""Set by a change on the page: the address that comes with it may be that of the run before, and does not lead then."""
MOST_SHOWN = 5


def take(context: Context) -> Storyboard:
    """The storyboard of this run, in the address too; values that mean nothing are dropped and named."""
    state = st.session_state
    query = {key: st.query_params[key] for key in storyboard.KEYS if key in st.query_params}
    is_chosen = state.pop(MOVED, False) and not address.is_led()
    if BOARD not in state or address.is_led() or not (is_chosen or query == state.get(WRITTEN)):
        board, dropped = storyboard.from_url(query, context.filters)
        if dropped:
            shown = ", ".join(repr(item)[1:-1][:40] for item in dropped[:MOST_SHOWN])
            st.warning(escape(context.text("These values in the link mean nothing here and were dropped: {values}", values=shown)))
        _keep(board)
    board = _following(context, state[BOARD])
    _write(context, board)
    return board


def change(step: Callable[[Storyboard], Storyboard]) -> None:
    """Change the storyboard as it is now, which need not be the one that was drawn; for callbacks only.

    A change that makes its texts too long for a link is refused, which the page then says.
    """
    changed = step(st.session_state[BOARD])
    try:
        changed.to_url()
    except RequestError as error:
        st.session_state[REFUSED] = error
        return
    st.session_state[BOARD] = changed
    st.session_state[MOVED] = True


def replace_all(board: Storyboard) -> None:
    """Keep another storyboard, whose texts the fields have to show; for callbacks only."""
    _keep(board)
    st.session_state[MOVED] = True


def of_subject(subject: SubjectKind | None, context: Context) -> Storyboard:
    """The standard storyboard of a subject that was chosen, or of the one that follows from the filters where it is None."""
    board, _ = storyboard.from_url({storyboard.SUBJECT_KEY: subject} if subject else {}, context.filters)
    return board


def field_key(name: str, kind: str, context: Context) -> str:
    """The key of a field of one slide, another one when the storyboard came from elsewhere."""
    return f"briefing_{name}_{kind}_{context.language}_{st.session_state.get(ROUND, 0)}"


def _keep(board: Storyboard) -> None:
    state = st.session_state
    state[BOARD] = board
    state[ROUND] = state.get(ROUND, 0) + 1


def _following(context: Context, board: Storyboard) -> Storyboard:
    """A storyboard that nobody has changed follows the filters: one fair chosen makes it one of a fair."""
    if board.is_own_subject or not board.is_standard or board.subject == storyboard.subject_of(context.filters):
        return board
    _keep(of_subject(None, context))
    return st.session_state[BOARD]


def _write(context: Context, board: Storyboard) -> None:
    """Put the storyboard into the address; say why the last change was refused."""
    if refused := st.session_state.pop(REFUSED, None):
        st.error(escape(explain(refused, context.language)))
    wanted = board.to_url()
    for key in storyboard.KEYS:
        if key in wanted and st.query_params.get(key) != wanted[key]:
            st.query_params[key] = wanted[key]
        elif key not in wanted and key in st.query_params:
            del st.query_params[key]
    st.session_state[WRITTEN] = wanted
