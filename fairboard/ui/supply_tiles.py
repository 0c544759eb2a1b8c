"""The headline figures of Supply and demand, and what they do not say."""

from typing import Any

import streamlit as st

from fairboard.analysis import formatting, metrics
from fairboard.analysis.explain import Origin
from fairboard.ui import supply_view
from fairboard.ui.board import Tile
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.headline import ATTENDANCE_IGNORES
from fairboard.ui.supply_view import LEAST_OPENINGS, LEAST_PEOPLE


def caution(context: Context) -> None:
    """What the page is not, in plain sight; and why there is no ratio, where a filter narrows only one side."""
    lines = [context.text("The headcount at a fair is not all demand, and attendance is not all supply: this compares the openings and the people of the same fairs, no more. "
                          "Applicants of a sector are an estimate: people by discipline times the weights of the crosswalk at the foot of the page.")]
    if missing := supply_view.one_sided(context):
        names = ("、" if context.language == "zh" else ", ").join(context.filter_label(name) for name in missing)
        lines.append(context.text("No ratio is shown while a filter narrows only openings or only people: {filters}.", filters=names))
    st.info("  \n".join(escape(line) for line in lines), icon=":material/balance:")


def tiles(context: Context) -> tuple[list[Tile], str]:
    """Openings, people, both ratios and what the crosswalk covers; and the line under them."""
    answer = supply_view.ask(context, "headline")
    row = answer.rows()[0]

    def tile(column: str, label: str, definition: str, note: str = "") -> Tile:
        is_share = column.endswith("_share")
        value = formatting.share(row[column]) if is_share else formatting.value_text(row[column], column, context.language)
        return Tile(column, label, value, definition, note=note, origin=Origin(answer, column, (row,)))

    def metric(column: str, note: str = "") -> Tile:
        item = metrics.metric(column)
        return tile(column, context.text(item.label), context.text(item.definition), note)

    return [
        metric("openings_per_applicant", _per_applicant(context, row)),
        metric("openings_per_attendee", _per_attendee(context, row)),
        metric("openings", context.text("at {count} fairs that counted people on site, of {total}", count=row["attended_fairs"], total=row["fairs"])),
        metric("on_site_people", _people(context, row)),
        tile("people_covered_share", context.text("People covered"), context.text("People whose discipline is stated and in the crosswalk, of all people counted on site."),
             context.text("by discipline at {count} fairs", count=row["discipline_fairs"])),
        tile("openings_covered_share", context.text("Openings covered"), context.text("Openings whose sector is known and in the crosswalk, of all openings at these fairs."),
             context.text("{share} of postings", share=formatting.share(row["postings_covered_share"]))),
        tile("any_major_share", context.text("Openings for any major"), context.text("Openings that accept any major: everybody could apply, so they stand in a row of their own."),
             context.text("{count} openings", count=formatting.short(row["any_major_openings"], context.language))),
    ], _base(context)


def _people(context: Context, row: dict[str, Any]) -> str:
    if row["on_site_people"] is None:
        return context.text("nobody counted on site")
    ignored = [context.filter_label(name) for name in context.filters.active() if name in ATTENDANCE_IGNORES]
    if ignored:
        return context.text("Does not obey: {filters}", filters=("、" if context.language == "zh" else ", ").join(ignored))
    return context.text("at the same fairs")


def _base(context: Context) -> str:
    return context.text("The region is the host of the fair, for openings as for people. No ratio below {people} people or {openings} openings. People are rounded to whole ones.",
                        people=LEAST_PEOPLE, openings=LEAST_OPENINGS)


def _per_applicant(context: Context, row: dict[str, Any]) -> str:
    if row["openings_per_applicant"] is None:
        return supply_view.no_ratio(context, row["applicants"], row["crosswalk_openings"] or None)
    return context.text("{openings} openings, about {people} people, any major left out", openings=formatting.short(row["crosswalk_openings"], context.language),
                        people=formatting.short(row["applicants"], context.language))


def _per_attendee(context: Context, row: dict[str, Any]) -> str:
    if row["openings_per_attendee"] is not None:
        return context.text("all openings by all people")
    if context.filters.sector_codes and not supply_view.one_sided(context):
        return context.text("not defined with a sector chosen")
    return supply_view.no_ratio(context, row["on_site_people"], row["openings"] or None)
