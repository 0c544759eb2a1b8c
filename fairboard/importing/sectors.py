"""The sector of a posting, by rules that an official can edit: data/reference/sector_rules.csv.

A rule is a regular expression with a priority, for the title, the major or the employer's name. The first rule for titles, by
priority, that is found in the title gives the sector; where none is, those for majors decide, then those for employers. What no
rule knows stays unclassified and is counted.

The title of a civil servant's post is a rank (一级科员), which says nothing of the work. It stays a public post, except where every
major that it takes belongs to one and the same profession whose work is alike in every office: accounts, computing, medicine, building.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from fairboard.errors import InputFileError
from fairboard.importing.parsing.cleaning import LONGEST_TEXT
from fairboard.importing.parsing.major import name_majors

RULES_FILE = Path(__file__).resolve().parents[2] / "data" / "reference" / "sector_rules.csv"
SECTORS_FILE = RULES_FILE.with_name("sectors.csv")
COLUMNS = ("sector_code", "pattern", "priority", "field")
FIELDS = ("title", "major", "employer")
UNCLASSIFIED = "unclassified"
RANK = re.compile(
    r"(?:综合管理类|执法勤务类|警务技术类|行政执法类)?[一二三四五](?:至[一二三四五])?级(?:高级)?(?:科员|主任科员|调研员|巡视员|主办|行政执法员|警长|警员)(?:及以下)?"
)
"""Ranks of the Civil Servants Law (2018, article 19) and of the rules for enforcement officers and the police made under it."""
PROFESSIONS = ("finance", "software", "medical", "construction")


@dataclass(frozen=True)
class SectorRule:
    """One rule."""

    sector_code: str
    field: str
    pattern: re.Pattern[str]
    priority: int


@cache
def load_rules() -> tuple[SectorRule, ...]:
    """The rules, the first to try first; an ``InputFileError`` names the line and what is wrong with it."""
    with SECTORS_FILE.open(encoding="utf-8-sig", newline="") as file:
        sectors = {row["sector_code"] for row in csv.DictReader(file)}
    with RULES_FILE.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for column in COLUMNS:
            if column not in (reader.fieldnames or ()):
                raise InputFileError(
                    "{name} has no column {column}. Its first line has to name the columns {columns}.",
                    name=RULES_FILE.name, column=column, columns=", ".join(COLUMNS),
                )  # fmt: skip
        rules = [read_rule(row, reader.line_num, sectors) for row in reader]
    return tuple(sorted(rules, key=lambda rule: rule.priority))


def read_rule(row: dict[str, str], line: int, sectors: set[str]) -> SectorRule:
    """The rule in one row of the file."""
    where = {"line": line, "name": RULES_FILE.name}
    code, pattern, priority, field = ((row[column] or "").strip() if column != "pattern" else row[column] or "" for column in COLUMNS)
    if code not in sectors:
        raise InputFileError(
            "Line {line} of {name}: there is no sector “{sector}”. The sectors are those of sectors.csv.", sector=code, **where
        )
    if field not in FIELDS:
        raise InputFileError("Line {line} of {name}: a rule is for title, major or employer, not for “{field}”.", field=field, **where)
    if not re.fullmatch(r"-?\d{1,9}", priority):
        raise InputFileError("Line {line} of {name}: the priority “{priority}” is not a whole number.", priority=priority, **where)
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise InputFileError(
            "Line {line} of {name}: “{pattern}” is not a rule: {reason}. Correct it.", pattern=pattern, reason=error, **where
        ) from error
    if compiled.search(""):
        raise InputFileError("Line {line} of {name}: “{pattern}” would fit every text. Correct it.", pattern=pattern, **where)
    return SectorRule(code, field, compiled, int(priority))


@cache
def searches(field: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns and sectors of the rules for one field, the first to try first."""
    return tuple((rule.pattern, rule.sector_code) for rule in load_rules() if rule.field == field)


def refresh_rules() -> None:
    """Read the file anew where somebody has edited it since it was read; called at the start of every import."""
    stamp = RULES_FILE.stat().st_mtime_ns
    if stamp != _read_at.get(RULES_FILE):
        _read_at[RULES_FILE] = stamp
        forget_rules()


_read_at: dict[Path, int] = {}


def forget_rules() -> None:
    """Read the file anew at the next question."""
    load_rules.cache_clear()
    searches.cache_clear()


def classify(text: str, field: str = "title") -> str | None:
    """The sector that the first 400 characters of a text name, by the rules for ``field``: title, major or employer."""
    start = text[:LONGEST_TEXT]
    for pattern, sector_code in searches(field):
        if pattern.search(start):
            return sector_code
    return None


def classify_profession(major: str) -> str | None:
    """The profession to which every major in ``major`` belongs, None where they are of several, of another sector or any."""
    sectors = {classify(name, "major") for name in name_majors(major)}
    return sectors.pop() if len(sectors) == 1 and sectors <= set(PROFESSIONS) else None


def classify_postings(title: pd.Series, major: pd.Series, employer: pd.Series) -> pd.Series:
    """The sector of each posting, by title, then major, then employer; each distinct text is looked at once."""
    is_rank = title.isin([text for text in title.unique() if text and RANK.fullmatch(text.strip())])
    sector = pd.Series(None, index=title.index, dtype=object)
    steps = ((classify_profession, major.where(is_rank, "")), (classify, title), (classify_major, major), (classify_employer, employer))
    for find, texts in steps:
        open_rows = sector.isna()
        if not open_rows.any():
            break
        codes, distinct = pd.factorize(texts[open_rows])
        found = pd.Series([find(text) if text else None for text in distinct], dtype=object)
        sector[open_rows] = found.take(codes).to_numpy()
    return sector.fillna(UNCLASSIFIED)


def classify_major(text: str) -> str | None:
    """The sector by the rules for majors."""
    return classify(text, "major")


def classify_employer(text: str) -> str | None:
    """The sector by the rules for employers."""
    return classify(text, "employer")
