"""The header of a sheet, and which of the rows under it are records.

A header is one row, or two or three of which the upper ones group columns (薪资 over 最低 and 最高), or none at all. Title rows and notes above
it, repeated headers, totals rows and blank rows are no records: they are counted, not loaded.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from fairboard.importing.headings import OTHER, find_heading, part_of_total
from fairboard.importing.kinds import Kind
from fairboard.importing.looks import looks_of
from fairboard.importing.reading import Grid

SEARCHED_ROW_COUNT = 40
LEAST_FIELD_COUNT = 2
COMPARED_ROW_COUNT = 200
LEAST_LIKENESS = 0.7
LONGEST_PART_LABEL = 20

MOST_HEADER_ROWS = 3
FORM_FIELD_COUNT = 2
"""What a row of a form counts at most: 单位名称 | 沈阳机床 | 单位性质 | 国企 is no header, however many labels it has."""

BLANKS = "[\\s\u3000]*"
TOTAL = f"(?:{'|'.join(BLANKS.join(word) for word in ('合计', '总计', '小计', '共计', '累计', '总数'))}|total|subtotal|sum|grand total)"
TOTAL_CELLS = [f"{first}{blank}{last}" for first, last in ("合计", "总计", "小计", "共计", "累计", "总数") for blank in ("", " ", "  ", "\u3000")] + [
    word for text in ("total", "subtotal", "sum", "grand total") for word in (text, text.capitalize(), text.upper())
]
"""Cells that make their row one of totals wherever they stand."""
TOTALS = rf"(?:.{{0,12}}(?:合计|小计|总计)|{TOTAL})(?:\s*[（(].{{0,6}}[）)])?(?:[:：].*|\s*\d[\d,.]*\s*(?:人|个|名)?)?"
NOTES = r"(?:注|备注|说明|填表说明|填表人|填报人|填报单位|制表|审核|note|notes)\s*\d*\s*[:：、.]"

Merged = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


@dataclass(frozen=True)
class Header:
    """Where a header stands: its last row, from 0, and how many rows it has (0 to 3; without one ``row`` is before the first record)."""

    row: int
    height: int
    labels: tuple[str, ...]
    is_known: bool = True


@dataclass(frozen=True)
class Table:
    """The records of one sheet: ``rows`` has columns 0, 1, … of stripped text; its index is the row in the grid, from 0."""

    sheet: str
    header: Header
    rows: pd.DataFrame
    skipped: dict[str, int]
    merged: Merged = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The headings, "" where a column has none."""
        return self.header.labels

    @property
    def header_row(self) -> int:
        """The last row of the header, from 0."""
        return self.header.row


def find_table(grid: Grid, kind: Kind) -> Table | None:
    """The table of a sheet, read as a kind of table; None when it holds no two cells beside each other."""
    header = find_header(grid, kind)
    return cut_table(grid, header) if header else None


def cut_table(grid: Grid, header: Header) -> Table:
    """The records under a header."""
    rows = grid.cells.iloc[header.row + 1 :].apply(stripped)
    skip = find_skipped_rows(rows, header)
    counts = Counter(skip[skip != ""].tolist())
    above = header.row + 1 - header.height
    return Table(grid.sheet, header, rows[skip == ""] if counts else rows, dict(counts) | {"above_header": above}, grid.merged)


def stripped(column: pd.Series) -> pd.Series:
    """A column without blanks at the ends of its cells; one that has none is the sheet's own, not a copy of it."""
    clean = column.str.strip()
    return column if clean.equals(column) else clean


def find_header(grid: Grid, kind: Kind) -> Header | None:
    """The row, or the two or three rows, that hold the most known headings; else what the look of the first rows says."""
    top = first_rows(grid, SEARCHED_ROW_COUNT)
    found: list[tuple[int, int, int, list[str]]] = []
    for height in range(1, MOST_HEADER_ROWS + 1):
        for row in range(height - 1, len(top)):
            labels = labels_at(top, row, height, grid.merged, kind)
            found.append((field_count(labels, kind), -height, -row, labels))
    count, height, row, labels = max(found, default=(0, 0, 0, []))
    if count >= LEAST_FIELD_COUNT:
        return Header(-row, -height, tuple(labels))
    return find_bare_header(grid, top, kind)


def first_rows(grid: Grid, count: int) -> list[list[str]]:
    """The first rows of a sheet, each cell on one line."""
    return [[one_line(cell) for cell in row] for row in grid.cells.head(count).itertuples(index=False)]


def header_at(grid: Grid, row: int, height: int, kind: Kind) -> Header:
    """The header that a person says stands in ``row`` (from 0), with ``height`` rows."""
    if height == 0:
        return Header(row, 0, ("",) * grid.cells.shape[1])
    return Header(row, height, tuple(labels_at(first_rows(grid, row + 1), row, min(height, row + 1), grid.merged, kind)))


def find_bare_header(grid: Grid, top: list[list[str]], kind: Kind) -> Header | None:
    """A header whose headings nobody knows (0, 1, 2, …), or none: a first row that looks like the records under it is a record."""
    filled = [sum(1 for cell in row if cell) for row in top]
    if not filled or max(filled) < min(LEAST_FIELD_COUNT, grid.cells.shape[1]):
        return None
    usual = sorted(filled)[len(filled) // 2]
    first = next(row for row, count in enumerate(filled) if count >= max(1, usual / 2) and count >= min(LEAST_FIELD_COUNT, max(filled)))
    below = grid.cells.iloc[first + 1 : first + 1 + COMPARED_ROW_COUNT]
    recognised = alike = 0
    for column, cell in enumerate(top[first]):
        values = [text.strip() for text in below[column].unique().tolist() if text.strip()]
        looks = looks_of(values, kind.field_names, least=LEAST_LIKENESS)
        if cell and looks:
            recognised += 1
            alike += bool(set(looks) & set(looks_of([cell], kind.field_names, least=LEAST_LIKENESS)))
    if recognised and alike * 2 >= recognised:
        return Header(first - 1, 0, ("",) * grid.cells.shape[1], is_known=False)
    return Header(first, 1, tuple(top[first]), is_known=False)


def field_count(labels: Sequence[str], kind: Kind) -> int:
    """How many different fields the cells of a row are headings of; columns that a total is split into are two more."""
    filled = [cell for cell in labels if cell]
    headings = [find_heading(cell, kind) for cell in filled]
    count = len({heading.field for heading in headings if heading} - {OTHER})
    if not any(first and second for first, second in pairwise(headings)) and len(filled) > count:
        count = min(count, FORM_FIELD_COUNT)
    parts = {part for cell in filled if len(cell) <= LONGEST_PART_LABEL and (part := part_of_total(cell, kind))}
    return count + 2 * (count > 0 and len(parts) > 1)


def labels_at(top: list[list[str]], row: int, height: int, merged: Merged, kind: Kind) -> list[str]:
    """The headings of a header whose last row is ``row``: its lowest cell, joined to those above it where these group columns."""
    labels: list[str] = []
    for index in range(row - height + 1, row + 1):
        cells = top[index]
        if index < row:
            is_merged = any(first[0] <= index <= last[0] and last[1] > first[1] for first, last in merged)
            cells = spread(cells, index, merged) if is_merged else carried(cells, top[index + 1])
        labels = [join_label(group, label, kind) for group, label in zip(labels, cells, strict=True)] if labels else cells
    return labels


def join_label(group: str, label: str, kind: Kind) -> str:
    """One heading out of that of a group and that of a column."""
    if not label or not group or group == label:
        return label or group
    for text in (f"{group}{label}", f"{label}{group}", label):
        if find_heading(text, kind):
            return text
    return f"{group} {label}"


def spread(row: list[str], index: int, merged: Merged) -> list[str]:
    """A row in which a cell merged over several columns stands in each of them."""
    cells = list(row)
    for first, last in merged:
        if first[0] <= index <= last[0]:
            for column in range(first[1] + 1, min(last[1] + 1, len(cells))):
                cells[column] = cells[column] or cells[first[1]]
    return cells


def carried(row: list[str], lower: list[str]) -> list[str]:
    """A row of groups from a file that knows no merged cells: a group goes on over the columns that have a heading of their own."""
    cells, group = [], ""
    for cell, label in zip(row, lower, strict=True):
        group = cell or (group if label else "")
        cells.append(group)
    return cells


def one_line(text: str) -> str:
    """A text with its line feeds and blanks made single blanks."""
    return re.sub(r"\s+", " ", str(text)).strip()


def find_skipped_rows(rows: pd.DataFrame, header: Header) -> pd.Series:
    """For every row why it is no record (blank, repeated_header, totals, note), "" for a record."""
    reason = np.full(len(rows), "", dtype=object)
    filled_count = np.zeros(len(rows), dtype=np.int32)
    for name in rows:
        filled_count += (rows[name] != "").to_numpy(dtype=bool)
    lead = rows[0]
    for name in list(rows)[1:3]:
        lead = lead.where(lead != "", rows[name])
    reason[(filled_count <= 2) & fits(lead, rf"^(?:{NOTES})")] = "note"
    reason[fits(lead, rf"^(?:{TOTALS})$")] = "totals"
    for name in rows:
        reason[rows[name].isin(TOTAL_CELLS).to_numpy(dtype=bool)] = "totals"
    if header.height:
        reason[find_repeated_headers(rows, header)] = "repeated_header"
    reason[filled_count == 0] = "blank"
    return pd.Series(reason, index=rows.index)


def find_repeated_headers(rows: pd.DataFrame, header: Header) -> np.ndarray:
    """True for the rows whose cells are the headings."""
    is_repeated = np.ones(len(rows), dtype=bool)
    for name, label in sorted(enumerate(header.labels), key=lambda pair: not pair[1]):
        if is_repeated.any():
            column = rows[name]
            places = np.flatnonzero(is_repeated)
            if len(places) == len(rows):
                is_repeated = fits(column, "^" + "[\\s\u3000]+".join(map(re.escape, label.split(" "))) + "$")
            else:
                is_repeated[places] = [one_line(text) == label for text in column.iloc[places]]
    return is_repeated


def fits(texts: pd.Series, pattern: str) -> np.ndarray:
    """True for the texts in which a pattern is found, whatever their case; a million take a tenth of a second."""
    found = pc.match_substring_regex(pa.array(texts, pa.large_string()), pattern, ignore_case=True)
    return found.to_numpy(zero_copy_only=False).astype(bool)
