"""Events laid over a course over time: a thin broken line for each, with its number on top and its name on hovering."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fairboard.charts.calendar import day_of_year
from fairboard.charts.theme import Figure, Mode, colour

ROOM = 0.2
"""What is added to the height of the axis, for the numbers."""
LANES = 2
APART = 0.035
"""Numbers closer than this part of the width stand below one another."""


@dataclass(frozen=True)
class Event:
    """Something that happened: its day, the number it is listed under, and what a pointer shows."""

    day: date
    number: str
    hover: str


def over_days(figure: Figure, events: Sequence[Event], *, mode: Mode) -> Figure:
    """``figure``, whose horizontal axis holds days, with the ``events`` that lie on it."""
    first, last = (date.fromisoformat(day) for day in figure["layout"]["xaxis"]["range"])
    held = [event for event in events if first <= event.day <= last]
    span = max((last - first).days, 1)
    return _laid_over(figure, [event.day.isoformat() for event in held], [(event.day - first).days / span for event in held], held, mode)


def over_halves(figure: Figure, starts: Sequence[date], events: Sequence[Event], *, mode: Mode) -> Figure:
    """``figure``, whose horizontal axis holds a mark for each half-year of ``starts``, with the ``events`` of these half-years.

    A mark stands in the middle of its half-year: an event of its first day lies half a step before it.
    """
    held = [event for event in events if half_of(event.day) in starts]
    places = [place_in_halves(event.day, starts) for event in held]
    found = _laid_over(figure, places, [(place + 0.5) / max(len(starts), 1) for place in places], held, mode)
    if not held:
        return found
    # On an axis of names a trace cannot stand between two of them; a note can.
    *traces, numbers = found["data"]
    notes = [_note(place, height, event, mode) for place, height, event in zip(places, numbers["y"], held, strict=True)]
    return {"data": traces, "layout": found["layout"] | {"annotations": [*found["layout"].get("annotations", []), *notes]}}


def over_calendar(figure: Figure, years: Sequence[int], events: Sequence[Event], *, mode: Mode) -> Figure:
    """``figure``, a calendar with a line for each of ``years``, with the ``events`` of these years."""
    held = [event for event in events if event.day.year in years]
    places = [day_of_year(event.day) for event in held]
    lines = [list(years).index(event.day.year) for event in held]
    rules = [_rule(place, line - 0.5, line + 0.5, mode) for place, line in zip(places, lines, strict=True)]
    return _with(figure, rules, _numbers(places, [line - 0.4 for line in lines], held, mode)) if held else figure


def half_of(day: date) -> date:
    """The first day of the half-year in which ``day`` lies."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)


def place_in_halves(day: date, starts: Sequence[date]) -> float:
    """Where ``day`` lies among the half-years of ``starts``, the first having its middle at 0."""
    start = half_of(day)
    end = date(start.year, 7, 1) if start.month == 1 else date(start.year + 1, 1, 1)
    return list(starts).index(start) + (day - start).days / (end - start).days - 0.5


def _laid_over(figure: Figure, places: Sequence[str | float], parts: Sequence[float], events: Sequence[Event], mode: Mode) -> Figure:
    if not events:
        return figure
    frame = figure["layout"]
    bottom, top = frame["yaxis"]["range"]
    room = (top - bottom) * ROOM
    lanes = _lanes(parts)
    heights = [top + room * (0.75 - 0.5 * lane) for lane in lanes]
    rules = [_rule(place, bottom, height, mode) for place, height in zip(places, heights, strict=True)]
    found = _with(figure, rules, _numbers(places, heights, events, mode))
    return found | {"layout": found["layout"] | {"yaxis": frame["yaxis"] | {"range": [bottom, top + room]}}}


def _with(figure: Figure, rules: Sequence[dict], numbers: dict) -> Figure:
    frame = figure["layout"]
    return {"data": [*figure["data"], numbers], "layout": frame | {"shapes": [*frame.get("shapes", []), *rules]}}


def _rule(place: str | float, bottom: float, top: float, mode: Mode) -> dict:
    return {"type": "line", "layer": "below", "x0": place, "x1": place, "y0": bottom, "y1": top, "line": {"color": colour("line", mode), "width": 1, "dash": "dash"}}


def _numbers(places: Sequence[str | float], heights: Sequence[float], events: Sequence[Event], mode: Mode) -> dict:
    return {
        "type": "scatter", "mode": "markers+text", "name": "", "showlegend": False, "x": list(places), "y": list(heights), "text": [event.number for event in events],
        "hovertext": [event.hover for event in events], "hovertemplate": "%{hovertext}<extra></extra>", "textfont": {"size": 10, "color": colour("ink", mode)},
        "marker": {"size": 17, "opacity": 1, "color": colour("ground", mode), "line": {"width": 1.5, "color": colour("line", mode)}}, "cliponaxis": False,
    }  # fmt: skip


def _note(place: float, height: float, event: Event, mode: Mode) -> dict:
    return {
        "x": place, "y": height, "text": event.number, "hovertext": event.hover, "showarrow": False, "font": {"size": 10, "color": colour("ink", mode)},
        "bgcolor": colour("ground", mode), "bordercolor": colour("line", mode), "borderwidth": 1.5, "borderpad": 2,
    }  # fmt: skip


def _lanes(parts: Sequence[float]) -> list[int]:
    """For each event, in the order of time, the line in which its number stands: the upper one where it has room."""
    found: list[int] = []
    last = [-1.0] * LANES
    for part in parts:
        lane = next((lane for lane in range(LANES) if part - last[lane] >= APART), LANES - 1)
        last[lane] = part
        found.append(lane)
    return found
