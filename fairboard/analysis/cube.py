"""What the browser holds to redraw charts by itself: sums of openings by two dimensions, for every pair that a change of one filter needs.

All dimensions together would be as many cells as there are records. One change needs less: a chart of one dimension under a change of another
is a sum over the pair of them, under all filters but those of the two. Fifteen pairs cover every change of one filter on charts by sector,
region, wage, fair, education and ownership, in some thousands of cells, however many postings there are.
"""

from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from fairboard.analysis import runner
from fairboard.analysis.filters import RECORD_KINDS, Filters

MOST_CELLS = 40_000
ABSENT = -1
"""What stands in a cell without a posting: an opening more than none, and still no row of a chart."""


@dataclass(frozen=True)
class Dimension:
    """A dimension by which openings are added up: its column, the filters on it and the kind of its codes."""

    column: str
    filters: tuple[str, ...]
    is_number: bool = False


DIMENSIONS = {
    "sector": Dimension("sector_code", ("sector_codes",)),
    "region": Dimension("region_code", ("region_codes",)),
    "wage": Dimension("wage_piece", ("wage_at_least_yuan", "wage_at_most_yuan"), is_number=True),
    "fair": Dimension("fair_id", ("fair_ids", "fair_kinds", "start_on", "end_on", "record_kinds"), is_number=True),
    "education": Dimension("education_level", ("education_levels",)),
    "ownership": Dimension("ownership", ("ownerships",)),
}
SHOWN = tuple(DIMENSIONS)
PAIRS = tuple(combinations(SHOWN, 2))


@dataclass(frozen=True)
class Pair:
    """Openings by two dimensions: the codes of each, and the cells row by row as one list; -1 where there is no posting."""

    one: str
    other: str
    rows: list[Any]
    columns: list[Any]
    cells: list[int]


def pairs(selection: Filters, version: Path) -> list[Pair] | None:
    """The pairs that belong to ``selection``; ``None`` where they would have more than ``MOST_CELLS`` cells together.

    Raises as :func:`runner.run` does.
    """
    found, cells = [], 0
    for one, other in PAIRS:
        found.append(_pair(one, other, selection, version))
        cells += len(found[-1].cells)
        if cells > MOST_CELLS:
            return None
    return found


def members(version: Path) -> list[dict[str, Any]]:
    """The names and places of sectors, regions, fairs, levels of education and kinds of ownership, one dictionary each: the columns of ``queries/cube/members.sql``."""
    return runner.run("cube/members", Filters(), version).rows()


def _pair(one: str, other: str, selection: Filters, version: Path) -> Pair:
    frame = runner.run(f"cube/{one}_{other}", _open(selection, one, other), version).frame
    places = [_coded(frame[DIMENSIONS[name].column], is_number=DIMENSIONS[name].is_number) for name in (one, other)]
    (rows, row_codes), (columns, column_codes) = places
    cells = np.full((len(row_codes), len(column_codes)), ABSENT, dtype=np.int64)
    cells[rows, columns] = frame["openings"].to_numpy(dtype=np.int64)
    return Pair(one, other, row_codes, column_codes, cells.ravel().tolist())


def _open(selection: Filters, *names: str) -> Filters:
    """``selection`` without the filters on the dimensions ``names``; with every kind of record where one of them is the fair."""
    cleared = selection.without(*(name for dimension in names for name in DIMENSIONS[dimension].filters))
    return replace(cleared, record_kinds=RECORD_KINDS) if "fair" in names else cleared


def _coded(values: pd.Series, *, is_number: bool) -> tuple[np.ndarray, list[Any]]:
    """For each value its place in a list of codes, and that list; a missing value is the code ``None``."""
    places, codes = pd.factorize(values, use_na_sentinel=False)
    return places, [None if pd.isna(code) else int(code) if is_number else str(code) for code in codes]
