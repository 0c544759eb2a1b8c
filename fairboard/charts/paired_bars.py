"""Two amounts of each name as bars one under the other, each with its value written at its end."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.ranking import room_for
from fairboard.charts.theme import Figure, Mode, colour, layout


def paired_bars_chart(
    labels: Sequence[str],
    first: Sequence[float | None],
    second: Sequence[float | None],
    texts: tuple[Sequence[str], Sequence[str]],
    codes: Sequence[str],
    hover: tuple[Sequence[str], Sequence[str]],
    *,
    names: tuple[str, str],
    meanings: tuple[str, str] = ("demand", "supply"),
    mode: Mode,
) -> Figure:
    """A pair of bars for each label, in the order given, from the top; ``names`` are those of the two sides, over the chart."""
    rows = list(range(len(labels)))
    hues = [colour(meaning, mode) for meaning in meanings]
    bars = [
        {"type": "bar", "orientation": "h", "name": name, "x": list(values), "y": rows, "text": list(said), "textposition": "outside", "cliponaxis": False,
         "customdata": list(codes), "hovertext": list(lines), "hoverinfo": "text", "marker": {"color": hue}}
        for name, values, said, lines, hue in zip(names, (first, second), texts, hover, hues, strict=True)
    ]
    largest = max((value for value in (*first, *second) if value is not None), default=0) or 1
    return {
        "data": bars,
        "layout": layout(
            mode,
            barmode="group",
            bargroupgap=0.06,
            annotations=[_legend(names, hues)],
            margin={"t": 30, "r": room_for([*texts[0], *texts[1]])},
            xaxis={"range": [0, largest], "showticklabels": False},
            yaxis={"tickvals": rows, "ticktext": list(labels), "range": [len(labels) - 0.45, -0.55], "ticks": "", "ticklabelstandoff": 6,
                   "tickfont": {"color": colour("ink", mode), "size": 13}},
        ),
    }


def _legend(names: tuple[str, str], hues: Sequence[str]) -> dict[str, Any]:
    """The two sides by colour and place: the first is the upper bar."""
    marks = "&nbsp;&nbsp;&nbsp;".join(f'<span style="color:{hue}">■</span> {name}' for hue, name in zip(hues, names, strict=True))
    return {"x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "xref": "paper", "yref": "paper", "text": marks, "showarrow": False, "font": {"size": 14}}
