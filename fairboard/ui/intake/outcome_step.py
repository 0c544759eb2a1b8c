"""After an import: where the records are, what goes back to the sender, and the way to take it all back."""

import streamlit as st

from fairboard.errors import FairboardError
from fairboard.importing.filing import undo_batches
from fairboard.importing.kinds import KINDS
from fairboard.locale import explain
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake.check_step import draw_return_file
from fairboard.ui.intake.draft import Draft

PATIENCE_SECONDS = 0.2


def draw(context: Context, held: Draft) -> None:
    """What was stored, with the ways on and back."""
    numbers = ", ".join(map(str, held.filing.batch_ids))
    if held.undone:
        st.success(escape(context.text("Taken back: batch {numbers} is no longer among the records.", numbers=numbers)))
        return
    rows = sum(batch.loaded_count for batch in held.intake.batches)
    st.success(escape(context.text("{count:,} rows are in, as batch {numbers}. The dashboard shows them now.", count=rows, numbers=numbers)))
    if held.filing.replaced_ids:
        st.info(escape(context.text("It takes the place of batch {batch_ids}.", batch_ids=", ".join(map(str, held.filing.replaced_ids)))))
    with st.container(horizontal=True, vertical_alignment="center"):
        if held.filing.fair_id is not None:
            st.page_link(
                "pages/overview.py", label=context.text("See the fair on Overview"), icon=":material/monitoring:",
                query_params={"fair": str(held.filing.fair_id), "lang": context.language},
            )  # fmt: skip
        draw_return_file(context, held)
        if st.button(context.text("Take this import back"), key="import_undo", icon=":material/undo:"):
            take_back(context, held)


def wait_for_job(context: Context, held: Draft) -> None:
    """Show how far the storing is until it has ended; whatever interrupts this page, the storing goes on."""
    bar = st.progress(held.job.points, context.text("Storing …"))
    while not held.job.is_done:
        held.job.wait(PATIENCE_SECONDS)
        bar.progress(held.job.points, context.text("Storing …"))
    held.filing, error, held.job = held.job.filing, held.job.error, None
    if error is None:
        st.rerun()
    bar.empty()
    st.error(escape(explain(error, context.language)))


def take_back(context: Context, held: Draft) -> None:
    """Undo every batch of the file that is still in use."""
    try:
        undo_batches(held.filing.batch_ids)
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    held.undone = True
    st.rerun()


def draw_recent(context: Context) -> None:
    """The last files whose records are here, each with the way to take it back."""
    answer = context.run("import/recent")
    if answer.is_empty:
        return
    st.subheader(context.text("Last imports"), anchor=False)
    if notice := st.session_state.pop("import_notice", None):
        st.warning(escape(notice))
    for row in answer.rows():
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            parts = [context.text(KINDS[row["table_kind"]].label), row[f"office_{context.language}"], row[f"fair_{context.language}"],
                     context.text("{count:,} rows", count=row["rows_loaded"]), row["imported_local"]]  # fmt: skip
            st.markdown(f"**{escape(row['file_name'][:80])}**  \n{escape(' · '.join(part for part in parts if part))}", width="stretch")
            with st.popover(context.text("Take back"), icon=":material/undo:"):
                st.button(context.text("Yes, take {count:,} rows back", count=row["rows_loaded"]), key=f"undo_{row['batch_id']}", type="primary",
                          on_click=undo_recent, args=(context, row["batch_id"]))  # fmt: skip


def undo_recent(context: Context, batch_id: int) -> None:
    """Undo one batch of the list."""
    try:
        restored = undo_batches([batch_id])
    except FairboardError as error:
        st.session_state["import_notice"] = explain(error, context.language)
    else:
        st.session_state["import_notice"] = context.text("Taken back: batch {numbers} is no longer among the records.", numbers=batch_id)
        if restored:
            st.session_state["import_notice"] += " " + context.text("In use again: batch {batch_ids}.", batch_ids=", ".join(map(str, restored)))
