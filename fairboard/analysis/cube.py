"""What the browser holds to redraw charts by itself: sums of openings by two dimensions, for every pair that a change of one filter needs.

All dimensions together would be as many cells as there are records. One change needs less: a chart of one dimension under a change of another
is a sum over the pair of them, under all filters but those of the two. Fifteen pairs cover every change of one filter on charts by sector,
region, wage, fair, education and ownership, in some thousands of cells, however many postings there are.
"""

from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from fairboard.analysis import runner
from fairboard.analysis.filters import RECORD_KINDS, Filters

MOST_CELLS = 40_000
ABSENT = -1
"""What stands in a cell without a posting: an opening more than none, and still no row of a chart."""


@dataclass(frozen=True)
class Dimension:
    """A dimension by which openings are added up: its column and the filters on it."""

    column: str
    filters: tuple[str, ...]


DIMENSIONS = {
    "sector": Dimension("sector_code", ("sector_codes",)),
    "region": Dimension("region_code", ("region_codes",)),
    "wage": Dimension("wage_piece", ("wage_at_least_yuan", "wage_at_most_yuan")),
    "fair": Dimension("fair_id", ("fair_ids", "fair_kinds", "start_on", "end_on", "record_kinds")),
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
    found = runner.run(f"cube/{one}_{other}", _open(selection, one, other), version).rows()
    row_codes, column_codes = (_codes(found, DIMENSIONS[name].column) for name in (one, other))
    cells = [ABSENT] * (len(row_codes) * len(column_codes))
    for row in found:
        cells[row_codes[row[DIMENSIONS[one].column]] * len(column_codes) + column_codes[row[DIMENSIONS[other].column]]] = row["openings"]
    return Pair(one, other, [*row_codes], [*column_codes], cells)


def _open(selection: Filters, *names: str) -> Filters:
    """``selection`` without the filters on the dimensions ``names``; with every kind of record where one of them is the fair."""
    cleared = selection.without(*(name for dimension in names for name in DIMENSIONS[dimension].filters))
    return replace(cleared, record_kinds=RECORD_KINDS) if "fair" in names else cleared


def _codes(rows: list[dict[str, Any]], column: str) -> dict[Any, int]:
    """The codes in ``column``, with the place of each; a missing one is ``None``."""
    return {code: place for place, code in enumerate(dict.fromkeys(row[column] for row in rows))}
