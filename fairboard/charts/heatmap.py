"""A cell for each pair of two things, darker for more, its value written in it."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.theme import Figure, Mode, amounts, colour, layout

# Text in the colour of ink is readable on the steps from little to here.
READABLE_STEPS = 4
NAMES_WIDTH_PX, CELL_WIDTH_PX = 140, 38


def heatmap_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    values: Sequence[Sequence[float | None]],
    texts: Sequence[Sequence[str]],
    hover: Sequence[Sequence[str]],
    codes: Sequence[str],
    *,
    mode: Mode,
    meaning: str = "demand",
    chosen_rows: Sequence[str] = (),
    chosen_columns: Sequence[int] = (),
) -> Figure:
    """``values[row][column]`` as cells, the first row on top; every row and column stands. ``codes`` are the rows': a click gives them.

    Zero is the lightest step and says 0; ``None`` leaves the cell empty. Colour grows with the square root of the value, so that
    small values can still be told apart; ``meaning`` is the colour's. Chosen rows (by code) and columns (by position) are framed.
    """
    steps = amounts(mode, meaning)[:READABLE_STEPS]
    cells = {
        "type": "heatmap",
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "z": [list(row) for row in values],
        "text": [list(row) for row in texts],
        "texttemplate": "%{text}",
        "textfont": {"color": colour("ink", mode)},
        "customdata": [[code] * len(columns) for code in codes],
        "hovertext": [list(row) for row in hover],
        "hoverinfo": "text",
        "colorscale": [[(number / (len(steps) - 1)) ** 2, step] for number, step in enumerate(steps)],
        "zmin": 0,
        "zmax": max((value for row in values for value in row if value is not None), default=0) or 1,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
    }
    frames = [_frame(-0.5, len(columns) - 0.5, number - 0.5, number + 0.5, mode) for number, code in enumerate(codes) if code in chosen_rows]
    frames += [_frame(number - 0.5, number + 0.5, -0.5, len(rows) - 0.5, mode) for number in chosen_columns]
    ticks = {"ticks": "", "tickfont": {"color": colour("ink", mode), "size": 12}}
    return {
        "data": [cells],
        "layout": layout(
            mode,
            meta={"least_width_px": NAMES_WIDTH_PX + CELL_WIDTH_PX * len(columns)},
            shapes=frames,
            hovermode="closest",
            xaxis=ticks | {"side": "top", "autotickangles": [0, -45, -90], "tickvals": list(range(len(columns))), "ticktext": list(columns), "range": [-0.5, len(columns) - 0.5]},
            yaxis=ticks | {"tickvals": list(range(len(rows))), "ticktext": list(rows), "range": [len(rows) - 0.5, -0.5]},
        ),
    }


def _frame(left: float, right: float, top: float, bottom: float, mode: Mode) -> dict[str, Any]:
    return {"type": "rect", "x0": left, "x1": right, "y0": top, "y1": bottom, "line": {"color": colour("over_line", mode), "width": 2.5}}
