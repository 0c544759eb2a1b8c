"""Other ends of the period, and single fairs, under which the records would have the number of a text.

A count never falls when the period reaches further, so the day at which it becomes the number is found by halving; for single fairs the
list of fairs says in one question which of them can have it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from fairboard.analysis import formatting, runner
from fairboard.analysis.filters import Filters
from fairboard.briefing.reconciliation.figures import Figure
from fairboard.briefing.reconciliation.records import counted
from fairboard.errors import Message, message

PERIOD = ("fair_ids", "start_on", "end_on")
LISTED = {"employers": "employers", "openings": "openings", "on_site_people": "on_site_people", "live_views": "live_views", "participations": "employers"}
"""Kinds that the list of fairs gives for each of them."""
AT_MOST = {"postings": "openings", "openings_over_threshold": "openings", "universities": "on_site_people"}
"""Kinds that are no more than another, which the list gives."""
MOST_FAIRS = 12


@dataclass(frozen=True)
class Found:
    """A selection to try, and the words for it."""

    reason: Message
    filters: Filters


@dataclass(frozen=True)
class Fair:
    """A fair of the records with the day it begins and what the list says of it."""

    fair_id: int
    day: date
    row: dict


def trials(figure: Figure, kind: str, filters: Filters, version: Path, published_on: date | None) -> Iterator[Found]:
    """The selections to try: up to the day of the text, all fairs, a later and an earlier end, one fair alone."""
    fairs = fairs_of(filters.without(*PERIOD), version)
    if not fairs or figure.value is None:
        return
    chosen = [fair.day for fair in fairs if is_chosen(fair, filters)]
    begin, last = (min(chosen), max(chosen)) if chosen else (fairs[0].day, fairs[0].day)
    if published_on and published_on != last:
        yield Found(message("It is of all fairs up to the day of the text."), replace(filters.without(*PERIOD), end_on=published_on))
    if filters.fair_ids or filters.start_on or filters.end_on:
        yield Found(message("It is of all fairs of the records."), filters.without(*PERIOD))
    days = sorted({fair.day for fair in fairs})
    later = day_at(figure, kind, replace(filters.without("fair_ids"), start_on=filters.start_on or begin), [day for day in days if day > last], version)
    if later:
        yield Found(message("It counts up to a later day, {day}.", day=later.isoformat()), replace(filters.without("fair_ids"), start_on=filters.start_on or begin, end_on=later))
    earlier = day_at(figure, kind, filters, [day for day in days if begin <= day < last], version)
    if earlier:
        yield Found(message("It counts up to an earlier day, {day}.", day=earlier.isoformat()), replace(filters, end_on=earlier))
    for fair in [fair for fair in fairs if filters.fair_ids != (fair.fair_id,) and can_have(fair, figure, kind)][:MOST_FAIRS]:
        yield Found(message("It is of one fair alone, that of {day}.", day=fair.day.isoformat()), replace(filters.without(*PERIOD), fair_ids=(fair.fair_id,)))


def day_at(figure: Figure, kind: str, filters: Filters, days: list[date], version: Path) -> date | None:
    """The first of ``days`` up to which the records have the number of the text; None where there is none."""
    low, high = 0, len(days)
    while low < high:
        middle = (low + high) // 2
        number = counted(kind, replace(filters, end_on=days[middle]), version, line_yuan=figure.line_yuan)
        if number is None:
            return None
        value = number.value or 0
        if figure.bounds.hold(value):
            high = middle
            if middle == low:
                break
        elif value < figure.value:
            low = middle + 1
        else:
            high = middle
    return days[low] if low < len(days) else None


def can_have(fair: Fair, figure: Figure, kind: str) -> bool:
    """True for a fair that has the number by the list, or may have it."""
    if kind in LISTED:
        value = fair.row[LISTED[kind]]
        return value is not None and figure.bounds.hold(value)
    if kind in AT_MOST:
        return (fair.row[AT_MOST[kind]] or 0) >= (figure.bounds.low or 0)
    return kind != "fairs"


def is_chosen(fair: Fair, filters: Filters) -> bool:
    """True for a fair inside the period and the chosen fairs."""
    is_inside = (filters.start_on or date.min) <= fair.day <= (filters.end_on or date.max)
    return is_inside and (not filters.fair_ids or fair.fair_id in filters.fair_ids)


@lru_cache(maxsize=32)
def fairs_of(filters: Filters, version: Path) -> tuple[Fair, ...]:
    """The fairs of a selection, the oldest first."""
    rows = runner.run("fairs/list", filters, version).rows()
    found = [Fair(int(row["fair_id"]), day_of(row["starts_on"]), row) for row in rows if not formatting.is_missing(row["starts_on"])]
    return tuple(sorted(found, key=lambda fair: (fair.day, fair.fair_id)))


def day_of(value: object) -> date:
    """A day out of a frame."""
    return value.date() if hasattr(value, "date") else value
