"""Before and after, for things side by side: a hollow dot, a full dot, and the way between them."""

from collections.abc import Sequence

from fairboard.charts.axes import count_axis
from fairboard.charts.theme import Figure, Mode, colour, layout
from fairboard.locale import Language


def change_chart(
    labels: Sequence[str],
    before: Sequence[float],
    after: Sequence[float],
    hover: Sequence[str],
    codes: Sequence[str | int],
    names: tuple[str, str],
    *,
    mode: Mode,
    language: Language,
) -> Figure:
    """A line from ``before`` to ``after`` for each label, from the top. ``names`` say what the hollow and the full dot stand for."""
    lines = list(range(len(labels)))
    ways = {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, "line": {"color": colour("rest", mode), "width": 3},
        "x": [value for pair in zip(before, after, strict=True) for value in (*pair, None)],
        "y": [value for number in lines for value in (number, number, None)],
    }
    dots = [
        {
            "type": "scatter", "mode": "markers", "name": name, "x": list(values), "y": lines, "customdata": list(codes), "hovertext": list(hover),
            "hoverinfo": "text", "marker": {"size": 11, "symbol": symbol, "color": colour("supply", mode), "line": {"width": 2, "color": colour("supply", mode)}},
        }
        for name, values, symbol in ((names[0], before, "circle-open"), (names[1], after, "circle"))
    ]  # fmt: skip
    top = max([*before, *after], default=0) or 1
    return {
        "data": [ways, *dots],
        "layout": layout(
            mode,
            hovermode="closest",
            margin={"t": 34},
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1.01, "yanchor": "bottom", "font": {"size": 12}, "itemclick": False, "itemdoubleclick": False},
            xaxis=count_axis(top, language, room=1.08) | {"range": [-0.03 * top, top * 1.08], "tickangle": 0},
            yaxis={"tickvals": lines, "ticktext": list(labels), "range": [len(labels) - 0.4, -0.6], "ticks": "", "ticklabelstandoff": 6,
                   "tickfont": {"color": colour("ink", mode), "size": 13}},
        ),
    }
