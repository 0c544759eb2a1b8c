"""The layouts that were saved: which there are, and the way to forget one."""

import streamlit as st

from fairboard.importing.kinds import KINDS
from fairboard.importing.layouts import load_layouts, remove_layout
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake.standing import units

SHOWN_HEADINGS = 8


def draw(context: Context) -> None:
    """One line for each layout, the newest first."""
    layouts = load_layouts()
    if not layouts:
        return
    names = units()
    with st.expander(context.text("Saved layouts: {count}", count=len(layouts)), icon=":material/bookmark:"):
        for layout in layouts:
            with st.container(horizontal=True, vertical_alignment="center"):
                headings = "、".join(key for key in layout.keys[:SHOWN_HEADINGS] if key) or context.text("without headings, {count} columns", count=len(layout.fields))
                office = names[layout.office][context.language] if layout.office in names else ""
                facts = [context.text(KINDS[layout.kind].label), office, layout.saved_at[:10]]
                st.markdown(f"**{escape(headings[:120])}**  \n{escape(' · '.join(fact for fact in facts if fact))}", width="stretch")
                st.button(context.text("Forget"), key=f"forget_{layout.layout_id}", icon=":material/delete:", on_click=remove_layout, args=(layout.layout_id,))
