"""Which rules say what a number counts: those of its page where it has some, else the general ones."""

from dataclasses import replace
from typing import Any

from fairboard.analysis import explain_agreements, explain_compare, explain_general, explain_supply
from fairboard.analysis.explain_parts import Part, Row
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer

PAGES = {"supply": explain_supply.parts, "agreements": explain_agreements.parts, "compare": explain_compare.parts}
FILTERS = {"of_fairs": "fair_ids", "of_sectors": "sector_codes", "of_regions": "region_codes", "of_educations": "education_levels", "of_ownerships": "ownerships"}
"""Conditions that a filter can say too."""


def parts_of(answer: Answer, column: str, rows: list[Row], value: Any) -> list[Part]:
    """The parts of the number in ``column`` of ``answer``, cut down to what ``rows`` stand for; empty where no rule knows it."""
    page = answer.query.name.partition("/")[0]
    return PAGES.get(page, explain_general.parts)(answer, column, rows, value)


def as_filters(part: Part, filters: Filters) -> Filters | None:
    """The selection of the page Records that has the postings of ``part``; None where it needs what no filter says."""
    if part.records != "postings" or part.conditions.keys() - FILTERS.keys():
        return None
    return replace(filters, **{FILTERS[parameter]: tuple(values) for parameter, values in part.conditions.items()})
