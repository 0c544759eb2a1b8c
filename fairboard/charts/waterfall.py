"""From one amount to another by the parts of the change: floating bars, each where the one above it ended."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.axes import NARROW_PX
from fairboard.charts.ranking import room_for
from fairboard.charts.theme import Figure, Mode, colour, layout, series

BAR = 0.62


def waterfall_chart(
    labels: Sequence[str],
    changes: Sequence[float],
    texts: Sequence[str],
    hover: Sequence[str],
    *,
    mode: Mode,
) -> Figure:
    """Rows from the top: the first amount, its changes, the last amount; ``changes`` holds the first amount and then every change.

    ``labels``, ``texts`` (at the bars) and ``hover`` have one more for the last amount, which is the sum of ``changes``.
    """
    ends = [sum(changes[: number + 1]) for number in range(len(changes))]
    last = ends[-1]
    bases = [0, *ends[:-1], 0]
    lengths = [*changes, last]
    first_hue, last_hue, up, down = series(mode)[:4]
    hues = [first_hue, *(up if change >= 0 else down for change in changes[1:]), last_hue]
    bars = {
        "type": "bar", "orientation": "h", "y": list(range(len(labels))), "base": bases, "x": lengths, "width": BAR, "hovertext": list(hover), "hoverinfo": "text",
        "marker": {"color": hues},
    }
    reached = [max(base, base + length) for base, length in zip(bases, lengths, strict=True)]
    notes = [_note(x, number, text, mode) for number, (x, text) in enumerate(zip(reached, texts, strict=True))]
    most, least = max([*reached, 1]), min([0, *ends])
    return {
        "data": [bars],
        "layout": layout(
            mode,
            annotations=notes,
            shapes=[_step(end, number, mode) for number, end in enumerate(ends)],
            margin={"r": room_for(texts)},
            xaxis={"range": [least, most], "showticklabels": False, "zeroline": least < 0},
            yaxis={"tickvals": list(range(len(labels))), "ticktext": list(labels), "range": [len(labels) - 0.45, -0.55], "ticks": "", "ticklabelstandoff": 6,
                   "tickfont": {"color": colour("ink", mode), "size": 13}},
            meta={"narrow": {"below_px": NARROW_PX, "layout": {"yaxis": {"tickfont": {"color": colour("ink", mode), "size": 12}}}}},
        ),
    }


def _note(x: float, y: int, text: str, mode: Mode) -> dict[str, Any]:
    return {"x": x, "y": y, "text": text, "xanchor": "left", "xshift": 4, "showarrow": False, "font": {"color": colour("ink", mode), "size": 13}}


def _step(end: float, number: int, mode: Mode) -> dict[str, Any]:
    """The thin line that leads from the end of a bar to the start of the next."""
    return {"type": "line", "x0": end, "x1": end, "y0": number + BAR / 2, "y1": number + 1 - BAR / 2, "line": {"color": colour("ink_muted", mode), "width": 1}}
