"""What all of the page Supply and demand shares: the least base of a ratio, why there is none, and a line of a chart out of a row."""

from dataclasses import dataclass
from typing import Any

from fairboard.analysis import formatting
from fairboard.analysis.runner import Answer
from fairboard.charts.balance import Line, Side
from fairboard.ui.context import Context

LEAST_PEOPLE, LEAST_OPENINGS = 30, 30
ONE_SIDED = ("education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships", "university_codes")
"""Filters that narrow only openings, or (the university) only people: with one of them there is no ratio."""
RATIO = "openings_per_applicant"


def ask(context: Context, name: str, without: str | None = None, **parameters: Any) -> Answer:
    """The answer of a question of this page that gives ratios."""
    return context.run(f"supply/{name}", without=without, least_people=LEAST_PEOPLE, least_openings=LEAST_OPENINGS, **parameters)


def one_sided(context: Context) -> list[str]:
    """The active filters that narrow only one of the two."""
    return [name for name in context.filters.active() if name in ONE_SIDED]


def side_of(ratio: float | None) -> Side:
    """Which of the two is more; a ratio that is written as 1.00 is even."""
    if formatting.is_missing(ratio):
        return "none"
    shown = formatting.rounded(ratio, 2)
    return "even" if shown == 1 else "demand" if shown > 1 else "supply"


def ratio_text(context: Context, ratio: float) -> str:
    """A ratio as it is written, without its unit."""
    return formatting.value_text(ratio, RATIO, context.language)


@dataclass(frozen=True)
class Columns:
    """The columns of an answer that a line is made of."""

    code: str
    people: str = "applicants"
    openings: str = "openings"
    ratio: str | None = RATIO


def line_of(context: Context, row: dict[str, Any], columns: Columns, *, label: str = "", reason: str = "") -> Line:
    """A line of a balance chart; ``reason`` says why it has no ratio, where that is not the base."""
    people, openings = row[columns.people], row[columns.openings]
    ratio = row[columns.ratio] if columns.ratio else None
    label = label or context.label(row)
    people_text, openings_text = ("" if amount is None else formatting.short(amount, context.language) for amount in (people, openings))
    long, short = "", ""
    if ratio is not None:
        short = ratio_text(context, ratio)
        long = context.text("{ratio} openings a person", ratio=f"<b>{short}</b>")
    elif columns.ratio:
        long, short = reason or no_ratio(context, people, openings), "–"
    words = context.text("{name}: {openings} openings, about {people} people", name=label, openings=formatting.exact(openings), people=formatting.exact(people))
    if people is None:
        words = context.text("{name}: {openings} openings", name=label, openings=formatting.exact(openings))
    hover = f"{words}<br>{long}" if long else words
    return Line(row[columns.code], label, people, openings, people_text, openings_text, long, f"<b>{short}</b>", hover, side_of(ratio))


def no_ratio(context: Context, people: float | None, openings: float | None) -> str:
    """Why a line has no ratio."""
    if one_sided(context):
        return context.text("no ratio under this filter")
    if people is None and openings is None:
        return context.text("nobody counted")
    if (people or 0) < LEAST_PEOPLE:
        return context.text("fewer than {count} people", count=LEAST_PEOPLE)
    return context.text("fewer than {count} openings", count=LEAST_OPENINGS)


def grouped(context: Context, lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Lines under headings: where openings are more, where both are even, where people are more, and where there is no ratio."""
    by_side: dict[Side, list[Line]] = {"demand": [], "even": [], "supply": [], "none": []}
    for line in lines:
        by_side[line.side].append(line)
    headings = {
        "demand": context.text("More openings than people"), "even": context.text("As many openings as people"),
        "supply": context.text("More people than openings"), "none": context.text("Without a ratio"),
    }  # fmt: skip
    return [(headings[side], found) for side, found in by_side.items()]


def height_of(groups: list[tuple[str, list[Line]]], row_px: int = 25) -> int:
    """A height in which every line and heading of ``groups`` has its room."""
    return 40 + row_px * max(4, sum(len(lines) + bool(heading and lines) for heading, lines in groups))
