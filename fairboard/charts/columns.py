"""Upright bars over named bands (of wage, hours), in their order, with a line where it matters."""

from collections.abc import Sequence
from math import ceil

from fairboard.charts.axes import count_axis
from fairboard.charts.labels import width_of
from fairboard.charts.theme import Figure, Mode, colour, layout
from fairboard.locale import Language

LETTER_PX = 7.5
WIDTH_PX = 860


def columns_chart(
    labels: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    codes: Sequence[str | int],
    hover: Sequence[str],
    *,
    mode: Mode,
    language: Language,
    meaning: str = "demand",
    chosen: Sequence[str | int] = (),
    over_from: int | None = None,
    line_text: str = "",
    width_px: int = WIDTH_PX,
) -> Figure:
    """A bar for each label. ``texts`` stand over the bars where all have room in ``width_px``, else there is an axis.

    Bars from the place ``over_from`` on are beyond the line that ``line_text`` names. With ``chosen`` the other bars step back. Labels that
    would cover each other are left out by the same step throughout.
    """
    room = width_px / max(len(labels), 1)
    is_written = max((width_of(text) for text in texts), default=0) * LETTER_PX + 6 <= room
    every = ceil((max((width_of(label) for label in labels), default=0) * LETTER_PX + 14) / room)
    shown = range(0, len(labels), max(every, 1))
    known = [value for value in values if value is not None]
    top = max(known, default=0) or 1
    has_line = over_from is not None and bool(line_text)
    bars = {
        "type": "bar",
        "x": list(range(len(labels))),
        "y": list(values),
        "width": [0.86] * len(labels),
        "text": list(texts),
        "textposition": "outside" if is_written else "none",
        "textangle": 0,
        "cliponaxis": False,
        "customdata": list(codes),
        "hovertext": list(hover),
        "hoverinfo": "text",
        "marker": {"color": [_hue(number, code, meaning, chosen, over_from, mode) for number, code in enumerate(codes)]},
    }
    return {
        "data": [bars],
        "layout": layout(
            mode,
            **_line(over_from, line_text, top, len(labels), mode) if has_line else {},
            xaxis={"range": [-0.6, len(labels) - 0.4], "tickvals": list(shown), "ticktext": [labels[number] for number in shown], "tickangle": 0,
                   "ticklabelstandoff": 4, "tickfont": {"color": colour("ink", mode), "size": 13}},
            yaxis=count_axis(top, language, room=1.25 if has_line else 1.12) | ({"showticklabels": False, "showgrid": False} if is_written else {}),
        ),
    }


def _hue(number: int, code: str | int, meaning: str, chosen: Sequence[str | int], over_from: int | None, mode: Mode) -> str:
    if chosen and code not in chosen:
        return colour("rest", mode)
    return colour("over_line" if over_from is not None and number >= over_from else meaning, mode)


def _line(place: int, text: str, top: float, count: int, mode: Mode) -> dict:
    """The line before the bar at ``place`` and what it says, on the side that has more room."""
    x, height = place - 0.5, top * 1.2
    is_left = place <= count * 0.6
    return {
        "shapes": [{"type": "line", "x0": x, "x1": x, "y0": 0, "y1": height, "line": {"color": colour("line", mode), "width": 2, "dash": "dot"}}],
        "annotations": [{"x": x, "y": height, "text": text, "showarrow": False, "xanchor": "left" if is_left else "right", "yanchor": "middle",
                         "xshift": 6 if is_left else -6, "font": {"color": colour("line", mode), "size": 14}}],
    }
