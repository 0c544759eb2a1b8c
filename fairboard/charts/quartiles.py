"""The middle half of an amount, name by name: a bar from quartile to quartile with a mark at the median."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.ranking import room_for
from fairboard.charts.theme import Figure, Mode, colour, layout

Quartiles = tuple[float, float, float]


def quartiles_chart(
    labels: Sequence[str],
    quartiles: Sequence[Quartiles | None],
    texts: Sequence[str],
    codes: Sequence[str | int],
    *,
    line: float,
    line_text: str,
    tick_texts: dict[float, str],
    mode: Mode,
    chosen: Sequence[str | int] = (),
    hover: Sequence[str] | None = None,
) -> Figure:
    """A row for each label, in the order given, from the top; the axis starts at zero and a line stands at ``line``.

    ``quartiles`` holds lower quartile, median and upper quartile, or ``None`` where there is no amount: such a row has no mark, and
    its text stands where the axis begins. ``texts`` are the medians as written, ``codes`` what a click gives.
    """
    rows = [number for number, parts in enumerate(quartiles) if parts]
    parts = [quartiles[number] for number in rows]
    picked = [codes[number] for number in rows]
    shown = [(hover or texts)[number] for number in rows]
    hues = [colour("demand" if not chosen or code in chosen else "rest", mode) for code in picked]
    bars = {
        "type": "bar", "orientation": "h", "y": rows, "base": [low for low, _, _ in parts], "x": [high - low for low, _, high in parts],
        "customdata": picked, "hovertext": shown, "hoverinfo": "text", "marker": {"color": hues, "opacity": 0.55},
    }
    medians = {
        "type": "scatter", "mode": "markers", "x": [median for _, median, _ in parts], "y": rows, "customdata": picked,
        "hovertext": shown, "hoverinfo": "text", "marker": {"symbol": "line-ns", "size": 15, "line": {"color": colour("ink", mode), "width": 3}},
    }
    most = max([high for _, _, high in parts] + [line])
    return {
        "data": [bars, medians],
        "layout": layout(
            mode,
            shapes=[_line(line, mode)],
            annotations=[_line_note(line, line_text, mode), *_written(quartiles, texts, mode)],
            hovermode="closest",
            margin={"t": 30, "r": room_for(texts)},
            xaxis={"range": [0, most], "tickvals": list(tick_texts), "ticktext": list(tick_texts.values()), "showgrid": True},
            yaxis={"tickvals": list(range(len(labels))), "ticktext": list(labels), "range": [len(labels) - 0.4, -0.6], "ticks": "",
                   "tickfont": {"color": colour("ink", mode), "size": 13}},
        ),
    }


def _line(line: float, mode: Mode) -> dict[str, Any]:
    return {"type": "line", "x0": line, "x1": line, "y0": 0, "y1": 1, "yref": "paper", "layer": "below",
            "line": {"color": colour("line", mode), "width": 2, "dash": "dot"}}


def _line_note(line: float, text: str, mode: Mode) -> dict[str, Any]:
    return {"x": line, "y": 1, "yref": "paper", "yanchor": "bottom", "text": text, "showarrow": False, "font": {"color": colour("line", mode), "size": 13}}


def _written(quartiles: Sequence[Quartiles | None], texts: Sequence[str], mode: Mode) -> list[dict[str, Any]]:
    """The texts at the end of the bars, on a ground of their own, so that the line does not strike them through."""
    return [
        {"x": parts[2] if parts else 0, "y": number, "xanchor": "left", "xshift": 3, "text": text, "showarrow": False, "borderpad": 0,
         "bgcolor": colour("ground", mode), "font": {"color": colour("ink" if parts else "ink_muted", mode), "size": 13}}
        for number, (parts, text) in enumerate(zip(quartiles, texts, strict=True))
    ]
