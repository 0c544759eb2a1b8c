"""A line for each figure of a published text: what it says, what it states, what the records say, and why they differ."""

from typing import Any

import streamlit as st

from fairboard.analysis import metrics
from fairboard.briefing.reconciliation import ASSIGNABLE, KINDS, Reconciled, confirming
from fairboard.errors import Message
from fairboard.ui import explain
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.explain import Target

ICONS = {"equal": ":material/check_circle:", "equal_rounded": ":material/check:", "differs": ":material/difference:", "asked": ":material/help:",
         "garbled": ":material/broken_image:", "not_found": ":material/remove:", "not_compared": ":material/remove:"}  # fmt: skip
MOST_ROWS = 120


def draw(context: Context, found: tuple[Reconciled, ...], assigned_key: str) -> tuple[Reconciled, ...]:
    """The lines, in the order of the text, and those that are ticked; what a person assigns is kept under ``assigned_key`` in the session."""
    ticked = []
    for place, item in enumerate(found[:MOST_ROWS], 1):
        with st.container(border=True):
            if _line(context, place, item, assigned_key):
                ticked.append(item)
    if len(found) > MOST_ROWS:
        st.caption(escape(context.text("The first {count} figures are listed; shorten the text to see the others.", count=MOST_ROWS)))
    return tuple(ticked)


def _line(context: Context, place: int, item: Reconciled, assigned_key: str) -> bool:
    """One figure; True where it is ticked. What agrees with the records, or a person has assigned, is ticked until somebody takes that back."""
    said, states, records, verdict = st.columns([3, 3, 2, 4], vertical_alignment="center")
    with said:
        st.markdown(f"**{place} · {escape(item.figure.text)}**")
        st.caption(escape(item.figure.phrase))
    with states:
        _kind(context, item, assigned_key)
    with records:
        _recorded(context, place, item)
    with verdict:
        label = item.label
        st.markdown(f"{ICONS[item.verdict]} **{escape(label)}**")
        words = [item.sentence] if item.sentence != label else []
        words += [_say(context, remark) for remark in item.remarks]
        if words:
            st.caption(escape(" ".join(words)))
        if not confirming.is_kept(item.figure):
            return False
        is_settled = item.verdict in ("equal", "equal_rounded") or item.figure.reading.is_assigned
        return st.checkbox(context.text("Confirmed"), value=is_settled, key=f"briefing_tick_{item.figure.figure_id}_{item.figure.reading.kind}_{item.verdict}")


def _kind(context: Context, item: Reconciled, assigned_key: str) -> None:
    """What the figure states: as it was read, or as a person says; what seems likely stands first."""
    reading = item.figure.reading
    likely = list(dict.fromkeys([*item.suggestions, *([reading.kind] if reading.kind else []), *reading.others]))
    kinds = [*likely, *(kind for kind in ASSIGNABLE if kind not in likely)]
    is_open = item.figure.needs_answer
    key = f"briefing_kind_{item.figure.figure_id}_{context.language}"

    def assign() -> None:
        if chosen := st.session_state[key]:
            st.session_state[assigned_key] = {**st.session_state.get(assigned_key, {}), item.figure.figure_id: chosen}

    st.selectbox(
        context.text("States"), kinds, index=None if is_open or not reading.kind else kinds.index(reading.kind), format_func=lambda kind: context.text(KINDS[kind].label), key=key,
        placeholder=_placeholder(context, likely), label_visibility="collapsed", on_change=assign, disabled=item.figure.is_garbled,
    )  # fmt: skip


def _placeholder(context: Context, likely: list[str]) -> str:
    return context.text("Perhaps: {kind}", kind=context.text(KINDS[likely[0]].label)) if likely else context.text("Say what it states")


def _recorded(context: Context, place: int, item: Reconciled) -> None:
    """The number of the records; a click explains it."""
    fact = item.fact
    if fact is None or item.recorded is None:
        st.markdown(item.recorded_text)
        return
    help_text = context.text("Explain this number: what it means and which records are behind it")
    if st.button(escape(item.recorded_text), key=f"briefing_recorded_{place}", type="tertiary", help=help_text):
        metric: Any = metrics.metric(fact.metric)
        explain.show(context, Target(context.text(metric.label), fact.origin, fact.text(context.language), context.text(metric.unit), context.text(metric.definition)))


def _say(context: Context, remark: Message) -> str:
    return context.text(remark.template, **dict(remark.params))
