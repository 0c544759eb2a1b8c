"""Two amounts of each name on one line: a mark for either side, joined, with the difference written at the end."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.labels import shortened
from fairboard.charts.ranking import room_for
from fairboard.charts.theme import Figure, Mode, colour, layout, series

NARROW_LETTERS = 22
HALF_PANEL_PX = 520
"""Below this width, that of half a page of a laptop, names are cut."""


def dumbbell_chart(
    labels: Sequence[str],
    first: Sequence[float | None],
    second: Sequence[float | None],
    texts: Sequence[str],
    codes: Sequence[str],
    hover: Sequence[str],
    *,
    names: tuple[str, str],
    tick_texts: dict[float, str] | None = None,
    mode: Mode,
    chosen: Sequence[str] = (),
    least_rows: int = 0,
    is_from_zero: bool = True,
) -> Figure:
    """A row for each label, in the order given, from the top: a circle at the ``first`` amount, a diamond at the ``second``.

    ``names`` are those of the two sides, in the legend. ``texts`` stand beside the larger amount. The axis starts at zero, or
    near the least amount where it need not. Fewer than ``least_rows`` rows leave the rest of the height free.
    """
    rows = range(len(labels))
    amounts = [[value for value in pair if value is not None] for pair in zip(first, second, strict=True)]
    hues = series(mode)[:2]
    joins = {"type": "scatter", "mode": "lines", "x": _gapped(amounts), "y": [number for row in rows for number in (row, row, None)], "hoverinfo": "skip",
             "line": {"color": colour("rest", mode), "width": 3}}
    marks = [
        {"type": "scatter", "mode": "markers", "name": name, "cliponaxis": False, "x": list(values), "y": list(rows), "customdata": list(codes),
         "hovertext": list(hover), "hoverinfo": "text",
         "marker": {"symbol": symbol, "size": 11, "color": hue, "opacity": [1.0 if not chosen or code in chosen else 0.35 for code in codes]}}
        for name, values, symbol, hue in ((names[0], first, "circle", hues[0]), (names[1], second, "diamond", hues[1]))
    ]
    held = [value for pair in amounts for value in pair]
    most = max(held, default=0) or 1
    least = 0 if is_from_zero else 0.8 * min(held, default=0)
    notes = [{"x": max(pair, default=0), "y": number, "text": text, "xanchor": "left", "xshift": 10, "showarrow": False,
              "font": {"color": colour("ink", mode), "size": 13}} for number, (pair, text) in enumerate(zip(amounts, texts, strict=True))]
    short = [label if "<br>" in label else shortened(label, NARROW_LETTERS) for label in labels]
    axis: dict[str, Any] = {"range": [least - 0.03 * (most - least), most + 0.03 * (most - least)], "showgrid": bool(tick_texts), "showticklabels": bool(tick_texts)}
    if tick_texts:
        axis |= {"tickvals": list(tick_texts), "ticktext": list(tick_texts.values()), "tickangle": 0}
    return {
        "data": [joins, *marks],
        "layout": layout(
            mode,
            annotations=[*notes, _legend(names, hues)],
            hovermode="closest",
            margin={"t": 34, "r": room_for(texts) + 8},
            xaxis=axis,
            yaxis={"tickvals": list(rows), "ticktext": list(labels), "range": [max(len(labels), least_rows) - 0.4, -0.6], "ticks": "", "ticklabelstandoff": 6,
                   "tickfont": {"color": colour("ink", mode), "size": 13}},
            meta={"narrow": {"below_px": HALF_PANEL_PX, "layout": {"yaxis": {"ticktext": short, "tickfont": {"color": colour("ink", mode), "size": 12}}}}},
        ),
    }


def _legend(names: tuple[str, str], hues: Sequence[str]) -> dict[str, Any]:
    """The two marks with their names, over the chart; a text, because a legend of Plotly's own takes room from the chart."""
    marks = "&nbsp;&nbsp;&nbsp;".join(f'<span style="color:{hue}">{mark}</span> {name}' for mark, hue, name in zip("●◆", hues, names, strict=True))
    return {"x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "xref": "paper", "yref": "paper", "text": marks, "showarrow": False, "font": {"size": 14}}


def _gapped(pairs: list[list[float]]) -> list[float | None]:
    """The ends of the joining lines with a gap between the rows; a row with one amount has none."""
    return [value for pair in pairs for value in ((*pair, None) if len(pair) == 2 else (None, None, None))]
