"""What is asked for against who came: for each name people to the left and openings to the right, on one scale, with their ratio."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from fairboard.charts.axes import narrow
from fairboard.charts.labels import shortened
from fairboard.charts.ranking import room_for
from fairboard.charts.theme import Figure, Mode, colour, layout

Side = Literal["demand", "supply", "even", "none"]
ROOM, NARROW_ROOM = 1.3, 1.95
"""How much longer the axis is than the longest bar, so that its value fits beside it."""
WEAK = 0.35
STEPPED_BACK = 0.2
NARROW_LETTERS = 18
NARROW_FONT = {"size": 11}


@dataclass(frozen=True)
class Line:
    """One name: how many people and openings, as numbers and as text, the ratio as text (long and short), and which of the two is more.

    ``short_label`` stands where the chart is narrow; without it the label is cut there.
    """

    code: str | None
    label: str
    people: float | None
    openings: float | None
    people_text: str
    openings_text: str
    ratio_text: str
    short_ratio_text: str
    hover: str
    side: Side = "none"
    short_label: str = ""


def balance_chart(groups: Sequence[tuple[str, Sequence[Line]]], *, names: tuple[str, str], mode: Mode, chosen: Sequence[str] = (), name_letters: int = 60) -> Figure:
    """The lines of each group under its heading, in the order given, from the top; ``names`` are those of people and openings.

    Of each line that has a side the larger bar is in full colour and the other one steps back, so that the eye sees which is more.
    Empty groups are left out; a heading may be empty. With ``chosen`` codes the other lines step back as a whole.
    """
    places, headings, slot = [], [], 0
    for heading, lines in groups:
        if heading and lines:
            headings.append((slot, heading))
            slot += 1
        for line in lines:
            places.append((slot, line))
            slot += 1
    largest = max((amount or 0 for _, line in places for amount in (line.people, line.openings)), default=0) or 1
    notes = [_over_axis(names[0], -1, "supply", mode), _over_axis(names[1], 1, "demand", mode), *(_heading(place, text, mode) for place, text in headings)]
    return {
        "data": [_bars(places, names[0], "supply", mode, chosen), _bars(places, names[1], "demand", mode, chosen)],
        "layout": layout(
            mode,
            barmode="overlay",
            bargap=0.3,
            hovermode="closest",
            margin={"t": 26, "r": _room([line.ratio_text for _, line in places])},
            meta=narrow(
                font=NARROW_FONT,
                annotations=notes + [_ratio(place, line.short_ratio_text, line, mode) for place, line in places],
                margin={"t": 26, "r": _room([line.short_ratio_text for _, line in places])},
                xaxis={"range": [-largest * NARROW_ROOM, largest * NARROW_ROOM]},
                yaxis={"ticktext": [line.short_label or shortened(line.label, NARROW_LETTERS) for _, line in places], "tickfont": {"color": colour("ink", mode), "size": 11}},
            ),
            annotations=notes + [_ratio(place, line.ratio_text, line, mode) for place, line in places],
            shapes=[{"type": "line", "x0": 0, "x1": 0, "y0": -0.6, "y1": slot - 0.4, "line": {"color": colour("rest", mode), "width": 1}}],
            xaxis={"range": [-largest * ROOM, largest * ROOM], "showticklabels": False},
            yaxis={"tickvals": [place for place, _ in places], "ticktext": [shortened(line.label, name_letters) for _, line in places], "range": [slot - 0.4, -0.6], "ticks": "",
                   "ticklabelstandoff": 6, "tickfont": {"color": colour("ink", mode), "size": 13}},
        ),
    }


def _bars(places: Sequence[tuple[int, Line]], name: str, meaning: Side, mode: Mode, chosen: Sequence[str]) -> dict[str, Any]:
    is_people = meaning == "supply"
    other = "demand" if is_people else "supply"
    amounts = [line.people if is_people else line.openings for _, line in places]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [amount if amount is None or not is_people else -amount for amount in amounts],
        "y": [place for place, _ in places],
        "text": [line.people_text if is_people else line.openings_text for _, line in places],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": 12},
        "customdata": [line.code for _, line in places],
        "hovertext": [line.hover for _, line in places],
        "hoverinfo": "text",
        "marker": {
            "color": colour(meaning, mode),
            "opacity": [STEPPED_BACK if chosen and line.code not in chosen else WEAK if line.side == other else 1 for _, line in places],
        },
    }


def _room(texts: Sequence[str]) -> int:
    return room_for([re.sub("</?b>", "", text) for text in texts])


def _over_axis(text: str, side: int, meaning: str, mode: Mode) -> dict[str, Any]:
    return {"xref": "x", "x": 0, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "right" if side < 0 else "left", "xshift": 6 * side, "showarrow": False,
            "text": f"<b>← {text}</b>" if side < 0 else f"<b>{text} →</b>", "font": {"color": colour(meaning, mode), "size": 12}}


def _heading(place: int, text: str, mode: Mode) -> dict[str, Any]:
    return {"xref": "paper", "x": 0, "y": place + 0.1, "xanchor": "left", "text": f"<b>{text}</b>", "showarrow": False,
            "font": {"color": colour("ink_muted", mode), "size": 13}}


def _ratio(place: int, text: str, line: Line, mode: Mode) -> dict[str, Any]:
    hue = colour(line.side if line.side in ("demand", "supply") else "ink_muted", mode)
    return {"xref": "paper", "x": 1, "y": place, "xanchor": "left", "text": text, "showarrow": False, "font": {"color": hue, "size": 13}}
