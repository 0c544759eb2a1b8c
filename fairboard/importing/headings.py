"""What the headings of columns stand for: data/reference/headings.csv, which an office can extend by a line."""

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fairboard.importing.kinds import PERSONAL, Kind

HEADINGS_FILE = Path(__file__).resolve().parents[2] / "data" / "reference" / "headings.csv"
PUNCTUATION = re.compile(r"[\s*:_\-'\"?!。、.#/\\]+")
BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
SHORTEST_PART = 2
SHORTEST_ASCII_PART = 6
"""Characters that a known heading must have to count as part of a longer one; a short English one may be a part of any word."""


@dataclass(frozen=True)
class Heading:
    """What a heading stands for: ``rank`` is its place in the table, the more telling ones first; ``is_whole`` is False where only a
    part of the text is a known heading."""

    field: str
    rank: int
    is_whole: bool = True


def heading_key(text: str) -> str:
    """A heading without case, width, blanks and punctuation: ``公司 名称：`` and ``公司名称`` are the same."""
    return PUNCTUATION.sub("", unicodedata.normalize("NFKC", text).lower())


@cache
def load_headings() -> dict[str, tuple[Heading, ...]]:
    """The table of headings by key; a heading may stand for one field in one kind of table and another in another."""
    headings: dict[str, list[Heading]] = defaultdict(list)
    with HEADINGS_FILE.open(encoding="utf-8-sig", newline="") as file:
        for rank, row in enumerate(csv.DictReader(file)):
            headings[heading_key(row["heading"])].append(Heading(row["field"].strip(), rank))
    return {key: tuple(found) for key, found in headings.items()}


def find_heading(label: str, kind: Kind) -> Heading | None:
    """What ``label`` stands for in a kind of table: as it is, else without its brackets, which ranks lower (招录机关（单位） → 招录机关)."""
    headings, key = load_headings(), heading_key(label)
    bare = BRACKETS.sub("", key)
    for rank_added, text in ((0, key), (len(headings), bare)):
        for heading in headings.get(text, ()):
            if heading.field in fields_of(kind):
                return Heading(heading.field, heading.rank + rank_added)
    return None


def find_part(label: str, kind: Kind) -> Heading | None:
    """The longest known heading that is a part of ``label``: 拟招聘岗位名称一览 → 岗位名称; None where there is none."""
    key = BRACKETS.sub("", heading_key(label))
    parts = [
        (len(text), -heading.rank, heading.field)
        for text, headings in load_headings().items()
        if len(text) >= (SHORTEST_ASCII_PART if text.isascii() else SHORTEST_PART) and text in key
        for heading in headings
        if heading.field in fields_of(kind) and heading.field != PERSONAL
    ]
    if not parts:
        return None
    _, rank, field = max(parts)
    return Heading(field, 2 * len(load_headings()) - rank, is_whole=False)


@cache
def fields_of(kind: Kind) -> frozenset[str]:
    """The fields that a heading can stand for in a kind of table, those among them that are set aside."""
    extra = {"views_total", "viewers_now"} if kind.name == "livestream" else set()
    return frozenset({*kind.field_names, PERSONAL, *extra})
