"""When people came and when the broadcast was watched: the course of one day."""

from collections.abc import Sequence

from fairboard.charts.axes import count_axis
from fairboard.charts.theme import Figure, Mode, colour, layout
from fairboard.locale import Language

SLOT_MINUTES = 10


def arrivals_chart(hours: Sequence[int], counts: Sequence[int], labels: Sequence[str], texts: Sequence[str], *, mode: Mode) -> Figure:
    """A bar for each full hour of the day from the first to the last in ``hours``; an hour without a count stays empty.

    ``labels`` are written over the bars, ``texts`` are shown on hover.
    """
    bars = {
        "type": "bar", "x": list(hours), "y": list(counts), "text": list(labels), "textposition": "outside", "cliponaxis": False,
        "hovertext": list(texts), "hoverinfo": "text", "marker": {"color": colour("supply", mode)},
    }  # fmt: skip
    span = range(min(hours, default=8), max(hours, default=16) + 1)
    return {
        "data": [bars],
        "layout": layout(
            mode,
            xaxis={"tickvals": list(span), "ticktext": [f"{hour:02d}:00" for hour in span], "range": [span[0] - 0.6, span[-1] + 0.6]},
            yaxis={"range": [0, (max(counts, default=0) or 1) * 1.14], "showticklabels": False},
        ),
    }


def broadcast_chart(minutes: Sequence[int], counts: Sequence[int], texts: Sequence[str], *, peak_text: str, mode: Mode, language: Language) -> Figure:
    """Views by slot of ten minutes as an area, ``minutes`` after midnight; a slot that was not counted is a gap.

    ``peak_text`` is written at the largest slot, the first of them where several are as large.
    """
    held = dict(zip(minutes, zip(counts, texts, strict=True), strict=True))
    slots = range(min(minutes), max(minutes) + SLOT_MINUTES, SLOT_MINUTES) if minutes else range(0)
    values = [held[slot][0] if slot in held else None for slot in slots]
    curve = {
        "type": "scatter", "mode": "lines", "x": list(slots), "y": values, "fill": "tozeroy", "connectgaps": False,
        "hovertext": [held[slot][1] if slot in held else "" for slot in slots], "hoverinfo": "text",
        "line": {"color": colour("supply", mode), "width": 2.5}, "fillcolor": _faint(colour("supply", mode)),
    }  # fmt: skip
    top = max(counts, default=0) or 1
    peak = minutes[list(counts).index(max(counts))] if minutes else 0
    hours = range((slots[0] + 59) // 60, slots[-1] // 60 + 1, 2 if len(slots) > 36 else 1) if slots else range(0)
    return {
        "data": [curve, _dot(peak, top, mode)] if minutes else [curve],
        "layout": layout(
            mode,
            annotations=[_peak_note(peak, top, peak_text, mode, is_late=peak > (slots[0] + slots[-1]) / 2)] if minutes else [],
            xaxis={"tickvals": [hour * 60 for hour in hours], "ticktext": [f"{hour:02d}:00" for hour in hours], "showgrid": False},
            yaxis=count_axis(top, language, room=1.2),
        ),
    }


def _dot(minute: int, count: int, mode: Mode) -> dict:
    return {"type": "scatter", "mode": "markers", "x": [minute], "y": [count], "hoverinfo": "skip", "marker": {"color": colour("supply", mode), "size": 10}}


def _peak_note(minute: int, count: int, text: str, mode: Mode, *, is_late: bool) -> dict:
    """The note of the peak, written towards the middle of the day so that it is not cut off."""
    return {"x": minute, "y": count, "text": text, "showarrow": False, "xanchor": "right" if is_late else "left", "yanchor": "bottom",
            "xshift": -8 if is_late else 8, "yshift": 2, "font": {"color": colour("ink", mode), "size": 13}}


def _faint(hue: str) -> str:
    """The colour ``#rrggbb`` at a fifth of its strength."""
    red, green, blue = (int(hue[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.2)"
