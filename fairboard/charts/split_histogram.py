"""Counts by band of an amount, each bar split at a line that may lie anywhere, also within a band."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.axes import count_axis, narrow
from fairboard.charts.labels import wrapped
from fairboard.charts.theme import Figure, Mode, colour, layout
from fairboard.locale import Language

NARROW_NOTE_WIDTH = 20


def split_histogram_chart(
    starts: Sequence[float],
    under: Sequence[float],
    over: Sequence[float],
    texts: Sequence[str],
    *,
    width: float,
    line: float,
    line_text: str,
    tick_texts: dict[float, str],
    mode: Mode,
    language: Language,
) -> Figure:
    """A bar for each band from ``start`` to ``start + width``: below, in the colour of demand, what does not exceed the ``line``; on
    it, in the colour of what is over the line, what does. ``texts`` are shown on hover, ``tick_texts`` are the marks of the axis.
    """
    heights = [low + high for low, high in zip(under, over, strict=True)]
    top = max(heights, default=0) or 1
    right = max([start + width for start in starts] + [line + 2 * width])
    is_left = line < right * 0.55
    mark = {"type": "line", "x0": line, "x1": line, "y0": 0, "y1": top * 1.1, "line": {"color": colour("line", mode), "width": 2, "dash": "dot"}}
    note = {"x": line, "y": top * 1.1, "text": line_text, "showarrow": False, "xanchor": "left" if is_left else "right", "yanchor": "middle",
            "xshift": 6 if is_left else -6, "font": {"color": colour("line", mode), "size": 14}}
    return {
        "data": [_bars(starts, under, texts, width, colour("demand", mode)), _bars(starts, over, texts, width, colour("over_line", mode))],
        "layout": layout(
            mode,
            barmode="stack",
            bargap=0,
            shapes=[mark],
            annotations=[note],
            xaxis={"range": [0, right], "tickvals": list(tick_texts), "ticktext": list(tick_texts.values()), "tickangle": 0},
            yaxis=count_axis(top, language, room=1.2),
            meta=narrow(
                xaxis={"tickvals": list(tick_texts)[1::2], "ticktext": list(tick_texts.values())[1::2]},
                annotations=[note | {"text": wrapped(line_text, NARROW_NOTE_WIDTH), "align": note["xanchor"], "font": note["font"] | {"size": 12}}],
            ),
        ),
    }


def _bars(starts: Sequence[float], counts: Sequence[float], texts: Sequence[str], width: float, hue: str) -> dict[str, Any]:
    return {
        "type": "bar", "x": [start + width / 2 for start in starts], "y": list(counts), "width": [width * 0.92] * len(starts),
        "customdata": list(starts), "hovertext": list(texts), "hoverinfo": "text", "marker": {"color": hue},
    }
