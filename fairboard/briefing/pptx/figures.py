"""Headline figures as shapes: label, the number large, unit and remark."""

from collections.abc import Sequence

from pptx.slide import Slide

from fairboard.briefing.model import Tile
from fairboard.briefing.pptx import measuring, shapes
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.pages import both
from fairboard.briefing.pptx.words import paragraph, run
from fairboard.locale import Language

Said = Sequence[tuple[Language, Tile]]
GAP = 0.2
BAR = 0.07
INSET = 0.2, 0.08
LABEL_PT, NUMBER_PT, SECOND_NUMBER_PT, UNIT_PT, REMARK_PT = 15, 40, 26, 13, 12
MOST_IN_A_ROW = 4
HIGHEST = 2.3


def add_figures(slide: Slide, tiles: Sequence[Said], place: Box) -> None:
    """A tile for each figure, in one row or two."""
    row_count = -(-len(tiles) // MOST_IN_A_ROW)
    in_a_row = -(-len(tiles) // row_count)
    height = min((place.height - GAP * (row_count - 1)) / row_count, HIGHEST)
    width = (place.width - GAP * (in_a_row - 1)) / in_a_row
    frames = [Box(place.x + (number % in_a_row) * (width + GAP), place.y + (number // in_a_row) * (height + GAP), width, height) for number in range(len(tiles))]
    room = width - BAR - 2 * INSET[0], height - 2 * INSET[1]
    factor = min(measuring.fitting([(text, size) for text, size, _, _ in _lines(tile)], room, is_bold=True, gap_pt=2) for tile in tiles)
    for tile, frame in zip(tiles, frames, strict=True):
        _add(slide, tile, frame, factor)


def _add(slide: Slide, tile: Said, frame: Box, factor: float) -> None:
    number = shapes.next_id(slide)
    name = both(item.label for _, item in tile)
    alt = both((f"{item.label}: {item.text} {item.unit} {item.remark}" for _, item in tile), "; ")
    content = "".join(
        paragraph(run(text, language, size_pt=size * factor, colour=colour, is_bold=colour == "demand"), language, before_pt=2 * factor)
        for text, size, colour, language in _lines(tile)
    )
    bar = shapes.box(number + 1, "Accent", Box(frame.x, frame.y, BAR, frame.height), paragraph("", tile[0][0]), colour="demand")
    ground = Box(frame.x + BAR, frame.y, frame.width - BAR, frame.height)
    words = shapes.box(number + 2, name, ground, content, colour="surface", anchor="ctr", insets=INSET)
    shapes.put(slide, shapes.group(number, name, frame, bar + words, alt=alt))


def _lines(tile: Said) -> list[tuple[str, float, str, Language]]:
    """Text, type size, colour and language of each line; what is the same in both languages is said once."""
    found: list[tuple[str, float, str, Language]] = [(item.label, LABEL_PT if place == 0 else LABEL_PT - 2, "ink", language) for place, (language, item) in enumerate(tile)]
    numbers = {item.text: language for language, item in reversed(tile)}
    written = [(text, language) for text, language in reversed(numbers.items())]
    found += [(both(text for text, _ in written) if len(written) == 1 else " · ".join(text for text, _ in written), NUMBER_PT if len(written) == 1 else SECOND_NUMBER_PT,
               "demand", tile[0][0])]  # fmt: skip
    found += [(" · ".join(dict.fromkeys(item.unit for _, item in tile if item.unit)), UNIT_PT, "ink_muted", tile[0][0])]
    found += [(item.remark, REMARK_PT if place == 0 else REMARK_PT - 1, "ink_muted", language) for place, (language, item) in enumerate(tile)]
    return [line for line in found if line[0]]
