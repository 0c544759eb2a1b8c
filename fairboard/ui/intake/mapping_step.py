"""What was understood of each sheet: kind of table, header, columns with examples, first rows as they will be; all of it can be corrected."""

import streamlit as st

from fairboard.importing.inspection import preview
from fairboard.importing.kinds import KINDS, PERSONAL
from fairboard.importing.mapping import ColumnMapping, column_letter
from fairboard.importing.understanding import SheetPlan
from fairboard.locale import explain
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.intake.draft import Draft, round_number

NOT_USED = "not_used"
MOST_COLUMNS = 80
MOST_HEADER_ROW = 40
PREVIEW_ROWS = 8
REASONS = {
    "heading": "by its heading",
    "part": "by a part of its heading",
    "values": "by its values",
    "saved": "as saved",
    "person": "as you said",
    "duplicate": "another column says it already",
    "mismatch": "heading and values do not agree",
    "not_additive": "cannot be added up",
    "unknown": "not recognised",
}


def draw(context: Context, held: Draft) -> None:
    """The step with one tab for each sheet."""
    st.subheader(context.text("2. What was understood"), anchor=False)
    count = held.question_count
    if count:
        open_sheets = "、".join(plan.sheet for plan in held.plans if plan.question_count)
        st.warning(escape(context.text("{count} things have to be confirmed before the file can be checked, in: {sheets}", count=count, sheets=open_sheets)))
    elif any(plan.layout for plan in held.plans):
        st.success(context.text("This layout was saved before and has been recognised."))
    else:
        st.success(context.text("Everything was recognised. Have a look, correct what is wrong, then check the file."))
    names = [escape(plan.sheet) or str(place) for place, plan in enumerate(held.plans, start=1)]
    tabs = st.tabs(names, key=key_of("sheets", 0)) if len(names) > 1 else [st.container()]
    for place, (tab, plan) in enumerate(zip(tabs, held.plans, strict=True)):
        with tab:
            draw_sheet(context, held, place, plan)


def key_of(name: str, place: int, *rest: object) -> str:
    """The key of a widget for one sheet of this draft."""
    return "_".join(map(str, ("import", round_number(), name, place, *rest)))


def draw_sheet(context: Context, held: Draft, place: int, plan: SheetPlan) -> None:
    """One sheet."""
    if plan.mapping is None:
        st.info(escape(explain(plan.problem, context.language)) if plan.problem else context.text("This sheet holds no table."))
        return
    draw_sheet_line(context, held, place, plan)
    if not held.plans[place].is_used:
        st.caption(context.text("This sheet is left out."))
        return
    if not plan.is_kind_sure:
        st.error(context.text("What does this sheet hold? Choose it above, or leave the sheet out if it is no table."))
    else:
        draw_missing(context, held, place, plan)
    questions = [column for column in plan.mapping.columns if column.is_question]
    others = [column for column in plan.mapping.columns if not column.is_question]
    used = [column for column in others if column.field]
    rest = [column for column in others if not column.field and (column.heading or column.examples)]
    if questions:
        with st.container(border=True):
            st.markdown(f"**{escape(context.text('Please confirm'))}**")
            for column in questions:
                draw_column(context, held, place, plan, column)
    for column in used:
        draw_column(context, held, place, plan, column)
    if rest:
        with st.expander(context.text("{count} columns are not used", count=len(rest)), expanded=not used):
            for column in rest[:MOST_COLUMNS]:
                draw_column(context, held, place, plan, column)
    if not plan.mapping.missing:
        draw_preview(context, plan)


def draw_sheet_line(context: Context, held: Draft, place: int, plan: SheetPlan) -> None:
    """Whether the sheet is used, what it holds, and where its header stands."""
    mapping = plan.mapping
    keys = {name: key_of(name, place) for name in ("used", "kind", "header", "height")}
    st.session_state[keys["used"]] = plan.is_used
    st.session_state[keys["kind"]] = mapping.kind if plan.is_kind_sure else None
    st.session_state[keys["header"]] = min(mapping.header_row, MOST_HEADER_ROW)
    st.session_state[keys["height"]] = mapping.header_height

    def use() -> None:
        held.change_plan(place, plan.taken() if st.session_state[keys["used"]] else plan.left_out())

    def choose_kind() -> None:
        if st.session_state[keys["kind"]]:
            held.change_plan(place, plan.as_kind(st.session_state[keys["kind"]]))

    def move_header() -> None:
        height = st.session_state[keys["height"]]
        row = st.session_state[keys["header"]]
        held.change_plan(place, plan.with_header(max(row, height) - 1 if height else row - 1, height))

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            context.text("This sheet holds"), list(KINDS), key=keys["kind"], format_func=lambda name: context.text(KINDS[name].label),
            placeholder=context.text("Please choose"), on_change=choose_kind, width=190, help=context.text(KINDS[mapping.kind].description),
        )  # fmt: skip
        st.selectbox(
            context.text("Header"), [0, 1, 2, 3], key=keys["height"], on_change=move_header, width=130,
            format_func=lambda height: context.text(("none", "one row", "two rows", "three rows")[height]),
        )  # fmt: skip
        st.number_input(
            context.text("Last row of the header"), 0, MOST_HEADER_ROW, key=keys["header"], on_change=move_header, width=150,
            disabled=mapping.header_height == 0,
        )  # fmt: skip
        st.checkbox(context.text("Import this sheet"), key=keys["used"], on_change=use)
    notes = [context.text("{count:,} rows under the header", count=len(plan.table.rows))]
    if plan.grid.is_hidden:
        notes.append(context.text("a hidden sheet"))
    if plan.grid.repaired_cell_count:
        notes.append(context.text("{count:,} cells were wrongly decoded and have been repaired", count=plan.grid.repaired_cell_count))
    st.caption(escape(" · ".join(notes)))


def draw_missing(context: Context, held: Draft, place: int, plan: SheetPlan) -> None:
    """What the sheet lacks, and a box where one value may hold for all of it; what a title names is suggested there."""
    asked = {column.proposed for column in plan.mapping.questions}
    kind = KINDS[plan.mapping.kind]
    for field in kind.fields:
        suggested = plan.mapping.proposals.get(field.name)
        is_missing = field.name in plan.mapping.missing and field.name not in asked
        if is_missing and not suggested:
            st.error(escape(context.text("No column gives the field “{field}”. Choose its column below.", field=context.text(field.label))))
        if suggested or (field.is_constant and (is_missing or field.name in plan.mapping.constants)):
            draw_constant(context, held, place, plan, field.name, suggested)


def draw_constant(context: Context, held: Draft, place: int, plan: SheetPlan, name: str, suggested: str | None) -> None:
    """The box for a value that holds for the whole sheet, and for a suggestion the button that takes it."""
    key = key_of("constant", place, name)
    st.session_state[key] = plan.mapping.constants.get(name, "")

    def take(value: str | None = None) -> None:
        given = value or st.session_state[key]
        held.change_mapping(place, plan.mapping.with_constant(name, given.strip()[:100] or None))

    label = context.text(KINDS[plan.mapping.kind].field(name).label)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            context.text("One value of “{field}” for the whole sheet", field=label), key=key, on_change=take, max_chars=100, width=420,
            placeholder=context.text("Suggested: {field}", field=suggested) if suggested else None,
        )  # fmt: skip
        if suggested:
            st.button(context.text("Yes, that is it"), key=key_of("constant_yes", place, name), icon=":material/check:", on_click=take, args=(suggested,))


def draw_column(context: Context, held: Draft, place: int, plan: SheetPlan, column: ColumnMapping) -> None:
    """One column: its heading and examples, the field it is, and how sure that is."""
    heading = column.heading or context.text("Column {letter}", letter=column_letter(column.column))
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width=430, gap=None):
            st.markdown(f"**{escape(heading[:60])}**")
            if column.examples:
                st.caption(escape(" · ".join(" ".join(example.split())[:40] for example in column.examples)))
        if column.reason == PERSONAL:
            st.badge(context.text("Personal data: dropped, not stored"), color="red", icon=":material/shield_lock:")
            return
        draw_field_choice(context, held, place, plan, column, heading)
        draw_confidence(context, held, place, plan, column)


def draw_field_choice(context: Context, held: Draft, place: int, plan: SheetPlan, column: ColumnMapping, heading: str) -> None:
    """The list from which the field of a column is chosen."""
    kind = KINDS[plan.mapping.kind]
    key = key_of("field", place, column.column)
    st.session_state[key] = None if column.is_question else column.field or NOT_USED
    labels = {name: context.text(kind.field(name).label) for name in kind.field_names} | {NOT_USED: context.text("not used")}
    if plan.mapping.kind == "livestream":
        labels["views_total"] = context.text("Views, running total")

    def take() -> None:
        chosen = st.session_state[key]
        held.change_mapping(place, plan.mapping.with_field(column.column, None if chosen in (NOT_USED, None) else chosen))

    st.selectbox(
        escape(heading[:60]), [NOT_USED, *(name for name in labels if name != NOT_USED)], key=key, format_func=lambda name: labels[name], on_change=take,
        label_visibility="collapsed", width=240,
        placeholder=context.text("Suggested: {field}", field=labels.get(column.proposed, "")) if column.is_question else context.text("Please choose"),
    )  # fmt: skip


def draw_confidence(context: Context, held: Draft, place: int, plan: SheetPlan, column: ColumnMapping) -> None:
    """How sure the field of a column is, and for a question a button that takes the suggestion."""
    if column.is_question:
        st.button(
            context.text("Yes, that is it"), key=key_of("yes", place, column.column), icon=":material/check:",
            on_click=lambda: held.change_mapping(place, plan.mapping.with_field(column.column, column.proposed)),
        )  # fmt: skip
        st.caption(context.text("{share:.0%} sure", share=column.confidence), width="content")
        return
    parts = "、".join(context.text(KINDS[plan.mapping.kind].field(name).label) for name in column.parts)
    note = context.text(REASONS.get(column.reason, "not recognised"))
    sure = context.text("{share:.0%} sure, {reason}", share=column.confidence, reason=note) if column.field else note
    st.caption(escape(f"{sure}{context.text('; gives: ') + parts if parts else ''}"), width="content")


def draw_preview(context: Context, plan: SheetPlan) -> None:
    """The first rows as they will be stored."""
    st.markdown(f"**{escape(context.text('The first rows as they will be'))}**")
    headings, rows = preview(plan, PREVIEW_ROWS, context.language)
    if not rows:
        st.caption(context.text("None of the first rows can be a record."))
        return
    st.dataframe([dict(zip(headings, row, strict=True)) for row in rows], hide_index=True)
