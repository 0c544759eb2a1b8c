"""The season as a calendar: a line for each year, a column for each month, a mark for each fair on its day."""

from collections.abc import Sequence
from datetime import date

from fairboard.charts.axes import narrow
from fairboard.charts.theme import Figure, Mode, colour, layout, series

KIND_LOOKS = {"launch": (1, "star"), "on_site": (0, "circle"), "campus": (2, "square"), "special": (3, "diamond"), "enterprise": (4, "triangle-up"), "online": (6, "x")}
"""Place in the series of colours and shape of the mark: a kind is told by both, never by colour alone."""
MOST_EMPTY_YEARS = 6
APART_DAYS = 9
LANES = 4
LEAP_YEAR = 2024
LEAST_WIDTH_PX = 640


def calendar_chart(
    days: Sequence[date],
    kinds: Sequence[str],
    texts: Sequence[str],
    codes: Sequence[int],
    *,
    kind_names: dict[str, str],
    month_names: Sequence[str],
    mode: Mode,
    chosen: Sequence[int] = (),
) -> Figure:
    """A mark for each fair, ``texts`` on hovering, ``codes`` for a click; ``kind_names`` in the order of the key.

    Fairs within a few days of each other in one year stand below one another. Raises KeyError for a kind without a look.
    """
    years = shown_years(days)
    places = [(day_of_year(day), years.index(day.year) + shift) for day, shift in zip(days, lanes(days), strict=True)]
    traces = []
    for kind in [kind for kind in kind_names if kind in set(kinds)]:
        held = [number for number, found in enumerate(kinds) if found == kind]
        traces.append(_marks(kind, kind_names[kind], [places[n] for n in held], [texts[n] for n in held], [codes[n] for n in held], mode, chosen))
    starts = [day_of_year(date(LEAP_YEAR, month, 1)) for month in range(1, 13)]
    return {
        "data": traces,
        "layout": layout(
            mode,
            meta={"least_width_px": LEAST_WIDTH_PX} | narrow(legend={"orientation": "v"}),
            hovermode="closest",
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 13}, "itemclick": False, "itemdoubleclick": False},
            shapes=[_rule(mode, x0=start, x1=start, y0=-0.5, y1=len(years) - 0.5) for start in [*starts, 367]]
            + [_rule(mode, x0=1, x1=367, y0=line - 0.5, y1=line - 0.5) for line in range(len(years) + 1)],
            xaxis={"range": [0, 368], "tickvals": [start + 15 for start in starts], "ticktext": list(month_names), "ticks": "", "showline": False},
            yaxis={"range": [len(years) - 0.45, -0.55], "tickvals": list(range(len(years))), "ticktext": [str(year) for year in years], "ticks": "",
                   "tickfont": {"color": colour("ink", mode), "size": 14}},
        ),
    }


def shown_years(days: Sequence[date]) -> list[int]:
    """Every year from the first fair to the last; years without one are left out where there would be many."""
    held = sorted({day.year for day in days})
    every = list(range(held[0], held[-1] + 1)) if held else []
    return every if len(every) - len(held) <= MOST_EMPTY_YEARS else held


def day_of_year(day: date) -> int:
    """1 to 366; a day of the calendar has the same place in every year."""
    return date(LEAP_YEAR, day.month, day.day).timetuple().tm_yday


def lanes(days: Sequence[date]) -> list[float]:
    """For each fair how far it stands from the middle of its year's line, so that neighbours do not cover each other."""
    last: dict[tuple[int, int], int] = {}
    found = [0.0] * len(days)
    for number in sorted(range(len(days)), key=lambda n: days[n]):
        day = days[number]
        place = day_of_year(day)
        lane = next((lane for lane in range(LANES) if place - last.get((day.year, lane), -APART_DAYS) >= APART_DAYS), LANES - 1)
        last[(day.year, lane)] = place
        found[number] = (-0.13, 0.13, 0.36, -0.36)[lane]
    return found


def _marks(kind: str, name: str, places: list[tuple[int, float]], texts: list[str], codes: list[int], mode: Mode, chosen: Sequence[int]) -> dict:
    number, symbol = KIND_LOOKS[kind]
    return {
        "type": "scatter", "mode": "markers", "name": name,
        "x": [x for x, _ in places], "y": [y for _, y in places],
        "customdata": list(codes), "hovertext": list(texts), "hoverinfo": "text",
        "marker": {
            "opacity": 1, "symbol": symbol, "color": series(mode)[number], "size": [19 if code in chosen else 14 if kind == "launch" else 12 for code in codes],
            "line": {"color": colour("ink", mode), "width": [2.5 if code in chosen else 0 for code in codes]},
        },
    }


def _rule(mode: Mode, **ends: float) -> dict:
    return {"type": "line", "layer": "below", "line": {"color": colour("grid", mode), "width": 1}, **ends}
