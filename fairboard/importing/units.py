"""What the heading of a column of wages says of all its cells: the unit and the period."""

import re

from fairboard.importing.parsing.cleaning import compact

HEADING_UNITS = ((re.compile(r"万"), 10_000), (re.compile(r"千|[(/]k"), 1_000))
HEADING_PERIODS = (
    ("year", r"年薪|/年|每年|annual|yearly|per year"),
    ("day", r"日薪|/天|/日|每天|daily|per day"),
    ("hour", r"时薪|/小?时|每小时|hourly|per hour"),
    ("month", r"月薪|/月|每月|monthly|per month"),
)


def heading_unit(heading: str) -> int:
    """Yuan in one unit of a column, as its heading says: 10,000 for 万元, 1,000 for 千元 and k, else 1."""
    return next((unit for pattern, unit in HEADING_UNITS if pattern.search(compact(heading))), 1)


def heading_period(heading: str) -> str | None:
    """The period that a heading states: 年薪, 元/月."""
    return next((period for period, pattern in HEADING_PERIODS if re.search(pattern, compact(heading))), None)
