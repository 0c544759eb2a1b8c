"""One column over another as bars, a line or points: the chart of a result that nobody has foreseen."""

from collections.abc import Sequence
from datetime import date
from math import ceil, isfinite
from typing import Any

from fairboard.charts.labels import plain, shortened
from fairboard.charts.theme import FONT_SIZE, Figure, Mode, colour, layout

KINDS = ("bar", "line", "scatter")
MOST_MARKS = 2_000
MOST_NAMES = 30
LONGEST_NAME, LONGEST_TICK = 60, 18


def free_chart(x: Sequence[Any], y: Sequence[float | None], *, kind: str, x_name: str, y_name: str, mode: Mode) -> Figure:
    """The first :data:`MOST_MARKS` values of ``y`` over those of ``x``; ``kind`` is one of :data:`KINDS`.

    Texts stand side by side in the order in which they come, each once; what is no number is a gap.
    """
    values = list(x[:MOST_MARKS])
    names = [] if all(value is None or isinstance(value, int | float | date) for value in values) else list(dict.fromkeys(map(_name, values)))
    position = {name: number for number, name in enumerate(names)}
    ink = colour("demand", mode)
    looks: dict[str, dict[str, Any]] = {
        "bar": {"type": "bar", "marker": {"color": ink}},
        "line": {"type": "scatter", "mode": "lines+markers", "line": {"color": ink}, "marker": {"color": ink, "size": 6}},
        "scatter": {"type": "scatter", "mode": "markers", "marker": {"color": ink, "size": 8}},
    }
    marks = looks[kind] | {
        "x": [position[_name(value)] if names else _place(value) for value in values],
        "y": [value if value is not None and isfinite(value) else None for value in y[:MOST_MARKS]],
        "hovertext": [plain(shortened(_name(value), LONGEST_NAME)) for value in values],
        "hovertemplate": "%{hovertext}<br>%{y}<extra></extra>",
    }
    return {
        "data": [marks],
        "layout": layout(
            mode,
            margin={"l": 8, "r": 16, "t": 12, "b": 8},
            xaxis={"title": _title(x_name, mode)} | (_ticks(names) if names else {}),
            yaxis={"title": _title(y_name, mode), "showgrid": True, "rangemode": "tozero" if kind == "bar" else "normal"},
        ),
    }


def is_repeated(x: Sequence[Any]) -> bool:
    """True where several of the values drawn stand at one place."""
    drawn = x[:MOST_MARKS]
    return len(set(drawn)) < len(drawn)


def _ticks(names: list[str]) -> dict[str, Any]:
    """Names under their places, some left out where they are too many to be read."""
    every = ceil(len(names) / MOST_NAMES)
    return {"tickvals": list(range(0, len(names), every)), "ticktext": [plain(shortened(name, LONGEST_TICK)) for name in names[::every]]}


def _title(name: str, mode: Mode) -> dict[str, Any]:
    return {"text": plain(shortened(name, LONGEST_NAME)), "standoff": 14, "font": {"size": FONT_SIZE - 1, "color": colour("ink_muted", mode)}}


def _name(value: Any) -> str:
    return "–" if value is None else str(value)


def _place(value: Any) -> Any:
    """A number or a day as Plotly takes it."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value is not None and isfinite(value) else None
