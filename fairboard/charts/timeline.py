"""Events on the line of time, one below the other, each with its number and name beside it."""

from collections.abc import Sequence
from datetime import date, timedelta

from fairboard.charts.axes import day_axis, narrow
from fairboard.charts.theme import Figure, Mode, colour, layout
from fairboard.locale import Language

LEAST_WIDTH_PX = 640


def timeline_chart(
    days: Sequence[date], numbers: Sequence[str], names: Sequence[str], hover: Sequence[str], *, are_whole: Sequence[bool], mode: Mode, language: Language
) -> Figure:
    """A mark for each event on its day, the first on top. ``are_whole`` tells what holds everywhere (a full mark) from what holds in one place (a hollow one).

    The name stands on the side that has room.
    """
    lines = list(range(len(days)))
    first, last = min(days, default=date(2023, 1, 1)), max(days, default=date(2023, 12, 31))
    span = max((last - first).days, 30)
    margin = timedelta(days=span // 12)
    sides = ["left" if (day - first).days < span / 2 else "right" for day in days]
    stems = [
        {"type": "line", "layer": "below", "x0": (first - margin).isoformat(), "x1": (last + margin).isoformat(), "y0": line, "y1": line,
         "line": {"color": colour("grid", mode), "width": 1}}
        for line in lines
    ]
    marks = {
        "type": "scatter", "mode": "markers+text", "x": [day.isoformat() for day in days], "y": lines, "text": list(numbers), "hovertext": list(hover), "hoverinfo": "text",
        "textfont": {"size": 11, "color": [colour("ground" if is_whole else "ink", mode) for is_whole in are_whole]},
        "marker": {"size": 20, "color": [colour("demand" if is_whole else "ground", mode) for is_whole in are_whole], "line": {"width": 2, "color": colour("demand", mode)}},
    }
    labels = [
        {"x": day.isoformat(), "y": line, "text": name, "showarrow": False, "xanchor": side, "xshift": 14 if side == "left" else -14,
         "font": {"size": 13, "color": colour("ink", mode)}, "bgcolor": colour("ground", mode)}
        for day, line, name, side in zip(days, lines, names, sides, strict=True)
    ]  # fmt: skip
    return {
        "data": [marks],
        "layout": layout(
            mode,
            meta={"least_width_px": LEAST_WIDTH_PX} | narrow(),
            shapes=stems,
            annotations=labels,
            hovermode="closest",
            xaxis=day_axis(language) | {"range": [(first - margin).isoformat(), (last + margin).isoformat()]},
            yaxis={"visible": False, "range": [len(days) - 0.3, -0.7]},
        ),
    }
