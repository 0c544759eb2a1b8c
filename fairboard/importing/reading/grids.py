"""What reading a file gives."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd

MergedRange = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell, each row and column from 0, both included."""


@dataclass(frozen=True)
class Grid:
    """One sheet: ``cells`` has columns 0, 1, … of text, "" where empty; row i is row i + 1 of the file.

    ``repaired_cell_count`` says how many cells held text that had been decoded wrongly and were put right.
    """

    sheet: str
    cells: "pd.DataFrame"
    merged: tuple[MergedRange, ...] = ()
    is_hidden: bool = False
    repaired_cell_count: int = 0


@dataclass(frozen=True)
class SourceFile:
    """A file that was read. ``format`` is a value of ``kinds.Kind``; ``encoding`` is "" for a workbook."""

    name: str
    sha256: str
    grids: tuple[Grid, ...]
    format: str = ""
    encoding: str = ""


@dataclass(frozen=True)
class TextTable:
    """A sheet before it is a grid, all columns of text: what the process that is kept apart hands over, which needs no pandas."""

    sheet: str
    columns: pa.Table
    merged: tuple[MergedRange, ...] = ()
    is_hidden: bool = False
    repaired_cell_count: int = 0

    def grid(self) -> Grid:
        """The grid of the same cells."""
        cells = self.columns.to_pandas().set_axis(range(self.columns.num_columns), axis="columns")
        return Grid(self.sheet, cells, self.merged, self.is_hidden, self.repaired_cell_count)
