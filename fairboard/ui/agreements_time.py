"""What the page of the agreements shows of time: before and after the signing, the pacts of provinces, and the policies."""

from typing import Any

from fairboard.analysis import formatting
from fairboard.charts.agreement_change import change_chart
from fairboard.charts.labels import plain
from fairboard.charts.timeline import timeline_chart
from fairboard.ui import policies_overlay
from fairboard.ui.agreements_panels import pair_name, with_pairs
from fairboard.ui.board import Marks, Panel, alt_of
from fairboard.ui.context import Context

MOST_CHANGES = 14
MOST_LISTED = 100
MOST_POLICIES = 30
ROW_HEIGHT_PX = 34


def follow_through(context: Context) -> Panel:
    """People from each university at the region's fairs in the 365 days before and after; only what the records hold whole stands on the chart."""
    answer = context.run("agreements/follow_through")
    whole = [row for row in answer.rows() if row["is_before_whole"] and row["is_after_whole"] and row["people_before"] is not None and row["people_after"] is not None]
    moved = [row for row in whole if row["people_before"] or row["people_after"]]
    rows = sorted(moved, key=lambda row: -abs(row["people_after"] - row["people_before"]))[:MOST_CHANGES]
    labels = [pair_name(context, row, "label") for row in rows]
    names = (context.text("365 days before"), context.text("365 days after"))
    figure = change_chart(labels, [row["people_before"] for row in rows], [row["people_after"] for row in rows],
                          [_change(context, label, row) for label, row in zip(labels, rows, strict=True)], [row["university_code"] for row in rows], names,
                          mode=context.mode, language=context.language)
    figure = with_pairs(figure, context, rows, "label") if rows else None
    more = sum(row["people_after"] > row["people_before"] for row in whole)
    title = context.text("What came after the signing")
    if whole:
        title = context.text("More people came after the signing than before for {more} of {count} agreements", more=more, count=len(whole))
    subtitle = context.text("People on site from the university at the region's fairs, 365 days before and after the day of signing; of {all} agreements {count} "
                            "can be compared: for the others the records do not reach that far, or nobody was counted", all=answer.row_count, count=len(whole))
    if answer.row_count > MOST_LISTED:
        subtitle += context.text(" · the table holds {shown}, the files all", shown=MOST_LISTED)
    pairs = [(label, f"{formatting.exact(row['people_before'])} → {formatting.exact(row['people_after'])}") for label, row in zip(labels, rows, strict=True)]
    return Panel("follow_through", title, subtitle, answer.first(MOST_LISTED), figure, alt_of(context, title, pairs), pick="university_codes",
                 code_column="university_code", width="half" if rows else "full", height=500, value="people_after",
                 marks=Marks(points=("agreement_id", [row["agreement_id"] for row in rows]), columns=(None, "people_before", "people_after")))


def pacts(context: Context) -> Panel:
    """The parties of each pact with what each brings."""
    answer = context.run("agreements/pacts")
    rows = answer.rows()
    title = context.text("Cooperation of provinces")
    if rows and len({row["pact_id"] for row in rows}) == 1:
        names = ("、" if context.language == "zh" else ", ").join(context.label(row) for row in rows)
        title = context.text("The regional pact of {provinces}, signed on {day}", provinces=names, day=formatting.day(rows[0]["signed_on"], context.language))
    subtitle = context.text("People on site from universities seated in each province, and openings with a place of work there, at the selected fairs")
    names = ("pact_label_zh", "pact_label_en") if len({row["pact_id"] for row in rows}) == 1 else ()
    if names:
        subtitle = f"{rows[0][f'pact_label_{context.language}']} · {subtitle}"
    return Panel("pacts", title, subtitle, answer, None, alt_of(context, title, [(context.label(row), formatting.exact(row["on_site_people"])) for row in rows]),
                 width="full", hidden_columns=names)


def policies(context: Context) -> Panel:
    """The policies on the line of time; the latest where there are many."""
    answer = policies_overlay.policies(context)
    rows = answer.rows()[-MOST_POLICIES:]
    names = [plain(_named(context, row)) for row in rows]
    figure = timeline_chart([row["issued_on"].date() for row in rows], [str(row["policy_number"]) for row in rows], names,
                            [plain(policies_overlay.hover(context, row)) for row in rows], are_whole=[row["region_label_en"] == "Whole province" for row in rows],
                            mode=context.mode, language=context.language)
    title = context.text("Policies on the line of time: {count}", count=answer.row_count) if rows else context.text("Policies on the line of time")
    subtitle = context.text("Day of issue; full: for the whole province, hollow: for one region; the pages Overview, Sectors and Fairs can show them over the course")
    if answer.row_count > MOST_POLICIES:
        subtitle += context.text(" · the latest {shown} of {count}", shown=MOST_POLICIES, count=answer.row_count)
    return Panel("timeline", title, subtitle, answer, figure, alt_of(context, title, [(name, f"{row['issued_on']:%Y-%m-%d}") for name, row in zip(names, rows, strict=True)]),
                 width="full", height=60 + ROW_HEIGHT_PX * max(len(rows), 3), marks=Marks(points=("policy_number", [row["policy_number"] for row in rows])))


def _named(context: Context, row: dict[str, Any]) -> str:
    return f"{context.label(row)} · {row[f'region_label_{context.language}']}"


def _change(context: Context, label: str, row: dict[str, Any]) -> str:
    return context.text("{pair}, signed on {day}<br>before: {people_before} people, {fairs_before} fairs, {openings_before} openings<br>"
                        "after: {people_after} people, {fairs_after} fairs, {openings_after} openings", pair=label, day=formatting.day(row["signed_on"], context.language),
                        **{name: formatting.exact(row[name]) for name in ("people_before", "fairs_before", "openings_before", "people_after", "fairs_after", "openings_after")})
