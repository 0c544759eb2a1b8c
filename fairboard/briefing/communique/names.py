"""Names of the records in both languages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fairboard.briefing.model import Fact
from fairboard.locale import LANGUAGES, Language

Names = dict[Language, str]


@dataclass(frozen=True)
class Named:
    """A number and what it belongs to; the day where that is a fair."""

    name: Names
    fact: Fact
    day: date | None = None


def of_row(row: dict[str, Any], label: str = "label") -> Names:
    """The name in both languages out of the columns ``<label>_zh`` and ``<label>_en``; empty where there is none."""
    return {language: row[f"{label}_{language}"] or "" for language in LANGUAGES}
