"""Counts by band of an amount, with a line drawn where it matters."""

from collections.abc import Sequence

from fairboard.charts.axes import count_axis, narrow
from fairboard.charts.theme import Figure, Mode, colour, layout
from fairboard.locale import Language


def histogram_chart(
    starts: Sequence[float],
    counts: Sequence[float],
    texts: Sequence[str],
    *,
    width: float,
    line: float,
    line_text: str,
    tick_texts: dict[float, str],
    mode: Mode,
    language: Language,
    stands_out: Sequence[bool] = (),
) -> Figure:
    """A bar for each band ``[start, start + width)``; bands from ``line`` on are in the colour of what is over it.

    ``texts`` are shown on hover, ``tick_texts`` gives the marks of the axis by position. With ``stands_out``, one for each band, the others step back.
    """
    meanings = ["over_line" if start >= line else "demand" for start in starts]
    if stands_out:
        meanings = [meaning if stands else "rest" for meaning, stands in zip(meanings, stands_out, strict=True)]
    bars = {
        "type": "bar",
        "x": [start + width / 2 for start in starts],
        "y": list(counts),
        "width": [width * 0.92] * len(starts),
        "hovertext": list(texts),
        "hoverinfo": "text",
        "customdata": list(starts),
        "marker": {"color": [colour(meaning, mode) for meaning in meanings]},
    }
    top = max(counts, default=0) or 1
    mark = {"type": "line", "x0": line, "x1": line, "y0": 0, "y1": top * 1.08, "line": {"color": colour("line", mode), "width": 2, "dash": "dot"}}
    note = {"x": line, "y": top * 1.08, "text": line_text, "showarrow": False, "xanchor": "left", "yanchor": "bottom", "xshift": 4,
            "font": {"color": colour("line", mode), "size": 13}}
    return {
        "data": [bars],
        "layout": layout(
            mode,
            shapes=[mark],
            annotations=[note],
            bargap=0,
            xaxis={"tickvals": list(tick_texts), "ticktext": list(tick_texts.values()), "tickangle": 0},
            yaxis=count_axis(top, language, room=1.22),
            meta=narrow(xaxis={"tickvals": list(tick_texts)[1::2], "ticktext": list(tick_texts.values())[1::2]}),
        ),
    }
