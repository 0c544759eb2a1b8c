"""What a figure shows, as series over categories: from that a spreadsheet draws a chart of its own.

A figure is plain data for the browser's charts; nothing here knows a page or a panel.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Figure = dict[str, Any]
Kind = Literal["bar", "column", "line", "area", "scatter"]
TAGS = re.compile(r"<[/!a-zA-Z][^>]*>")
HEX = re.compile(r"#[0-9a-fA-F]{6}")
HOVER_NAME = re.compile(r"(.{1,28}?)(?:: |：)")
"""What a hover text names before its number: 09:40, 9,000–10,000 yuan."""


@dataclass(frozen=True)
class Series:
    """Numbers over the categories of a chart; ``xs`` are the places of a scatter. ``is_hidden`` only carries what stands on it."""

    name: str
    values: list[float | None]
    colours: list[str]
    xs: list[float | None] = field(default_factory=list)
    is_hidden: bool = False
    is_line: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart of a spreadsheet, and for a heat map the matrix that it comes from (texts where its cells are not numbers)."""

    kind: Kind
    categories: list[str]
    series: list[Series]
    is_stacked: bool = False
    matrix: list[list[Any]] | None = None
    matrix_rows: list[str] = field(default_factory=list)
    matrix_columns: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Names:
    """How codes and unnamed series are called, and the places of a map: name, number, and row and column on the tile grid where it has one."""

    of_code: Callable[[Any], str | None]
    of_values: Callable[[list[float | None]], str | None]
    places: list[tuple[str, float | None, int | None, int | None]]
    other: str


def chart_of(figure: Figure, names: Names) -> Chart | None:
    """The chart that shows what ``figure`` shows; None where it shows nothing that can be drawn."""
    traces = [trace for trace in figure["data"] if trace.get("x") is not None or trace["type"] == "heatmap"]
    maps = [trace for trace in traces if trace["type"] == "heatmap"]
    if maps:
        return _of_heatmap(maps[0], figure, names)
    if figure["layout"].get("xaxis", {}).get("visible") is False:
        return of_map(names)
    bars = [trace for trace in traces if trace["type"] == "bar"]
    if bars:
        return _of_bars(bars, [trace for trace in traces if trace["type"] != "bar"], figure, names)
    marks = [trace for trace in traces if "lines" not in trace.get("mode", "markers")]
    lines = [trace for trace in traces if "lines" in trace.get("mode", "") and trace.get("hoverinfo") != "skip"]
    if lines:
        return _of_lines(lines, figure, names)
    if marks and _has_names(figure, "yaxis") and not _has_names(figure, "xaxis", most=len(marks[0]["x"])):
        return _of_rows(marks, figure, names)
    return _of_marks(marks, names) if marks else None


def plain(text: Any) -> str:
    """A text of a figure without its markup."""
    return TAGS.sub("", re.sub(r"<br\s*/?>", " ", str(text))).strip()


def _ticks(figure: Figure, axis: str) -> dict[Any, str]:
    held = figure["layout"].get(axis, {})
    return {value: plain(text) for value, text in zip(held.get("tickvals") or [], held.get("ticktext") or [], strict=False)}


def _has_names(figure: Figure, axis: str, most: int = 0) -> bool:
    """True where an axis carries names, not amounts: its marks are whole numbers from 0 or 1 on."""
    ticks = list(_ticks(figure, axis))
    return bool(ticks) and [int(tick) for tick in ticks if isinstance(tick, int)] == list(range(len(ticks)))


def _hover_names(traces: list[dict[str, Any]], along: str, ticks: dict[Any, str]) -> dict[Any, str]:
    """The names of the places that have none on the axis, from what is said on hovering: only where all of them are told apart by it."""
    found: dict[Any, set[str]] = {}
    for trace in traces:
        for place, hover in zip(trace[along], _hovers(trace, along), strict=False):
            if isinstance(place, int | float):
                named = HOVER_NAME.match(plain(hover))
                found.setdefault(place, set()).add(named[1] if named else "")
    names = {place: next(iter(texts)) for place, texts in found.items() if len(texts) == 1}
    is_clear = len(names) == len(found) == len(set(names.values())) and "" not in names.values()
    return (names if is_clear else {}) | ticks


def _category(place: Any, code: Any, ticks: dict[Any, str]) -> str:
    if place in ticks:
        return ticks[place]
    if isinstance(code, int | float) and not isinstance(code, bool) and not isinstance(place, str):
        return f"{code:,}"
    return f"{place:,}" if isinstance(place, int | float) else plain(place)


def _hovers(trace: dict[str, Any], along: str) -> list[Any]:
    held = trace.get("hovertext")
    return list(held) if isinstance(held, list | tuple) else [""] * len(trace[along])


def _heads(figure: Figure) -> dict[Any, str]:
    """Names that stand over a place of the x axis, such as the two sides of a slope."""
    return {note["x"]: plain(note["text"]) for note in figure["layout"].get("annotations", []) if note.get("yref") == "paper" and isinstance(note.get("x"), int)}


def _colours(trace: dict[str, Any]) -> list[str]:
    """The colours of the marks: one, or one for each of them."""
    held = trace.get("marker", {}).get("color") or trace.get("line", {}).get("color")
    if "lines" in trace.get("mode", ""):
        held = trace.get("line", {}).get("color") or held
    return [hue for hue in (held if isinstance(held, list | tuple) else [held]) if isinstance(hue, str) and HEX.fullmatch(hue)]


def _name(trace: dict[str, Any], values: list[float | None], names: Names, number: int) -> str:
    codes = trace.get("customdata")
    code = codes[0] if isinstance(codes, list | tuple) and len({str(item) for item in codes}) == 1 else codes
    by_code = names.of_code(code) if isinstance(code, str | int) and len(values) > 1 else None
    return plain(trace.get("name") or by_code or names.of_values(values) or f"{names.other} {number + 1}")


def _of_heatmap(trace: dict[str, Any], figure: Figure, names: Names) -> Chart:
    rows, columns = _ticks(figure, "yaxis"), _ticks(figure, "xaxis")
    heads = [columns.get(place, plain(place)) for place in trace["x"]]
    labels = [rows.get(place, plain(place)) for place in trace["y"]]
    texts = trace.get("text") or []
    cells = [text for line in texts for text in line if text]
    if cells and not any(re.search(r"\d", str(cell)) for cell in cells):
        kinds = list(dict.fromkeys(plain(cell) for cell in cells))
        counted = [Series(kind, [sum(plain(text) == kind for text in line) for line in texts], []) for kind in kinds]
        return Chart("bar", labels, counted, True, [[plain(text) for text in line] for line in texts], labels, heads)
    series = [Series(head, [line[number] for line in trace["z"]], []) for number, head in enumerate(heads)]
    is_share = all(value is None or abs(value) <= 1 for line in trace["z"] for value in line)
    return Chart("bar", labels, series, not is_share, [list(line) for line in trace["z"]], labels, heads)


def of_map(names: Names) -> Chart | None:
    """Places as bars, the largest first, and as cells where they stand on the tile grid; None where no number is known."""
    held = sorted(((label, value) for label, value, _, _ in names.places if value is not None), key=lambda pair: -pair[1])
    if not held:
        return None
    grid = _grid(names)
    series = [Series(names.other, [value for _, value in held], [])]
    return Chart("bar", [label for label, _ in held], series, False, grid, [""] * len(grid or ()), [""] * len(grid[0] if grid else ()))


def _grid(names: Names) -> list[list[Any]] | None:
    """The tile grid as cells: over each number its name."""
    tiles = [place for place in names.places if place[2] is not None and place[3] is not None]
    if not tiles:
        return None
    top, left = min(tile[2] for tile in tiles), min(tile[3] for tile in tiles)
    cells: list[list[Any]] = [[None] * (max(tile[3] for tile in tiles) - left + 1) for _ in range(2 * (max(tile[2] for tile in tiles) - top + 1))]
    for label, value, row, column in tiles:
        cells[2 * (row - top)][column - left], cells[2 * (row - top) + 1][column - left] = label, value
    return cells


def _of_bars(bars: list[dict[str, Any]], others: list[dict[str, Any]], figure: Figure, names: Names) -> Chart:
    is_flat = bars[0].get("orientation") == "h"
    along, up, axis = ("y", "x", "yaxis") if is_flat else ("x", "y", "xaxis")
    ticks = _hover_names(bars, along, _ticks(figure, axis))
    places: dict[Any, str] = {}
    for trace in bars:
        codes = trace.get("customdata") if isinstance(trace.get("customdata"), list | tuple) else [None] * len(trace[along])
        for place, code in zip(trace[along], codes, strict=False):
            places.setdefault(place, _category(place, code, ticks))
    series: list[Series] = []
    for number, trace in enumerate(bars):
        held = dict(zip(trace[along], trace[up], strict=True))
        values = [held.get(place) for place in places]
        base = trace.get("base")
        if base is not None:
            starts = dict(zip(trace[along], base if isinstance(base, list | tuple) else [base] * len(trace[along]), strict=True))
            marked = next((dict(zip(other[along], other[up], strict=True)) for other in others if list(other[along]) == list(trace[along])), None)
            series += _floating(trace, list(places), starts, held, marked, names, number)
        else:
            series.append(Series(_name(trace, values, names, number), values, _colours(trace)))
    shown = [dict(zip(trace[along], trace[up], strict=True)) for trace in bars]
    for number, trace in enumerate(others):
        held = dict(zip(trace[along], trace[up], strict=True))
        if trace.get("hoverinfo") == "skip" or held in shown or not set(held) <= set(places) or any(item.is_hidden for item in series) or len(held) < 2:
            continue
        values = [held.get(place) for place in places]
        series.append(Series(_name(trace, values, names, len(bars) + number), values, _colours(trace), is_line=not is_flat))
    is_stacked = figure["layout"].get("barmode") in ("stack", "relative") or any(item.is_hidden for item in series)
    return Chart("bar" if is_flat else "column", list(places.values()), series, is_stacked)


def _floating(trace: dict[str, Any], places: list[Any], starts: dict, lengths: dict, marked: dict | None, names: Names, number: int) -> list[Series]:
    """Bars that begin at a base: an invisible part, and what is seen on it, in two halves where a mark lies between."""
    ends = {place: (min(starts[place], starts[place] + lengths[place]), max(starts[place], starts[place] + lengths[place])) for place in lengths}
    low = [ends[place][0] if place in ends else None for place in places]
    found = [Series(f"{names.other} 0", low, [], is_hidden=True)]
    if marked:
        lower = [marked[place] - ends[place][0] if place in ends else None for place in places]
        upper = [ends[place][1] - marked[place] if place in ends else None for place in places]
        hue = _colours(trace)[:1]
        return [*found, Series(f"{names.other} 1", lower, hue), Series(f"{names.other} 2", upper, ["#7fb0de"] if hue else [])]
    values = [ends[place][1] - ends[place][0] if place in ends else None for place in places]
    return [*found, Series(_name(trace, values, names, number), values, _colours(trace))]


def _of_lines(lines: list[dict[str, Any]], figure: Figure, names: Names) -> Chart:
    ticks = _hover_names(lines, "x", _ticks(figure, "xaxis")) | _heads(figure)
    places = {place: _category(place, None, ticks) for trace in lines for place in trace["x"] if place is not None}
    if all(isinstance(place, int | float) for place in places):
        places = dict(sorted(places.items()))
    series = []
    for number, trace in enumerate(lines):
        held = dict(zip(trace["x"], trace["y"], strict=True))
        values = [held.get(place) for place in places]
        series.append(Series(_name(trace, values, names, number), values, _colours(trace)))
    is_area = len(lines) == 1 and lines[0].get("fill") == "tozeroy"
    return Chart("area" if is_area else "line", list(places.values()), series)


def _of_rows(marks: list[dict[str, Any]], figure: Figure, names: Names) -> Chart:
    """Marks on named lines, such as before and after: a bar for each."""
    ticks = _ticks(figure, "yaxis")
    places = {place: ticks.get(place, plain(place)) for trace in marks for place in trace["y"]}
    series = []
    for number, trace in enumerate(marks):
        held = dict(zip(trace["y"], trace["x"], strict=True))
        values = [held.get(place) for place in places]
        series.append(Series(_name(trace, values, names, number), values, _colours(trace)))
    return Chart("bar", list(places.values()), series)


def _of_marks(marks: list[dict[str, Any]], names: Names) -> Chart:
    series = [Series(_name(trace, list(trace["y"]), names, number), list(trace["y"]), _colours(trace), xs=list(trace["x"])) for number, trace in enumerate(marks)]
    if any(isinstance(x, str) for item in series for x in item.xs):
        categories = list(dict.fromkeys(str(x) for item in series for x in item.xs))
        return Chart("line", categories, [Series(item.name, [dict(zip(map(str, item.xs), item.values, strict=True)).get(place) for place in categories], item.colours,
                                                  is_line=True)
                                          for item in series])
    return Chart("scatter", [], series)
