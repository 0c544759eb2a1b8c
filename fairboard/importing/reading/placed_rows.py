"""Rows of cells that span several columns or rows, put where they belong, as in a page or an XML spreadsheet."""

from dataclasses import dataclass, field

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.grids import MergedRange

WIDEST_SPAN = 1_000
"""Of columns: HTML itself allows no more."""
HIGHEST_SPAN = 65_534


@dataclass
class PlacedRows:
    """The rows of one table and the ranges that are merged in it; ``taken`` says for a column until which row it is spanned."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[MergedRange] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    cell_count: int = 0

    def begin_row(self, index: int | None = None) -> None:
        """Begin the next row, or the one at ``index`` (from 0) where that is further down."""
        if index is not None and index >= limits.LARGEST_ROW_COUNT:
            raise limits.too_large(self.name, f"{index:,}")
        while index is not None and len(self.rows) < index:
            self.rows.append([])
        self.rows.append([])

    def put(self, text: str, *, column_span: int = 1, row_span: int = 1, index: int | None = None) -> None:
        """Add a cell to the current row, in the next column that is free, or at ``index`` (from 0) where that is further right."""
        if not self.rows:
            self.begin_row()
        row, here = self.rows[-1], len(self.rows) - 1
        column_span, row_span = min(max(column_span, 1), WIDEST_SPAN), min(max(row_span, 1), HIGHEST_SPAN)
        while self.taken.get(len(row), -1) >= here or (index is not None and len(row) < min(index, limits.LARGEST_COLUMN_COUNT)):
            row.append("")
        first = len(row)
        row += [text, *[""] * (column_span - 1)]
        self.cell_count += column_span
        if len(row) > limits.LARGEST_COLUMN_COUNT:
            raise limits.too_wide(self.name, len(row))
        if self.cell_count > limits.LARGEST_SHEET_CELL_COUNT:
            raise InputFileError(
                "{name} holds more than {limit} cells. Split it into several files.",
                name=self.name,
                limit=f"{limits.LARGEST_SHEET_CELL_COUNT:,}",
            )
        if column_span > 1 or row_span > 1:
            self.merged.append(((here, first), (here + row_span - 1, first + column_span - 1)))
        if row_span > 1:
            self.taken |= dict.fromkeys(range(first, first + column_span), here + row_span - 1)

    def within_rows(self) -> tuple[MergedRange, ...]:
        """The merged ranges, none of them further down than the last row."""
        last = len(self.rows) - 1
        return tuple((first, (min(end[0], last), end[1])) for first, end in self.merged)
