"""What an import of the file would do: counts, what is left out and why, texts that were not understood, personal data."""

from pathlib import Path

import streamlit as st

from fairboard.errors import FairboardError
from fairboard.importing.batch import Batch, read_plans
from fairboard.importing.inspection import find_findings, summary_of
from fairboard.importing.kinds import KINDS, label_of
from fairboard.importing.return_file import write_return_file
from fairboard.importing.summary import COVERED_FIELDS
from fairboard.locale import explain
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake.draft import Draft

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN_TEXTS = 200
SHORT_LIST = 8
TILES = (("row_count", "Rows read"), ("loaded_count", "Rows taken over"), ("rejected_count", "Rows left out"), ("repeated_count", "Exact repeats"))


def draw(context: Context, held: Draft) -> bool:
    """The step; True when the file was checked and something of it can be stored."""
    st.subheader(context.text("3. Check"), anchor=False)
    if held.intake is None:
        if not st.button(context.text("Check the file"), type="primary", key="import_check", icon=":material/fact_check:"):
            return False
        if not check(context, held):
            return False
        st.rerun()
    for batch in held.intake.batches:
        draw_batch(context, batch, is_only=len(held.intake.batches) == 1)
    for sheet in held.intake.left_out:
        st.caption(escape(context.text("Sheet {sheet} left out: {reason}", sheet=sheet.sheet, reason=explain(sheet.problem, context.language) if sheet.problem else "")))
    draw_return_file(context, held)
    return True


def check(context: Context, held: Draft) -> bool:
    """Read every row; False when none of them can be stored, and then the page says why."""
    bar = st.progress(0, context.text("Checking every row …"))
    done = 0

    def move_on(points: int) -> None:
        nonlocal done
        done = min(100, done + points)
        bar.progress(done, context.text("Checking every row …"))

    try:
        held.intake = read_plans(held.source, held.plans, move_on)
    except FairboardError as error:
        bar.empty()
        st.error(escape(explain(error, context.language)))
        return False
    bar.empty()
    return True


def draw_batch(context: Context, batch: Batch, *, is_only: bool) -> None:
    """The counts and the tables of one kind of table."""
    if not is_only:
        st.markdown(f"**{escape(context.text(KINDS[batch.kind].label))}**")
    tiles = st.container(horizontal=True)
    for name, label in TILES:
        tiles.metric(context.text(label), f"{getattr(batch, name):,}", border=True, width=160)
    if batch.dropped_headings or batch.removed_count:
        notes = [context.text("Personal data are not stored.")]
        if batch.dropped_headings:
            notes.append(context.text("Columns dropped: {headings}.", headings="、".join(batch.dropped_headings)))
        if batch.removed_count:
            notes.append(context.text("Numbers or addresses taken out of {count:,} cells.", count=batch.removed_count))
        st.info(escape(" ".join(notes)))
    left, right = st.columns(2)
    with left:
        draw_coverage(context, batch)
    with right:
        draw_problems(context, batch)


def draw_coverage(context: Context, batch: Batch) -> None:
    """How many rows state each field, and how many of those cells were understood."""
    st.markdown(f"**{escape(context.text('Fields'))}**")
    rows = []
    for field in COVERED_FIELDS[batch.kind]:
        counts = batch.coverage.get(field)
        stated = counts.filled / batch.loaded_count if counts and batch.loaded_count else 0.0
        understood = counts.parsed / counts.filled if counts and counts.filled else None
        rows.append({context.text("Field"): context.text(label_of(field, batch.kind)), context.text("Stated"): stated * 100,
                     context.text("Understood"): None if understood is None else understood * 100})  # fmt: skip
    percent = st.column_config.ProgressColumn(format="%.1f%%", min_value=0, max_value=100)
    st.dataframe(rows, hide_index=True, height="content", column_config={context.text("Stated"): percent, context.text("Understood"): percent})


def draw_problems(context: Context, batch: Batch) -> None:
    """Rows left out by reason, and texts not understood by frequency."""
    st.markdown(f"**{escape(context.text('Left out and not understood'))}**")
    reasons = batch.rejected["reason"].value_counts()
    for reason, count in reasons.items():
        st.markdown(escape(context.text("{count:,} rows left out: {reason}", count=count, reason=context.text(reason))))
    texts = [
        {context.text("Field"): context.text(label_of(field, batch.kind)), context.text("Text"): text[:120], context.text("Cells"): count}
        for field, counts in batch.coverage.items()
        if field != "sector"
        for text, count in counts.unparsed.most_common(SHOWN_TEXTS)
    ]
    if texts:
        st.dataframe(sorted(texts, key=lambda row: -row[context.text("Cells")])[:SHOWN_TEXTS], hide_index=True, height="content" if len(texts) <= SHORT_LIST else 300)
    titles = batch.coverage["sector"].unparsed if "sector" in batch.coverage else {}
    if titles:
        share = titles.total() / batch.loaded_count
        with st.expander(context.text("{share:.1%} of the rows have no sector: the commonest titles", share=share)):
            st.dataframe([{context.text("Job title"): title, context.text("Rows"): count} for title, count in titles.most_common(SHOWN_TEXTS)],
                         hide_index=True, height="content" if len(titles) <= SHORT_LIST else 300)  # fmt: skip
            st.caption(context.text("The rules are in data/reference/sector_rules.csv; a line there gives these titles a sector."))
    if not texts and not len(reasons) and not titles:
        st.markdown(escape(context.text("Nothing: every cell was understood.")))


def draw_return_file(context: Context, held: Draft) -> None:
    """The sender's own workbook with marks, to send back."""
    st.download_button(
        context.text("Return file for the sender"), icon=":material/assignment_return:", mime=XLSX, on_click="ignore", key="import_return",
        file_name=context.text("Checked - {name}", name=Path(held.name).stem) + ".xlsx", data=lambda: return_file(context, held),
        help=context.text("The file as it was sent, with marks and comments where something is wrong, and a first sheet that sums it up."),
    )  # fmt: skip


def return_file(context: Context, held: Draft) -> bytes:
    """The bytes of the return file."""
    with held.on_disk() as path:
        return write_return_file(path, find_findings(held.intake), summary_of(held.intake), context.language)
