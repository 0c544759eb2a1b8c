"""Rows of any width → a frame of texts, built column by column in small portions, so that a million rows never stand as Python lists."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.grids import Grid, MergedRange, TextTable
from fairboard.importing.reading.limits import too_large, too_wide
from fairboard.importing.reading.mojibake import repair_columns

PORTION_ROWS = 1_000
"""Small enough for the caches of a processor: portions of 50,000 rows took twice as long."""
TEXT = pa.large_string()
CONTROLS = r"[\x00-\x08\x0e-\x1f]"
OLD_LINE_ENDS = r"[\x0b\x0c]"


class Columns:
    """Columns of text that grow by portions of rows."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: list[list[pa.Array]] = []
        self.row_count = 0
        self.filled_count = 0

    def add(self, rows: list[Sequence[str]]) -> None:
        """Append some rows; shorter ones are filled up with ""."""
        rows = [row if len(row) <= limits.LARGEST_COLUMN_COUNT else without_empty_end(row) for row in rows]
        width = max(max(map(len, rows)), len(self.parts))
        if width > limits.LARGEST_COLUMN_COUNT:
            raise too_wide(self.name, width)
        columns = columns_of(rows)
        width = max(len(columns), len(self.parts))
        if self.row_count + len(rows) > limits.LARGEST_ROW_COUNT:
            raise too_large(self.name, f"> {limits.LARGEST_ROW_COUNT:,}")
        if (self.row_count + len(rows)) * width > limits.LARGEST_CELL_COUNT:
            raise too_large(self.name, f"{self.row_count + len(rows):,} × {width:,}")
        self.parts += [[blanks(self.row_count)] for _ in range(width - len(self.parts))]
        for place, part in enumerate(self.parts):
            part.append(self.checked(columns[place]) if place < len(columns) else blanks(len(rows)))
        last = next((place for place in range(len(rows), 0, -1) if any(cell.strip() for cell in rows[place - 1])), 0)
        self.filled_count = self.row_count + last if last else self.filled_count
        self.row_count += len(rows)

    def checked(self, column: pa.Array) -> pa.Array:
        """``column`` unless a text in it is enormous."""
        if column.nbytes > limits.LARGEST_CELL_CHARACTERS and pc.max(pc.utf8_length(column)).as_py() > limits.LARGEST_CELL_CHARACTERS:
            raise InputFileError(
                "A cell of {name} after row {row} holds more than {limit} characters. Correct it.",
                name=self.name,
                row=f"{self.row_count:,}",
                limit=f"{limits.LARGEST_CELL_CHARACTERS:,}",
            )
        return column

    def finish(self, header: Sequence[str] = ()) -> list[pa.Array]:
        """Every column under its cell of ``header``, cut after the last row that holds anything; nothing can be added after."""
        columns = []
        for place, part in enumerate(self.parts):
            top = [pa.array([clean_text(header[place])], TEXT)] if header else []
            column = pa.chunked_array([*top, *part], TEXT).combine_chunks().slice(0, self.filled_count + len(top))
            part.clear()
            columns.append(without_controls(column))
        return columns


def table_of(
    name: str,
    sheet: str,
    rows: Iterable[Sequence[str]],
    *,
    header: Sequence[str] = (),
    merged: tuple[MergedRange, ...] = (),
    is_hidden: bool = False,
) -> TextTable:
    """The table of ``rows``. ``header`` may still grow while the rows come, and stands above them. Raises beyond the limits of ``limits``."""
    columns = Columns(name)
    rows = iter(rows)
    while portion := list(islice(rows, PORTION_ROWS)):
        columns.add(portion)
    texts, repaired_count = repair_columns(columns.finish(header))
    table = pa.table(dict(zip(map(str, range(len(texts))), texts, strict=True)))
    return TextTable(sheet, table, merged, is_hidden, repaired_count)


def grid_of(name: str, sheet: str, rows: Iterable[Sequence[str]], **facts: Any) -> Grid:
    """The grid of ``rows``: see ``table_of``."""
    return table_of(name, sheet, rows, **facts).grid()


def columns_of(rows: list[Sequence[str]]) -> list[pa.Array]:
    """The columns of some rows; those that are empty to the right are cut."""
    width = max(len(row) for row in rows)
    full = [row if len(row) == width else [*row, *[""] * (width - len(row))] for row in rows]
    columns = list(zip(*full, strict=True))
    while columns and not any(columns[-1]):
        columns.pop()
    return [text_array(column) for column in columns]


def without_empty_end(row: Sequence[str]) -> Sequence[str]:
    """``row`` without the empty cells at its right."""
    return row[: next((place for place in range(len(row), 0, -1) if row[place - 1]), 0)]


def text_array(texts: Sequence[str]) -> pa.Array:
    """``texts`` as a column; half of a pair of surrogates, which no encoding has, becomes a replacement character."""
    try:
        return pa.array(texts, TEXT)
    except UnicodeEncodeError:
        return pa.array([clean_text(text) for text in texts], TEXT)


def clean_text(text: str) -> str:
    """``text`` without half pairs of surrogates."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def blanks(count: int) -> pa.Array:
    """A column of ``count`` empty texts."""
    return pa.repeat(pa.scalar("", TEXT), count)


def without_controls(column: pa.Array) -> pa.Array:
    """``column`` without control characters; tabs and line ends stay."""
    data = np.frombuffer(column.buffers()[2] or b"", np.uint8)
    is_clean = not ((data < 32) & (data != 9) & (data != 10) & (data != 13)).any()
    return column if is_clean else pc.replace_substring_regex(pc.replace_substring_regex(column, CONTROLS, ""), OLD_LINE_ENDS, "\n")
