"""The sector of a posting, by rules that an official can edit: data/reference/sector_rules.csv.

A rule is a regular expression with a priority, for the title, the major or the employer's name. The first rule for titles, by
priority, that is found in the title gives the sector; where none is, those for majors decide, then those for employers. What no
rule knows stays unclassified and is counted.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from fairboard.errors import InputFileError

RULES_FILE = Path(__file__).resolve().parents[2] / "data" / "reference" / "sector_rules.csv"
UNCLASSIFIED = "unclassified"


@dataclass(frozen=True)
class SectorRule:
    """One rule."""

    sector_code: str
    field: str
    pattern: re.Pattern[str]
    priority: int


@cache
def load_rules() -> tuple[SectorRule, ...]:
    """The rules, the first to try first."""
    rules = []
    with RULES_FILE.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                rules.append(SectorRule(row["sector_code"], row["field"], re.compile(row["pattern"], re.IGNORECASE), int(row["priority"])))
            except (re.error, ValueError, KeyError, TypeError) as error:
                raise InputFileError(
                    "Line {line} of {name} is not a rule: {reason}. Correct it.", line=line, name=RULES_FILE.name, reason=error
                ) from error
    return tuple(sorted(rules, key=lambda rule: rule.priority))


def classify(text: str, field: str = "title") -> str | None:
    """The sector that one text names, by the rules for ``field``: title, major or employer."""
    return next((rule.sector_code for rule in load_rules() if rule.field == field and rule.pattern.search(text)), None)


def classify_postings(title: pd.Series, major: pd.Series, employer: pd.Series) -> pd.Series:
    """The sector of each posting, by title, then major, then employer; each distinct text is looked at once."""
    sector = pd.Series(None, index=title.index, dtype=object)
    for field, texts in (("title", title), ("major", major), ("employer", employer)):
        open_rows = sector.isna()
        if not open_rows.any():
            break
        codes, distinct = pd.factorize(texts[open_rows])
        found = pd.Series([classify(text, field) if text else None for text in distinct], dtype=object)
        sector[open_rows] = found.take(codes).to_numpy()
    return sector.fillna(UNCLASSIFIED)
