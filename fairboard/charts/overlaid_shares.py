"""Two distributions over one another: shares by band of an amount, as stepped outlines."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.axes import narrow
from fairboard.charts.theme import Figure, Mode, colour, layout, series


def overlaid_shares_chart(
    starts: Sequence[float],
    first: Sequence[float | None],
    second: Sequence[float | None],
    first_hover: Sequence[str],
    second_hover: Sequence[str],
    *,
    width: float,
    names: tuple[str, str],
    middles: tuple[float | None, float | None],
    middle_texts: tuple[str, str],
    tick_texts: dict[float, str],
    mode: Mode,
) -> Figure:
    """A stepped outline over the bands from ``start`` to ``start + width`` for either side: the first filled, the second a dashed line.

    A dotted line stands at the middle of each side (``middles``), with its text on top.
    """
    top = max([value for value in (*first, *second) if value is not None], default=0) or 1
    hues = series(mode)[:2]
    sides = [
        _outline(starts, first, first_hover, width, names[0], hues[0], {"fill": "tozeroy", "fillcolor": f"{hues[0]}40"}, "solid"),
        _outline(starts, second, second_hover, width, names[1], hues[1], {}, "dash"),
    ]
    marks = [(x, text, hue) for x, text, hue in zip(middles, middle_texts, hues, strict=True) if x is not None]
    ticks = {"tickvals": list(tick_texts), "ticktext": list(tick_texts.values())}
    return {
        "data": [side for side in sides if side],
        "layout": layout(
            mode,
            shapes=[{"type": "line", "x0": x, "x1": x, "y0": 0, "y1": top * 1.12, "line": {"color": hue, "width": 2, "dash": "dot"}} for x, _, hue in marks],
            annotations=[_note(x, text, hue, top * (1.19 if number else 1.1), is_left=x < max(starts, default=0) * 0.6) for number, (x, text, hue) in enumerate(marks)],
            hovermode="closest",
            showlegend=True,
            legend={"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom", "font": {"size": 13, "color": colour("ink", mode)}},
            margin={"t": 34},
            xaxis={"range": [0, max(starts, default=0) + width], "tickangle": 0} | ticks,
            yaxis={"range": [0, top * 1.25], "tickformat": ".0%", "nticks": 6, "showgrid": True},
            meta=narrow(xaxis={name: values[1::2] for name, values in ticks.items()}),
        ),
    }


def _outline(starts: Sequence[float], shares: Sequence[float | None], texts: Sequence[str], width: float, name: str, hue: str, fill: dict[str, Any], dash: str) -> dict:
    """Bands that have nothing are at zero, also between those that are given."""
    if not starts or all(value is None for value in shares):
        return {}
    held = {start: (share or 0, text) for start, share, text in zip(starts, shares, texts, strict=True)}
    bands = [start * width for start in range(int(max(starts) // width) + 1)]
    points = [(band, *held.get(band, (0, ""))) for band in bands]
    last = points[-1]
    points.append((last[0] + width, last[1], last[2]))
    return {
        "type": "scatter", "mode": "lines", "name": name, "x": [x for x, _, _ in points], "y": [y for _, y, _ in points], "hovertext": [text for _, _, text in points],
        "hoverinfo": "text", "line": {"color": hue, "width": 2.5, "shape": "hv", "dash": dash},
    } | fill


def _note(x: float, text: str, hue: str, y: float, *, is_left: bool) -> dict[str, Any]:
    return {"x": x, "y": y, "text": text, "showarrow": False, "xanchor": "left" if is_left else "right", "xshift": 6 if is_left else -6,
            "font": {"color": hue, "size": 13}}
