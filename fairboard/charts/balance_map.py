"""Where demand exceeds supply and the other way round: a cell for each pair, its colour going two ways from 1, its ratio written in it."""

import math
from collections.abc import Sequence

from fairboard.charts.heatmap import heatmap_chart
from fairboard.charts.theme import Figure, Mode, amounts, colour

STEPS = 3
FULL_AT = 2
"""The colours are full where the ratio is 2 to this power, or one to that."""


def balance_map_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    ratios: Sequence[Sequence[float | None]],
    texts: Sequence[Sequence[str]],
    hover: Sequence[Sequence[str]],
    codes: Sequence[str],
    *,
    mode: Mode,
    chosen_rows: Sequence[str] = (),
    chosen_columns: Sequence[int] = (),
) -> Figure:
    """``ratios[row][column]`` of openings by people: the colour of demand above 1, that of supply below, that of the ground near it.

    Twice as many and half as many are equally strong. ``None`` leaves the cell empty; so does ``texts`` where it has nothing.
    """
    powers = [[None if ratio is None else max(-FULL_AT, min(FULL_AT, math.log2(ratio) if ratio > 0 else -FULL_AT)) for ratio in line] for line in ratios]
    figure = heatmap_chart(rows, columns, powers, texts, hover, codes, mode=mode, chosen_rows=chosen_rows, chosen_columns=chosen_columns)
    below, above = amounts(mode, "supply")[1 : STEPS + 1], amounts(mode, "demand")[1 : STEPS + 1]
    steps = [*reversed(below), colour("surface", mode), *above]
    figure["data"][0] |= {"zmin": -FULL_AT, "zmax": FULL_AT, "colorscale": [[number / (len(steps) - 1), step] for number, step in enumerate(steps)]}
    return figure
