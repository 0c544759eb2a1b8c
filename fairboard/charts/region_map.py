"""The province as it lies: an outline for each region on plain axes, darker for more. Nothing is fetched from outside."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fairboard.charts.theme import Figure, Mode, amount_colour, colour, layout

BOUNDARIES = Path(__file__).parents[2] / "data" / "reference" / "region_boundaries.geojson"
NOTE_ROOM = 0.6
"""Degrees kept free above the province, and half of it to the east, for the name of a symbolic region."""
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Outline:
    """Where a region lies: outer rings of longitude and latitude in degrees. A symbolic one stands for a region without a published boundary."""

    rings: tuple[Ring, ...]
    is_symbolic: bool

    @property
    def centre(self) -> tuple[float, float]:
        """The centroid of the largest ring, where the name is written."""
        return _centroid(max(self.rings, key=lambda ring: abs(_area(ring))))


@cache
def outlines(path: Path = BOUNDARIES) -> dict[str, Outline]:
    """The outlines of the 15 units by region code, from the reference list."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["region_code"]: Outline(
            tuple(tuple((x, y) for x, y in polygon[0]) for polygon in feature["geometry"]["coordinates"]),
            feature["properties"]["is_symbolic"],
        )
        for feature in features
    }


def region_map_chart(
    codes: Sequence[str],
    labels: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    *,
    places: Mapping[str, Outline],
    mode: Mode,
    chosen: Sequence[str] = (),
) -> Figure:
    """An area for each region of ``codes`` with its name and value; a symbolic one is a diamond over the others.

    A value of ``None`` is no data; zero is the lightest step and says 0. ``places`` gives the outline of every code, KeyError else.
    """
    largest = max((value for value in values if value is not None), default=0) or 1
    west, east, south, north = _extent([places[code] for code in codes])
    areas, symbols, notes = [], [], []
    for code, label, value, text in zip(codes, labels, values, texts, strict=True):
        fill, ink = (colour("no_data", mode), colour("ink_muted", mode)) if value is None else amount_colour(value / largest, mode)
        edge = {"color": colour("over_line" if code in chosen else "ground", mode), "width": 3 if code in chosen else 1}
        place, words = places[code], f"{label}: {text}"
        if place.is_symbolic:
            symbols.append(_symbol(place, code, words, fill, edge if code in chosen else edge | {"color": colour("ink_muted", mode)}))
            notes.append(_symbol_note(place, f"{label.replace(' ', '<br>')}<br>{text}", (east + NOTE_ROOM / 2, north + NOTE_ROOM), mode))
        else:
            areas.append(_area_trace(place, code, words, fill, edge))
            notes.append(_note(place, f"{label}<br>{text}", ink, fill))
    areas.sort(key=lambda trace: trace["line"]["width"])
    return {"data": [*areas, *symbols], "layout": _layout(mode, (west, east, south, north), notes)}


def _area_trace(place: Outline, code: str, words: str, fill: str, edge: dict[str, Any]) -> dict[str, Any]:
    """The rings one after another with a gap between them."""
    points = [point for ring in place.rings for point in (*ring, (None, None))][:-1]
    return {
        "type": "scatter", "mode": "lines", "fill": "toself", "hoveron": "fills",
        "x": [x for x, _ in points], "y": [y for _, y in points],
        "text": words, "hoverinfo": "text", "customdata": [code], "fillcolor": fill, "line": edge,
    }  # fmt: skip


def _symbol(place: Outline, code: str, words: str, fill: str, edge: dict[str, Any]) -> dict[str, Any]:
    x, y = place.centre
    return {
        "type": "scatter", "mode": "markers", "x": [x], "y": [y], "hovertext": [words], "hoverinfo": "text", "customdata": [code],
        "marker": {"symbol": "diamond", "size": 20, "color": fill, "line": edge},
    }  # fmt: skip


def _note(place: Outline, text: str, ink: str, fill: str) -> dict[str, Any]:
    """Name and value with a halo in the colour of the area, so that they can be read where they reach over its edge."""
    x, y = place.centre
    halo = ", ".join(f"{right}px {down}px 2px {fill}" for right in (-1, 1) for down in (-1, 1))
    return {"x": x, "y": y, "text": text, "showarrow": False, "font": {"size": 11, "color": ink, "shadow": halo}}


def _symbol_note(place: Outline, text: str, corner: tuple[float, float], mode: Mode) -> dict[str, Any]:
    """The name of a symbolic region in a corner of the map with a line to it, so that it lies on none of the others."""
    x, y = place.centre
    return {
        "x": x, "y": y, "text": text, "showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": colour("ink_muted", mode), "standoff": 9,
        "ax": corner[0], "ay": corner[1], "axref": "x", "ayref": "y", "xanchor": "right", "yanchor": "top", "align": "right",
        "font": {"size": 12, "color": colour("ink", mode)},
    }  # fmt: skip


def _extent(shown: Sequence[Outline]) -> tuple[float, float, float, float]:
    """West, east, south and north of all rings, in degrees."""
    points = [point for place in shown for ring in place.rings for point in ring] or [(0.0, 0.0), (1.0, 1.0)]
    return min(x for x, _ in points), max(x for x, _ in points), min(y for _, y in points), max(y for _, y in points)


def _layout(mode: Mode, extent: tuple[float, float, float, float], notes: list[dict[str, Any]]) -> dict[str, Any]:
    """Axes on which a kilometre is as long eastward as northward at the middle latitude."""
    west, east, south, north = extent
    edge = (north - south) * 0.02
    hidden = {"visible": False, "constrain": "domain"}
    return layout(
        mode,
        annotations=notes,
        hovermode="closest",
        xaxis=hidden | {"range": [west - edge, east + edge + NOTE_ROOM / 2]},
        yaxis=hidden | {"range": [south - edge, north + edge + NOTE_ROOM], "scaleanchor": "x", "scaleratio": 1 / math.cos(math.radians((south + north) / 2))},
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
    )


def _area(ring: Ring) -> float:
    """The signed area of a closed ring, in square degrees."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _centroid(ring: Ring) -> tuple[float, float]:
    doubled = 6 * _area(ring)
    pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    return (
        sum((x + next_x) * (x * next_y - next_x * y) for (x, y), (next_x, next_y) in pairs) / doubled,
        sum((y + next_y) * (x * next_y - next_x * y) for (x, y), (next_x, next_y) in pairs) / doubled,
    )
