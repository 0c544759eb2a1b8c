"""A cell for each pair of two things with the state they are in: a colour, and a sign that says the same without it."""

from collections.abc import Sequence

from fairboard.charts.theme import Figure, Mode, colour, layout

STATES = {"in_time": "in_time", "late": "late", "missing": "missing", "awaited": "no_data"}
"""State → the meaning of its colour. Text in the colour of ink is readable on each of them."""
NAMES_WIDTH_PX, CELL_WIDTH_PX = 120, 44
NARROW_BELOW_PX = 560


def status_matrix_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    states: Sequence[Sequence[str]],
    texts: Sequence[Sequence[str]],
    hover: Sequence[Sequence[str]],
    codes: Sequence[int | str],
    *,
    mode: Mode,
    narrow_rows: Sequence[str] = (),
) -> Figure:
    """``states[row][column]`` as cells with ``texts`` on them, the first row on top. ``codes`` are the rows': a click gives them. ``narrow_rows`` are shorter
    names of the rows for a narrow screen.

    KeyError for a state that does not exist.
    """
    numbers = {state: number for number, state in enumerate(STATES)}
    steps = [colour(meaning, mode) for meaning in STATES.values()]
    scale = [[(number + edge) / len(steps), step] for number, step in enumerate(steps) for edge in (0, 1)]
    cells = {
        "type": "heatmap",
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "z": [[numbers[state] for state in row] for row in states],
        "zmin": -0.5,
        "zmax": len(steps) - 0.5,
        "colorscale": scale,
        "showscale": False,
        "text": [list(row) for row in texts],
        "texttemplate": "%{text}",
        "textfont": {"color": colour("ink", mode), "size": 14},
        "customdata": [[code] * len(columns) for code in codes],
        "hovertext": [list(row) for row in hover],
        "hoverinfo": "text",
        "xgap": 3,
        "ygap": 3,
    }
    ticks = {"ticks": "", "tickfont": {"color": colour("ink", mode), "size": 12}}
    return {
        "data": [cells],
        "layout": layout(
            mode,
            meta={
                "least_width_px": NAMES_WIDTH_PX + CELL_WIDTH_PX * len(columns),
                "narrow": {"below_px": NARROW_BELOW_PX, "layout": {"yaxis": {"ticktext": list(narrow_rows or rows)}}},
            },
            hovermode="closest",
            xaxis=ticks
            | {
                "side": "top",
                "autotickangles": [0, -45, -90],
                "tickvals": list(range(len(columns))),
                "ticktext": list(columns),
                "range": [-0.5, len(columns) - 0.5],
            },
            yaxis=ticks | {"tickvals": list(range(len(rows))), "ticktext": list(rows), "range": [len(rows) - 0.5, -0.5]},
        ),
    }
