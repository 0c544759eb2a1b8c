"""Regions by universities: a cell for each pair with the state of their agreement, by colour and by a sign."""

from collections.abc import Sequence

from fairboard.charts.theme import Figure, Mode, amounts, colour, layout

SIGNS = {"in_force": "✓", "expiring": "△", "signed": "○", "lapsed": "✗", "none": ""}
"""State → its sign."""
NAMES_WIDTH_PX, CELL_WIDTH_PX = 150, 26


def agreement_matrix_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    states: Sequence[Sequence[str]],
    hover: Sequence[Sequence[str]],
    codes: Sequence[str],
    *,
    mode: Mode,
    groups: Sequence[tuple[str, int]] = (),
    framed: Sequence[tuple[int, int]] = (),
    chosen_rows: Sequence[str] = (),
) -> Figure:
    """``states[row][column]`` as cells, the first row on top. ``codes`` are the rows': a click gives them.

    ``groups`` are the names of neighbouring columns and how many each has: a line parts them and their names stand under the cells. The pairs in
    ``framed`` (row, column) have a frame, the chosen rows a longer one. The names of the rows stand at both ends, for a screen that is scrolled sideways.
    KeyError for a state that does not exist.
    """
    numbers = {state: number for number, state in enumerate(SIGNS)}
    steps = [state_colour(state, mode) for state in SIGNS]
    scale = [[(number + edge) / len(steps), step] for number, step in enumerate(steps) for edge in (0, 1)]
    width, height = len(columns), len(rows)
    cells = {
        "type": "heatmap",
        "x": list(range(width)),
        "y": list(range(height)),
        "z": [[numbers[state] for state in row] for row in states],
        "zmin": -0.5,
        "zmax": len(steps) - 0.5,
        "colorscale": scale,
        "showscale": False,
        "text": [[SIGNS[state] for state in row] for row in states],
        "texttemplate": "%{text}",
        "textfont": {"color": colour("ink", mode), "size": 13},
        "customdata": [[code] * width for code in codes],
        "hovertext": [list(row) for row in hover],
        "hoverinfo": "text",
        "xgap": 2,
        "ygap": 2,
    }
    frames = [_frame(column - 0.5, column + 0.5, row - 0.5, row + 0.5, mode, 2) for row, column in framed]
    frames += [_frame(-0.5, width - 0.5, number - 0.5, number + 0.5, mode, 3) for number, code in enumerate(codes) if code in chosen_rows]
    ticks = {"ticks": "", "tickfont": {"color": colour("ink", mode), "size": 12}}
    rules, names = _groups(groups, height, mode)
    far = [{"x": 1, "xref": "paper", "xshift": 6, "y": number, "text": name, "showarrow": False, "xanchor": "left", "font": {"size": 12, "color": colour("ink_muted", mode)}}
           for number, name in enumerate(rows)] if width > 24 else []
    return {
        "data": [cells],
        "layout": layout(
            mode,
            meta={"least_width_px": NAMES_WIDTH_PX * (2 if far else 1) + CELL_WIDTH_PX * width},
            shapes=rules + frames,
            annotations=names + far,
            hovermode="closest",
            margin={"l": 8, "r": 90 if far else 16, "t": 8, "b": 30},
            xaxis=ticks | {"side": "top", "tickangle": -90, "tickvals": list(range(width)), "ticktext": list(columns), "range": [-0.5, width - 0.5]},
            yaxis=ticks | {"tickvals": list(range(height)), "ticktext": list(rows), "range": [height - 0.5, -0.5]},
        ),
    }


def state_colour(state: str, mode: Mode) -> str:
    """The ground on which a state is written; text in the colour of ink is readable on each. KeyError for a state that does not exist."""
    return {
        "in_force": colour("in_time", mode), "expiring": colour("late", mode), "signed": amounts(mode)[1], "lapsed": colour("missing", mode),
        "none": colour("no_data", mode),
    }[state]  # fmt: skip


def _groups(groups: Sequence[tuple[str, int]], height: int, mode: Mode) -> tuple[list[dict], list[dict]]:
    """A line before every group but the first, and the name of each under its first column."""
    rules, names, start = [], [], 0
    for name, count in groups:
        if start:
            rules.append({"type": "line", "x0": start - 0.5, "x1": start - 0.5, "y0": -0.5, "y1": height + 0.4, "line": {"color": colour("ink_muted", mode), "width": 2}})
        names.append({"x": start - 0.4, "y": 0, "yref": "paper", "text": f"<b>{name}</b>", "showarrow": False, "xanchor": "left", "yanchor": "top",
                      "font": {"size": 12, "color": colour("ink_muted", mode)}})
        start += count
    return rules, names


def _frame(left: float, right: float, top: float, bottom: float, mode: Mode, width: int) -> dict:
    return {"type": "rect", "x0": left, "x1": right, "y0": top, "y1": bottom, "line": {"color": colour("over_line", mode), "width": width}}
