"""The header row of a sheet, and which of the rows under it are records.

Title rows and notes above the header, repeated headers, totals rows and blank rows are no records: they are counted, not loaded.
"""

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from fairboard.importing.reading import Grid

HEADINGS_FILE = Path(__file__).resolve().parents[2] / "data" / "reference" / "headings.csv"
SEARCHED_ROW_COUNT = 40
LEAST_FIELD_COUNT = 2

PUNCTUATION = re.compile(r"[\s*:_\-'\"?!。、.#]+")
BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
TOTALS = r"(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|total|subtotal|sum)(?:[:：].*|\s*\d[\d,.]*\s*(?:人|个|名)?)?"
NOTES = r"(?:注|备注|说明|填表说明|填表人|填报人|填报单位|制表|审核|note|notes)\s*\d*\s*[:：、.]"


@dataclass(frozen=True)
class Heading:
    """What a heading of the table of headings stands for; ``rank`` is its place there, the more telling ones first."""

    field: str
    rank: int


@dataclass(frozen=True)
class Table:
    """The records of one sheet: ``rows`` has columns 0, 1, … of stripped text; its index is the row in the grid, from 0."""

    sheet: str
    header_row: int
    labels: tuple[str, ...]
    rows: pd.DataFrame
    skipped: dict[str, int]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def heading_key(text: str) -> str:
    """A heading without case, width, blanks and punctuation: ``公司 名称：`` and ``公司名称`` are the same."""
    return PUNCTUATION.sub("", unicodedata.normalize("NFKC", text).lower())


@cache
def load_headings() -> dict[str, Heading]:
    """The table of headings by key."""
    headings: dict[str, Heading] = {}
    with HEADINGS_FILE.open(encoding="utf-8-sig", newline="") as file:
        for rank, row in enumerate(csv.DictReader(file)):
            headings.setdefault(heading_key(row["heading"]), Heading(row["field"].strip(), rank))
    return headings


def find_heading(label: str) -> Heading | None:
    """What ``label`` stands for: as it is, else without its brackets, which ranks lower (招录机关（单位） → 招录机关)."""
    headings, key = load_headings(), heading_key(label)
    if found := headings.get(key):
        return found
    found = headings.get(BRACKETS.sub("", key))
    return Heading(found.field, found.rank + len(headings)) if found else None


def find_table(grid: Grid) -> Table | None:
    """The table of a sheet; None when no row near the top holds at least two known headings."""
    top = grid.cells.head(SEARCHED_ROW_COUNT)
    scores = [field_count(row) for row in top.itertuples(index=False)]
    if not scores or max(scores) < LEAST_FIELD_COUNT:
        return None
    header_row = scores.index(max(scores))
    labels = tuple(re.sub(r"\s+", " ", str(label)).strip() for label in top.iloc[header_row])
    rows = grid.cells.iloc[header_row + 1 :].apply(lambda column: column.str.strip())
    skip = find_skipped_rows(rows, labels)
    counts = Counter(skip[skip != ""].tolist())
    return Table(grid.sheet, header_row, labels, rows[skip == ""], dict(counts) | {"above_header": header_row}, grid.merged)


def field_count(row: tuple[str, ...]) -> int:
    """How many different fields the cells of a row are headings of."""
    return len({heading.field for cell in row if (heading := find_heading(cell))})


def find_skipped_rows(rows: pd.DataFrame, labels: tuple[str, ...]) -> pd.Series:
    """For every row why it is no record (blank, repeated_header, totals, note), "" for a record."""
    reason = pd.Series("", index=rows.index, dtype=object)
    filled = sum(((rows[name] != "").astype(int) for name in rows), pd.Series(0, index=rows.index))
    lead = rows[0]
    for name in list(rows)[1:3]:
        lead = lead.where(lead != "", rows[name])
    reason[lead.str.contains(rf"^{NOTES}", case=False, regex=True) & (filled <= 2)] = "note"
    reason[lead.str.fullmatch(TOTALS, case=False)] = "totals"
    repeated = pd.Series(True, index=rows.index)
    for name, label in enumerate(labels):
        repeated &= rows[name].str.replace(r"\s+", " ", regex=True) == label if repeated.any() else False
    reason[repeated] = "repeated_header"
    reason[filled == 0] = "blank"
    return reason
