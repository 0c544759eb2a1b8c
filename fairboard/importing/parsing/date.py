"""Date texts: ``2023-12-12 09:22:00``, ``2019年12月15日``, ``2024/3/1``, ``20240301``."""

import re
from datetime import date

from fairboard.importing.parsing.cleaning import normalise

DATE = re.compile(r"((?:19|20)\d\d)(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))(?:\D.*)?")


def parse_date(text: str) -> date | None:
    """The day that ``text`` begins with, None when it is no date."""
    found = DATE.fullmatch(normalise(text))
    if not found:
        return None
    year, *rest = found.groups()
    month, day = (part for part in rest if part)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
