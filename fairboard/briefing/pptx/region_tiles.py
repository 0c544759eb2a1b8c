"""The tile grid as shapes: a rectangle with name and number for each region, darker for more, in one group."""

from pptx.slide import Slide

from fairboard.briefing.model import Chart
from fairboard.briefing.pptx import measuring, shapes
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.words import paragraph, run
from fairboard.charts import theme
from fairboard.locale import Language

GAP = 0.07
NAME_PT, NUMBER_PT = 15, 14
INSET = 0.05, 0.03


def add_region_tiles(slide: Slide, chart: Chart, language: Language, place: Box, *, name: str) -> None:
    """The regions at their places; those that the finding names have a thick edge. ``chart`` has their names in every language."""
    (series,) = chart.series
    rows, columns = zip(*chart.places, strict=True)
    top, left = min(rows), min(columns)
    width, height = place.width / (max(columns) - left + 1), min(place.height / (max(rows) - top + 1), 1.0)
    room = width - GAP - 2 * INSET[0], height - GAP - 2 * INSET[1]
    texts = [(label, fact.text(language)) for label, fact in zip(chart.categories, series.facts, strict=True)]
    factor = min(_factor(_sizes(label, text), room) for label, text in texts)
    largest = max((value for value in series.values if value is not None), default=0) or 1
    number = shapes.next_id(slide)
    tiles = []
    for index, ((row, column), value, (label, text)) in enumerate(zip(chart.places, series.values, texts, strict=True)):
        frame = Box(place.x + (column - left) * width, place.y + (row - top) * height, width - GAP, height - GAP)
        colour, ink = (theme.colour("no_data", "light"), "ink_muted") if value is None else theme.amount_colour((value / largest) ** 0.5, "light")
        content = _words(label, text, language, ink, factor)
        is_named = index in chart.emphasised
        tiles.append(shapes.box(number + 1 + index, f"{label}: {text}", frame, content, colour=colour, border="over_line" if is_named else "grid",
                                border_pt=3 if is_named else 0.75, anchor="ctr", insets=INSET))  # fmt: skip
    frame = Box(place.x, place.y, place.width - GAP, height * (max(rows) - top + 1) - GAP)
    shapes.put(slide, shapes.group(number, name, frame, "".join(tiles), alt=chart.alt or name))


def _sizes(label: str, text: str) -> list[tuple[str, float]]:
    """The lines of a tile with their type sizes: the name, in a second language smaller, and the number."""
    return [*((line, NAME_PT if place == 0 else NAME_PT - 3) for place, line in enumerate(label.split("\n"))), (text, NUMBER_PT)]


def _factor(lines: list[tuple[str, float]], room: tuple[float, float]) -> float:
    """How much smaller the lines of a tile have to be: all inside it, and no word broken."""
    widest = max(measuring.widest_piece_in(line, size, is_bold=True) for line, size in lines)
    return min(measuring.fitting(lines, room, is_bold=True), room[0] / max(widest, 0.01))


def _words(label: str, text: str, language: Language, ink: str, factor: float) -> str:
    lines = _sizes(label, text)
    return "".join(
        paragraph(run(line, language, size_pt=size * factor, colour=ink, is_bold=place == 0 or place == len(lines) - 1), language, align="ctr")
        for place, (line, size) in enumerate(lines)
    )
