"""The steps of the page Import, one below the other: each shows when the one before it is done."""

import os

import streamlit as st

from fairboard.errors import FairboardError
from fairboard.importing.kinds import KINDS
from fairboard.importing.templates import file_name, write_template
from fairboard.locale import explain
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake import check_step, draft, fair_step, layouts_list, mapping_step, outcome_step

READ_ONLY = "FAIRBOARD_READ_ONLY"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CHINESE_UPLOADER = """
<style>
[data-testid="stFileUploaderDropzoneInstructions"] > div > span, [data-testid="stFileUploaderDropzoneInstructions"] small { display: none; }
[data-testid="stFileUploaderDropzone"] button p { font-size: 0; }
[data-testid="stFileUploaderDropzone"] button p::after { content: "选择文件"; font-size: 1rem; }
</style>
"""
"""Streamlit has no Chinese for the words inside its box for files."""


def draw(context: Context) -> None:
    """The whole page."""
    if os.environ.get(READ_ONLY):
        st.info(context.text("Importing is switched off on this server ({name} is set). Ask whoever runs it, or import with the command line.", name=READ_ONLY))
        return
    held = draft.current()
    if held is None:
        draw_file_step(context)
        draw_templates(context)
        layouts_list.draw(context)
        outcome_step.draw_recent(context)
        return
    if held.job is not None:
        outcome_step.wait_for_job(context, held)
    draw_file_line(context, held)
    if held.filing is not None:
        outcome_step.draw(context, held)
        return
    mapping_step.draw(context, held)
    if held.is_ready and check_step.draw(context, held):
        fair_step.draw(context, held)


def draw_file_step(context: Context) -> None:
    """The box into which a file is dropped."""
    st.subheader(context.text("1. Drop a file"), anchor=False)
    if context.language == "zh":
        st.html(CHINESE_UPLOADER)
    upload = st.file_uploader(
        context.text("A table from an office or an employer: XLSX, XLS, CSV, TSV, JSON. Nothing is stored before you say so."),
        key=f"import_file_{draft.round_number()}",
    )
    if upload is None:
        return
    try:
        with st.spinner(context.text("Reading {name} …", name=escape(upload.name[:80]))):
            draft.start(upload.name, upload.getvalue())
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    st.rerun()


def draw_file_line(context: Context, held: draft.Draft) -> None:
    """Which file it is, and the way out."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        sheets = context.text("sheets: {count}", count=len(held.source.grids))
        st.markdown(f"**{escape(held.source.name)}** · {sheets}", width="content")
        label = context.text("Import another file") if held.filing else context.text("Cancel: forget this file")
        st.button(label, on_click=draft.let_go, icon=":material/close:" if not held.filing else ":material/add:", key="import_cancel")


def draw_templates(context: Context) -> None:
    """The workbooks that an office can fill in."""
    with st.expander(context.text("Templates for offices: filled in, they come in without a question"), icon=":material/table_view:"), st.container(horizontal=True):
        for kind in KINDS.values():
            st.download_button(
                context.text(kind.label), data=lambda kind=kind: write_template(kind, context.language), mime=XLSX,
                file_name=file_name(kind, context.language), on_click="ignore", icon=":material/download:", key=f"template_{kind.name}",
                help=context.text(kind.description),
            )  # fmt: skip
