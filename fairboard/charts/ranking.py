"""Horizontal bars, longest first, each with its value written at its end."""

from collections.abc import Sequence

from fairboard.charts.axes import UPRIGHT
from fairboard.charts.labels import width_of
from fairboard.charts.theme import Figure, Mode, colour, layout


def ranking_chart(
    labels: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    codes: Sequence[str | int],
    *,
    mode: Mode,
    meaning: str = "demand",
    chosen: Sequence[str | int] = (),
    hover: Sequence[str] | None = None,
) -> Figure:
    """A bar for each label, in the order given, from the top.

    ``texts`` are the values as written at the bars, ``codes`` what a click gives. With ``chosen`` the other bars step back.
    """
    colours = [colour(meaning if not chosen or code in chosen else "rest", mode) for code in codes]
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": list(values),
        "y": list(range(len(labels))),
        "text": list(texts),
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": list(codes),
        "hovertext": list(hover or [f"{label}: {text}" for label, text in zip(labels, texts, strict=True)]),
        "hoverinfo": "text",
        "marker": {"color": colours},
    }
    largest = max((value for value in values if value is not None), default=0) or 1
    return {
        "data": [bar],
        "layout": layout(
            mode,
            margin={"r": room_for(texts)},
            xaxis={"range": [0, largest], "showticklabels": False},
            yaxis=UPRIGHT | {"tickvals": list(range(len(labels))), "ticktext": list(labels), "range": [len(labels) - 0.4, -0.6], "ticks": "", "ticklabelstandoff": 6,
                             "tickfont": {"color": colour("ink", mode), "size": 13}},
        ),
    }


def room_for(texts: Sequence[str]) -> int:
    """The margin in pixels in which the longest of ``texts`` fits beside the longest bar, however narrow the panel is."""
    return 12 + round(7.3 * max((width_of(text) for text in texts), default=0))
