"""The province as tiles of one size: every region stands, also the one with nothing, and none is larger for its area."""

from collections.abc import Sequence

from fairboard.charts.axes import narrow
from fairboard.charts.theme import Figure, Mode, amount_colour, colour, layout

GAP = 0.05
FONT_SIZE, NARROW_FONT_SIZE = 13, 11


def tile_grid_chart(
    rows: Sequence[int],
    columns: Sequence[int],
    labels: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    codes: Sequence[str],
    *,
    mode: Mode,
    chosen: Sequence[str] = (),
) -> Figure:
    """A tile for each region at ``rows`` and ``columns`` (0 at the top left), darker for more.

    A value of ``None`` is no data, drawn hollow; zero is the lightest step and says 0. The steps follow the square root, so that one very
    large region leaves the others their differences.
    """
    largest = max((value for value in values if value is not None), default=0) or 1
    shapes, notes = [], []
    for row, column, label, value, text, code in zip(rows, columns, labels, values, texts, codes, strict=True):
        fill, ink = (colour("no_data", mode), colour("ink_muted", mode)) if value is None else amount_colour((value / largest) ** 0.5, mode)
        is_chosen = code in chosen
        shapes.append({
            "type": "rect", "layer": "below",
            "x0": column + GAP, "x1": column + 1 - GAP, "y0": row + GAP, "y1": row + 1 - GAP,
            "fillcolor": fill,
            "line": {"color": colour("over_line", mode) if is_chosen else colour("grid", mode), "width": 3 if is_chosen else 1},
        })
        notes.append({"x": column + 0.5, "y": row + 0.5, "text": f"<b>{fitted(label)}</b><br>{text}", "showarrow": False, "font": {"color": ink}})
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [column + 0.5 for column in columns],
        "y": [row + 0.5 for row in rows],
        "customdata": list(codes),
        "hovertext": [f"{label}: {text}" for label, text in zip(labels, texts, strict=True)],
        "hoverinfo": "text",
        "marker": {"size": 46, "symbol": "square", "color": "rgba(0,0,0,0)"},
    }
    hidden = {"visible": False}
    return {
        "data": [points],
        "layout": layout(
            mode,
            font={"size": FONT_SIZE},
            meta=narrow(font={"size": NARROW_FONT_SIZE}),
            shapes=shapes,
            annotations=notes,
            hovermode="closest",
            xaxis=hidden | {"range": [min(columns, default=0), max(columns, default=0) + 1]},
            yaxis=hidden | {"range": [max(rows, default=0) + 1, min(rows, default=0)]},
            margin={"l": 0, "r": 0, "t": 4, "b": 4},
        ),
    }


def fitted(label: str) -> str:
    """A Latin name, or a long Chinese one, smaller, so that it stays inside its tile."""
    if label[:1] < "\u2e80":
        return f'<span style="font-size:0.88em">{label}</span>'
    return f'<span style="font-size:0.8em">{label}</span>' if len(label) > 4 else label
