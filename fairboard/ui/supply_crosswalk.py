"""The crosswalk at the foot of Supply and demand: its edition, its weights with their reasons, and the way to edit it."""

import os

import streamlit as st

from fairboard.analysis import formatting
from fairboard.errors import FairboardError
from fairboard.locale import explain
from fairboard.store import crosswalk_file
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake.view import CHINESE_UPLOADER, READ_ONLY

ROUND, DONE = "supply_crosswalk_round", "supply_crosswalk_done"


def draw(context: Context) -> None:
    """The whole section."""
    st.subheader(context.text("The crosswalk: where the graduates of a discipline look for work"), anchor=False)
    if done := st.session_state.pop(DONE, None):
        st.success(escape(context.text(done[0], **done[1])))
    st.markdown(f"**{escape(edition_line(context))}**")
    st.caption(escape(context.text("An assumption written down, not a statistic. Download it, change weights and reasons where you know better, and hand it in: "
                                   "all numbers of this page then count by it, in a new version of the data. The weights of a discipline add up to 1.")))
    rows = context.run("supply/crosswalk").rows()
    with st.expander(context.text("All weights with their reasons"), icon=":material/table_rows:"):
        draw_table(context, rows)
    content = crosswalk_file.as_csv([(row["discipline_code"], row["sector_code"], row["weight"], row["rationale"]) for row in rows])
    st.download_button(context.text("Download the crosswalk as CSV"), data=content.encode("utf-8-sig"), mime="text/csv", on_click="ignore", icon=":material/download:",
                       file_name=f"discipline_sectors-{edition(context)['method_version']}.csv", key="supply_crosswalk_csv")
    draw_upload(context)


def edition(context: Context) -> dict:
    """The edition that the version shown counts by."""
    return context.run("supply/edition").rows()[0]


def edition_line(context: Context) -> str:
    """Crosswalk c3e62c15, 60 weights, since 2026-11-24."""
    row = edition(context)
    words = context.text("Crosswalk {edition}, {count} weights", edition=row["method_version"] or formatting.NOTHING, count=row["row_count"])
    if row["adopted_at"] is not None:
        words = context.text("{words}, since {day}", words=words, day=f"{row['adopted_at']:%Y-%m-%d}")
    return f"{words} · {row['note']}" if row["note"] else words


def draw_table(context: Context, rows: list[dict]) -> None:
    """Every weight with its reason, in the user's language where the reason is one of those that Fairboard ships."""
    heading = {name: context.text(name) for name in ("Discipline", "Sector", "Weight", "Why")}
    st.table([
        {
            heading["Discipline"]: escape(row[f"discipline_label_{context.language}"]),
            heading["Sector"]: escape(row[f"sector_label_{context.language}"]),
            heading["Weight"]: formatting.exact(row["weight"], 2),
            heading["Why"]: escape(context.text(row["rationale"])),
        }
        for row in rows
    ], border="horizontal", hide_index=True)  # fmt: skip


def draw_upload(context: Context) -> None:
    """The box for an edited crosswalk; not on a server that only shows, nor on an older version."""
    if os.environ.get(READ_ONLY):
        st.caption(escape(context.text("Handing in a crosswalk is switched off on this server ({name} is set); the command line does it.", name=READ_ONLY)))
        return
    if context.is_pinned:
        st.caption(escape(context.text("A crosswalk can be handed in on the current version, not on one that is held fast.")))
        return
    with st.expander(context.text("Hand in an edited crosswalk"), icon=":material/upload:"):
        if context.language == "zh":
            st.html(CHINESE_UPLOADER)
        upload = st.file_uploader(context.text("A CSV with the columns discipline_code, sector_code, weight and rationale. A fault in it changes nothing."),
                                  key=f"supply_crosswalk_file_{st.session_state.get(ROUND, 0)}")
        note = st.text_input(context.text("What changed, and why (it is kept with the edition)"), max_chars=crosswalk_file.LONGEST_NOTE, key="supply_crosswalk_note")
        if st.button(context.text("Count by this crosswalk"), disabled=upload is None, key="supply_crosswalk_adopt") and upload is not None:
            adopt(context, upload.getvalue(), upload.name[:80], note)


def adopt(context: Context, content: bytes, file_name: str, note: str) -> None:
    """Take the file in and show the page on the new version, or say what is wrong with it."""
    try:
        with st.spinner(context.text("Making a new version of the data …")):
            adopted = crosswalk_file.adopt(content, file_name, note)
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    words = {"edition": adopted.edition, "count": adopted.row_count}
    st.session_state[DONE] = (NEW, words) if adopted.is_new else (SAME, {"edition": adopted.edition})
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.rerun()


NEW = "Crosswalk {edition}, {count} weights, holds from now on."
SAME = "Crosswalk {edition} holds already; nothing was changed."
