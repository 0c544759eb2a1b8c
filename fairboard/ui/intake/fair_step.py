"""To which fair the records belong, which office sent them, what is there already; then they are stored."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from fairboard.errors import RequestError
from fairboard.importing.batch import Progress
from fairboard.importing.filing import Filing, NewFair, store_intake
from fairboard.importing.kinds import KINDS
from fairboard.importing.layouts import layout_of, save_layout
from fairboard.locale import explain
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake.draft import Draft, round_number
from fairboard.ui.intake.job import Job
from fairboard.ui.intake.standing import Found, find_at, list_fairs, units

FAIR_KINDS = ("on_site", "campus", "special", "enterprise", "online", "launch")
NEW, KNOWN, NONE = "new", "known", "none"
CHOICES = {NEW: "A new fair", KNOWN: "A fair that is here already", NONE: "No fair"}


def draw(context: Context, held: Draft) -> None:
    """The step: fair, office, what is there already, and the button that stores."""
    st.subheader(context.text("4. Where it belongs"), anchor=False)
    choice = draw_choice(context, held)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        fair = {NEW: draw_new_fair, KNOWN: draw_known_fair, NONE: lambda *_: None}[choice](context, held)
        office = draw_office(context, held)
    is_replacing = draw_standing(context, held, fair, office)
    is_saved = st.checkbox(
        context.text("Remember this layout: the next file like it needs no correction"), value=held.is_corrected, key=f"import_remember_{round_number()}"
    )
    rows = sum(batch.loaded_count for batch in held.intake.batches)
    is_here = isinstance(fair, int) and not is_replacing and look_up(context, held, fair, office).is_same_file
    if st.button(context.text("Import {count:,} rows", count=rows), type="primary", key="import_commit", icon=":material/database_upload:", disabled=is_here):
        store(context, held, fair, office, is_replacing=is_replacing, is_saved=is_saved)


def draw_choice(context: Context, held: Draft) -> str:
    """New, known or no fair."""
    needs_fair = any(KINDS[kind].is_of_fair and kind != "employers" for kind in held.intake.kinds)
    allowed = [name for name in CHOICES if (name != KNOWN or list_fairs(context.version)) and (name != NONE or not needs_fair)]
    return st.radio(
        context.text("The records belong to"), allowed, format_func=lambda name: context.text(CHOICES[name]), horizontal=True,
        index=len(allowed) - 1 if not needs_fair else 0, key=f"import_choice_{round_number()}", persist_state="session",
    )  # fmt: skip


def draw_new_fair(context: Context, held: Draft) -> NewFair | RequestError:
    """The form of a new fair; an error where it is not whole. What was typed is kept while the user looks at another page."""
    number = round_number()
    kept: dict[str, Any] = {"persist_state": "session"}
    day: dict[str, Any] = kept | {"format": "YYYY-MM-DD", "width": 150}
    name = st.text_input(
        context.text("Name of the fair"), value=held.occasion.fair_name or "", key=f"import_name_{number}", max_chars=200, width=330,
        placeholder=context.text("for example 2026年春季招聘会"), **kept,
    )  # fmt: skip
    name_en = st.text_input(
        context.text("Name in English"), key=f"import_name_en_{number}", max_chars=200, width=260, placeholder=context.text("the same unless given"), **kept
    )
    kind = st.selectbox(
        context.text("Kind"), FAIR_KINDS, key=f"import_kind_{number}", width=190, format_func=lambda code: context.name("fair_kinds", code), **kept
    )
    first = st.date_input(context.text("First day"), value=held.intake.first_day or date.today(), key=f"import_first_{number}", **day)
    last = st.date_input(context.text("Last day"), value=first, key=f"import_last_{number}_{first}", min_value=first, **day)
    due = st.date_input(
        context.text("Filings due by"), value=last + timedelta(days=7), key=f"import_due_{number}_{last}", min_value=first,
        help=context.text("What an office files later is shown as late on the page Data quality."), **day,
    )  # fmt: skip
    names = units()
    codes = [None, *names]
    host = st.selectbox(
        context.text("Host"), codes, index=codes.index(held.office) if held.office in names else 0, key=f"import_host_{number}", width=190,
        format_func=lambda code: context.text("not stated") if code is None else names[code][context.language], **kept,
    )  # fmt: skip
    try:
        return NewFair(name.strip(), (name_en or name).strip(), kind, first, last, host, filings_due_on=due)
    except RequestError as error:
        return error


def draw_known_fair(context: Context, held: Draft) -> int:
    """The list of the recorded fairs."""
    fairs = list_fairs(context.version)
    likely = [fair_id for fair_id, fair in fairs.items() if held.office and fair.host == held.office]
    return st.selectbox(
        context.text("Fair"), list(fairs), index=list(fairs).index(likely[0]) if likely else 0, key=f"import_fair_{round_number()}", persist_state="session", width=520,
        format_func=lambda fair_id: fairs[fair_id].label(context.language),
    )  # fmt: skip


def draw_office(context: Context, held: Draft) -> str | None:
    """Who sent the file."""
    names = units()
    codes = [None, *names]
    return st.selectbox(
        context.text("Sent by the office of"), codes, index=codes.index(held.office) if held.office in codes else 0, width=240,
        key=f"import_office_{round_number()}", persist_state="session", format_func=lambda code: context.text("not stated") if code is None else names[code][context.language],
    )  # fmt: skip


def draw_standing(context: Context, held: Draft, fair: NewFair | int | RequestError | None, office: str | None) -> bool:
    """What stands at the fair already: the same file, an earlier filing of the office, the same employers and titles. True to replace."""
    if not isinstance(fair, int) and fair is not None:
        return False
    found = look_up(context, held, fair, office)
    if found.is_same_file:
        st.warning(context.text("This very file is in the fair already; it is not counted twice."))
    for label, count, ids in found.present:
        st.warning(escape(context.text("{count:,} × {label} are recorded for this fair already (batch {numbers}). What comes in is added to them.",
                                       count=count, label=context.text(label), numbers=", ".join(map(str, ids)))))  # fmt: skip
    if found.overlap_count:
        st.warning(escape(context.text("{count:,} rows have an employer and a title that stand at this fair already, for example {examples}.",
                                       count=found.overlap_count, examples="、".join(f"{employer}–{title}" for employer, title in found.examples[:3]))))  # fmt: skip
    if found.earlier_ids:
        numbers = ", ".join(map(str, found.earlier_ids))
        return st.checkbox(
            context.text("This takes the place of the office's earlier filing (batch {numbers})", numbers=numbers), value=True,
            key=f"import_replace_{round_number()}_{fair}_{office}",
        )  # fmt: skip
    return False


def look_up(context: Context, held: Draft, fair_id: int | None, office: str | None) -> Found:
    """What stands at a fair already; asked once for each version, fair and office."""
    key = (context.version, fair_id, office)
    if key not in held.found:
        held.found[key] = find_at(context.version, held.intake, fair_id, office)
    return held.found[key]


def store(context: Context, held: Draft, fair: NewFair | int | RequestError | None, office: str | None, *, is_replacing: bool, is_saved: bool) -> None:
    """Begin to store the records in one new version, or say what is missing."""
    if isinstance(fair, RequestError):
        st.error(escape(explain(fair, context.language)))
        return
    is_again = is_replacing and isinstance(fair, int) and look_up(context, held, fair, office).is_same_file
    intake = held.intake
    layouts = [replace(layout_of(plan.mapping), office=office) for plan in held.plans if is_saved and plan.is_used and plan.mapping]

    def work(progress: Progress) -> Filing:
        filing = store_intake(intake, fair, office=office, is_replacing=is_replacing, is_repeat_allowed=is_again, progress=progress)
        for layout in layouts:
            save_layout(layout)
        return filing

    held.job = Job(work)
    st.rerun()
