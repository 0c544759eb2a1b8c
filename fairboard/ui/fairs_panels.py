"""What the page of the fairs shows: all of them, or everything about the one that is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from fairboard.analysis import formatting, options
from fairboard.analysis.runner import Answer
from fairboard.charts import calendar
from fairboard.charts.events import Event, over_calendar
from fairboard.ui import headline, panels, universities_panels
from fairboard.ui.board import Panel, Tile, alt_of
from fairboard.ui.context import Context
from fairboard.ui.policies_overlay import Overlay

MOST_EMPLOYERS = 300
DATES = ("starts_on", "ends_on")
RECORD_LABELS = ("record_label_zh", "record_label_en")
"""Hidden in tables, which have both days in one column; files have all three."""
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def of_season(context: Context, policies: Overlay) -> list[Panel]:
    """Calendar, with ``policies`` laid over it, list, and the fairs known from public texts."""
    fairs = context.run("fairs/list")
    return [policies.said_on(season_calendar(context, fairs, policies.events)), *policies.legend(), fair_list(context, fairs), published_fairs(context)]


def of_fair(context: Context) -> list[Panel]:
    """Everything about the one fair that is chosen; a fair without records has only its published figures."""
    published = published_figures(context)
    if not has_records(context):
        return [published, fair_list(context, context.run("fairs/list"))]
    sectors = context.run("overview/by_sector", without="sector_codes")
    regions = context.run("overview/by_region", without="region_codes")
    wages = context.run("overview/wage_bands", wage_basis="floor")
    return [
        published,
        panels.ranked(context, sectors, "sectors", context.text("Demand by sector"), context.text("Openings"),
                      value="openings", code="sector_code", pick="sector_codes", height=470, cube="sector"),
        panels.tiled(context, regions, "regions", context.text("Demand by region"), context.text("Openings by place of work, all 15 regions"),
                     value="openings", height=470, cube="region"),
        panels.wage_bands(context, wages, "wages", context.text("What the openings pay"),
                          context.text("Openings by monthly wage, floor basis, bands of 1,000 yuan"), line_yuan=headline.THRESHOLD_YUAN),
        universities_panels.arrivals(context),
        replace(universities_panels.by_university(context), width="half"),
        replace(universities_panels.broadcast(context), height=520),
        employers(context),
    ]


def tiles(context: Context) -> tuple[list[Tile], str]:
    """The headline of the chosen fair and the line about it; nothing where the fair has no records, for no data is not zero."""
    if not has_records(context):
        return [], ""
    found, note = headline.tiles(context)
    return [tile for tile in found if tile.metric != "fairs"], note


def is_one_fair(context: Context) -> bool:
    """True when exactly one fair is chosen and it is among the records shown."""
    return len(context.filters.fair_ids) == 1 and context.run("fairs/list").row_count == 1


def has_records(context: Context) -> bool:
    """True when the chosen fair has postings or attendance, whatever the other filters."""
    row = context.run("fairs/list").rows()[0]
    return any(row[name] is not None for name in ("employers", "on_site_people", "live_views"))


def steps(context: Context) -> None:
    """Buttons from the chosen fair to the one before, the one after, and back to all."""
    chosen = context.filters.fair_ids[0]
    order = season_order(context)
    place = order.index(chosen) if chosen in order else None
    before = order[place - 1] if place else None
    after = order[place + 1] if place is not None and place + 1 < len(order) else None
    with st.container(horizontal=True):
        st.button(context.text("All fairs"), on_click=context.toggle, args=("fair_ids", chosen), key="all_fairs")
        st.button(context.text("Previous fair"), on_click=_go, args=(context, chosen, before), disabled=before is None, key="previous_fair")
        st.button(context.text("Next fair"), on_click=_go, args=(context, chosen, after), disabled=after is None, key="next_fair")


def season_order(context: Context) -> list[int]:
    """The fairs of the selection without the choice of a fair, by date."""
    return [int(row["fair_id"]) for row in reversed(context.run("fairs/list", without="fair_ids").rows())]


def _go(context: Context, chosen: int, other: int) -> None:
    context.toggle("fair_ids", chosen)
    context.toggle("fair_ids", other)


def season_calendar(context: Context, fairs: Answer, events: Sequence[Event] = ()) -> Panel:
    """When the fairs took place, by kind; a click on a mark opens the fair."""
    rows = fairs.rows()
    kind_names = {option.code: option.name(context.language) for option in options.of_version(context.version)["fair_kinds"]}
    months = [f"{month}月" for month in range(1, 13)] if context.language == "zh" else MONTHS_EN
    figure = calendar.calendar_chart(
        [row["starts_on"].date() for row in rows], [row["fair_kind_code"] for row in rows], [_hover(context, row) for row in rows],
        [int(row["fair_id"]) for row in rows], kind_names=kind_names, month_names=months, mode=context.mode, chosen=context.filters.fair_ids,
    )
    shown = calendar.shown_years([row["starts_on"] for row in rows])
    figure, years = over_calendar(figure, shown, events, mode=context.mode), len(shown)
    title = context.text("{count} fairs, when they took place", count=len(rows))
    alt = alt_of(context, title, [(context.label(row), formatting.day(row["starts_on"], context.language)) for row in rows])
    return Panel("calendar", title, context.text("First day of each fair by kind; click a mark for the fair"), fairs, figure, alt,
                 pick="fair_ids", code_column="fair_id", width="full", height=120 + 76 * max(years, 1), hidden_columns=DATES)


def _hover(context: Context, row: dict[str, Any]) -> str:
    parts = [context.label(row), _days(context, row), row[f"host_label_{context.language}"] or ""]
    if row["openings"] is not None:
        parts.append(context.text("{openings} openings, {employers} employers", openings=formatting.exact(row["openings"]),
                                  employers=formatting.exact(row["employers"])))
    return "<br>".join(part for part in parts if part)


def _days(context: Context, row: dict[str, Any]) -> str:
    start, end = formatting.day(row["starts_on"], context.language), formatting.day(row["ends_on"], context.language)
    return start if start == end else context.text("{start} to {end}", start=start, end=end)


def fair_list(context: Context, fairs: Answer) -> Panel:
    """The fairs as a table; a click on a name opens the fair."""
    title = context.text("All fairs of the selection")
    is_one_kind = len({row["record_label_en"] for row in fairs.rows()}) < 2
    return Panel("list", title, context.text("Click a name for the fair; a dash where nothing was recorded"), fairs, None, title,
                 pick="fair_ids", code_column="fair_id", width="full", hidden_columns=(*DATES, *(RECORD_LABELS if is_one_kind else ())))


def published_fairs(context: Context) -> Panel:
    """Fairs known from public texts, with what the texts say."""
    title = context.text("Published fairs")
    subtitle = context.text("Figures from public texts, with their source; not added to the records. A dash where the text gives none")
    return Panel("published_fairs", title, subtitle, context.run("fairs/published_list"), None, title, width="full")


def published_figures(context: Context) -> Panel:
    """What was published about the fair beside the same counts in the records."""
    answer = context.run("fairs/published")
    rows = answer.rows()
    compared = [row for row in rows if row["difference"] is not None]
    equal = [row for row in compared if row["difference"] == 0]
    if not rows:
        title = context.text("Nothing was published about this fair")
    elif not compared:
        title = context.text("{count} published figures, none of them recorded", count=len(rows))
    else:
        title = context.text("{equal} of {count} published figures agree with the records", equal=len(equal), count=len(compared))
    subtitle = context.text("As published, beside the same count over all records of the fair; wages on the floor basis")
    titles = sorted({row["source_title"] for row in rows})
    if len(titles) == 1:
        subtitle += context.text(". Source: {title}", title=titles[0])
    pairs = [(row[f"figure_label_{context.language}"], row[f"verdict_label_{context.language}"]) for row in rows]
    hidden = ("published_value", "source_title") if len(titles) == 1 else ("published_value",)
    return Panel("published", title, subtitle, answer, None, alt_of(context, title, pairs), width="full", hidden_columns=hidden)


def employers(context: Context) -> Panel:
    """The employers of the fair, those with most openings; the files hold all."""
    answer = context.run("fairs/employers", wage_basis="floor")
    count = answer.row_count
    shown = answer.first(MOST_EMPLOYERS)
    title = context.text("Employers")
    subtitle = context.text("{count} employers by openings; wages on the floor basis, the median over openings", count=formatting.exact(count))
    if count > MOST_EMPLOYERS:
        subtitle = context.text("The first {shown} of {count} employers by openings; the files hold all. Wages on the floor basis, the median over openings",
                                shown=MOST_EMPLOYERS, count=formatting.exact(count))
    return Panel("employers", title, subtitle, shown, None, title, width="full")
