"""One column over another as bars, a line or points: the chart of a result that nobody has foreseen."""

from collections.abc import Sequence
from datetime import date
from math import isfinite
from typing import Any

from fairboard.charts.labels import plain, shortened
from fairboard.charts.theme import Figure, Mode, colour, layout

KINDS = ("bar", "line", "scatter")
MOST_MARKS = 2_000
LONGEST_LABEL = 40


def free_chart(x: Sequence[Any], y: Sequence[float | None], *, kind: str, x_name: str, y_name: str, mode: Mode) -> Figure:
    """The first :data:`MOST_MARKS` values of ``y`` over those of ``x``; ``kind`` is one of :data:`KINDS`. What is no number is a gap."""
    is_text = not all(value is None or isinstance(value, int | float | date) for value in x)
    places = [_place(value, is_text) for value in x[:MOST_MARKS]]
    heights = [value if value is not None and isfinite(value) else None for value in y[:MOST_MARKS]]
    ink = colour("demand", mode)
    marks: dict[str, Any] = {"type": "bar", "marker": {"color": ink}} if kind == "bar" else {
        "type": "scatter", "mode": "lines+markers" if kind == "line" else "markers", "line": {"color": ink}, "marker": {"color": ink, "size": 6 if kind == "line" else 8},
    }  # fmt: skip
    shown = [str(place) for place in places]
    return {
        "data": [marks | {"x": places, "y": heights, "hovertext": shown, "hovertemplate": "%{hovertext}<br>%{y}<extra></extra>"}],
        "layout": layout(
            mode,
            margin={"l": 8, "r": 16, "t": 12, "b": 8},
            xaxis={"title": {"text": plain(shortened(x_name, LONGEST_LABEL))}} | ({"type": "category"} if is_text else {}),
            yaxis={"title": {"text": plain(shortened(y_name, LONGEST_LABEL))}, "showgrid": True, "rangemode": "tozero" if kind == "bar" else "normal"},
        ),
    }


def _place(value: Any, is_text: bool) -> Any:
    if value is None:
        return "–" if is_text else None
    if is_text:
        return plain(shortened(str(value), LONGEST_LABEL))
    if isinstance(value, date):
        return value.isoformat()
    return value if isfinite(value) else None
