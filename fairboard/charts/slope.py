"""Two amounts of each name, side by side, with a line from one to the other: what rises and what falls is seen at once."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.labels import shortened, width_of
from fairboard.charts.theme import Figure, Mode, colour, layout, series

LINE_HEIGHT_PX = 19
LETTER_PX = 6.8
LEAD = 0.07
"""How far from its point a name stands, as a part of the width between the two sides."""
NARROW_LETTERS = 16
"""Names are cut to this on a phone and in half a page of a laptop."""
HALF_PANEL_PX = 520


def slope_chart(
    labels: Sequence[str],
    left: Sequence[float],
    right: Sequence[float],
    left_texts: Sequence[str],
    right_texts: Sequence[str],
    codes: Sequence[str],
    hover: Sequence[str],
    *,
    heads: tuple[str, str],
    height: int,
    mode: Mode,
    chosen: Sequence[str] = (),
    is_small: Sequence[bool] | None = None,
) -> Figure:
    """A line for each label from its amount on the ``left`` to that on the ``right``; rising and falling lines differ in colour.

    Names stand beside their points, moved apart where they would cover each other in ``height`` pixels. ``heads`` stand over the two
    sides. A line that rests on a small base is dashed; with ``chosen`` the other lines step back.
    """
    top = max([*left, *right, 0]) or 1
    gap = top * LINE_HEIGHT_PX / max(height - 60, 1)
    small = is_small or [False] * len(labels)
    places = spread(left, gap, top), spread(right, gap, top)
    lines = [_line(*item, mode=mode, is_back=bool(chosen) and item[2] not in chosen) for item in zip(left, right, codes, hover, small, strict=True)]
    names = [f"{label} {text}" for label, text in zip(labels, left_texts, strict=True)]
    narrow_names = [f"{shortened(label, NARROW_LETTERS)} {text}" for label, text in zip(labels, left_texts, strict=True)]
    ends = [f"{text} {label}" for label, text in zip(labels, right_texts, strict=True)]
    leads = _leads(left, right, places, mode)
    titles = [_text(x, 1, head, anchor, mode, yref="paper", yanchor="bottom", bold=True) for x, head, anchor in ((0, heads[0], "right"), (1, heads[1], "left"))]
    return {
        "data": [*lines, leads],
        "layout": layout(
            mode,
            annotations=[*titles, *_names(names, places[0], ends, places[1], mode)],
            hovermode="closest",
            margin={"l": _room(names), "r": _room(ends), "t": 30},
            xaxis={"range": [-LEAD, 1 + LEAD], "showticklabels": False, "automargin": False},
            yaxis={"range": [min(-0.02 * top, *places[0], *places[1]) if labels else 0, top * 1.03], "showticklabels": False, "automargin": False},
            meta={"narrow": {"below_px": HALF_PANEL_PX, "layout": {
                "annotations": [*titles, *_names(narrow_names, places[0], right_texts, places[1], mode, size=11)],
                "margin": {"l": _room(narrow_names, 6), "r": _room(right_texts, 6.2)}}}},
        ),
    }


def spread(values: Sequence[float], gap: float, top: float) -> list[float]:
    """Places for names beside ``values``, at least ``gap`` apart, in their order, from ``top`` down, each as near to its value as can be."""
    order = sorted(range(len(values)), key=lambda number: (-values[number], number))
    placed: list[float] = []
    for number in order:
        wanted = values[number]
        placed.append(min(wanted, placed[-1] - gap) if placed else min(wanted, top))
    floor = min([0, *values])
    for position in range(len(placed) - 1, -1, -1):  # what fell below the ground moves up again, and pushes what is above it
        least = floor + (len(placed) - 1 - position) * gap
        placed[position] = max(placed[position], min(least, top - position * gap))
    found = [0.0] * len(values)
    for position, number in enumerate(order):
        found[number] = placed[position]
    return found


def _line(left: float, right: float, code: str, text: str, is_small: bool, *, mode: Mode, is_back: bool) -> dict[str, Any]:
    up, down = series(mode)[2:4]
    hue = colour("rest", mode) if is_back or left == right else up if right > left else down
    return {
        "type": "scatter", "mode": "lines+markers", "x": [0, 1], "y": [left, right], "customdata": [code, code], "hovertext": [text, text], "hoverinfo": "text",
        "line": {"color": hue, "width": 2, "dash": "dot" if is_small else "solid"}, "marker": {"size": 7, "color": hue, "symbol": "circle-open" if is_small else "circle"},
    }


def _leads(left: Sequence[float], right: Sequence[float], places: tuple[list[float], list[float]], mode: Mode) -> dict[str, Any]:
    """Thin lines from the points to their names."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x, end, values, placed in ((0, -LEAD, left, places[0]), (1, 1 + LEAD, right, places[1])):
        for value, place in zip(values, placed, strict=True):
            xs += [x, end, None]
            ys += [value, place, None]
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "line": {"color": colour("grid", mode), "width": 1}}


def _names(names: Sequence[str], left: list[float], texts: Sequence[str], right: list[float], mode: Mode, size: int = 12) -> list[dict[str, Any]]:
    return [
        *(_text(-LEAD, y, name, "right", mode, size=size) for name, y in zip(names, left, strict=True)),
        *(_text(1 + LEAD, y, text, "left", mode, size=size) for text, y in zip(texts, right, strict=True)),
    ]


def _text(x: float, y: float, text: str, anchor: str, mode: Mode, *, size: int = 12, yref: str = "y", yanchor: str = "middle", bold: bool = False) -> dict[str, Any]:
    return {"x": x, "y": y, "yref": yref, "text": f"<b>{text}</b>" if bold else text, "xanchor": anchor, "yanchor": yanchor, "showarrow": False,
            "xshift": -3 if anchor == "right" else 3, "font": {"color": colour("ink", mode), "size": size + (2 if bold else 0)}}


def _room(texts: Sequence[str], letter_px: float = LETTER_PX) -> int:
    return 14 + round(letter_px * max((width_of(text) for text in texts), default=0))
