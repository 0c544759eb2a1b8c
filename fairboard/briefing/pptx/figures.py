"""Headline figures as shapes: label, the number large, unit and remark."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.slide import Slide

from fairboard.briefing.model import Tile
from fairboard.briefing.pptx import measuring, shapes
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.pages import both
from fairboard.briefing.pptx.words import one_line, paragraph, run
from fairboard.locale import Language

Said = Sequence[tuple[Language, Tile]]
GAP = 0.2
BAR = 0.07
INSET = 0.2, 0.08
LABEL_PT, NUMBER_PT, REMARK_PT = 15, 40, 12
MOST_JOINED = 26
"""Short remarks in two languages stand in one line."""
UNIT_PART = 0.36
"""How large a unit is, of its number."""
NUMBER_OF_HEIGHT = 0.3
"""In a low tile the number is at most this part of its height, so that its label can be read."""
MOST_IN_A_ROW = 4
HIGHEST = 2.3


def add_figures(slide: Slide, tiles: Sequence[Said], place: Box, *, most_in_a_row: int = MOST_IN_A_ROW) -> None:
    """A tile for each figure, in one row or two; all in the same type sizes, with their numbers in line."""
    row_count = -(-len(tiles) // most_in_a_row)
    in_a_row = -(-len(tiles) // row_count)
    height = min((place.height - GAP * (row_count - 1)) / row_count, HIGHEST)
    width = (place.width - GAP * (in_a_row - 1)) / in_a_row
    frames = [Box(place.x + (number % in_a_row) * (width + GAP), place.y + (number // in_a_row) * (height + GAP), width, height) for number in range(len(tiles))]
    room = width - BAR - 2 * INSET[0]
    shrunk = _Sizes.fitting([_parts(tile) for tile in tiles], (room, height - 2 * INSET[1]))
    for tile, frame in zip(tiles, frames, strict=True):
        _add(slide, tile, frame, shrunk)


@dataclass(frozen=True)
class _Parts:
    """What a tile says: its labels, the number with its unit, its remarks."""

    labels: list[tuple[Language, str]]
    number: str
    unit: str
    own_line: str
    remarks: list[tuple[Language, str]]


    @property
    def said_small(self) -> list[tuple[Language, str]]:
        """Units in two languages, and remarks; a line is kept free where there are none, so that numbers stand in line."""
        return [*([(self.labels[0][0], self.own_line)] if self.own_line else []), *self.remarks] or [(self.labels[0][0], "\u00a0")]


@dataclass(frozen=True)
class _Sizes:
    """Type sizes that hold for all tiles of a slide."""

    label: float
    number: float
    remark: float

    @classmethod
    def fitting(cls, parts: Sequence[_Parts], room: tuple[float, float]) -> "_Sizes":
        """Labels and numbers in one line each, as far as that can be read; then everything small enough for the height."""
        width, height = room
        label = max(min(_one_line(text, LABEL_PT, width) for part in parts for _, text in part.labels), LABEL_PT * 0.7)
        number = min(*(_number_size(part, width) for part in parts), height * measuring.POINTS * NUMBER_OF_HEIGHT)
        factor = min(
            measuring.fitting([*((text, label) for _, text in part.labels), ("0", number), *((text, REMARK_PT) for _, text in part.said_small)], (width, height),
                              is_bold=True, gap_pt=2)
            for part in parts
        )  # fmt: skip
        return cls(label * factor, number * factor, REMARK_PT * factor)


def _add(slide: Slide, tile: Said, frame: Box, sizes: _Sizes) -> None:
    number, part, first = shapes.next_id(slide), _parts(tile), tile[0][0]
    name = both(text for _, text in part.labels)
    alt = both((f"{item.label}: {item.text} {item.unit} {item.remark}" for _, item in tile), "; ")
    figure = run(part.number, first, size_pt=sizes.number, colour="demand", is_bold=True) + run(part.unit, first, size_pt=sizes.number * UNIT_PART, colour="ink_muted")
    content = (
        _lines(part.labels, sizes.label, "ink")
        + paragraph(figure, first, before_pt=2)
        + _lines(part.said_small, sizes.remark, "ink_muted")
    )  # fmt: skip
    bar = shapes.box(number + 1, "Accent", Box(frame.x, frame.y, BAR, frame.height), paragraph("", first), colour="demand")
    ground = Box(frame.x + BAR, frame.y, frame.width - BAR, frame.height)
    words = shapes.box(number + 2, name, ground, content, colour="surface", anchor="ctr", insets=INSET)
    shapes.put(slide, shapes.group(number, name, frame, bar + words, alt=alt))


def _lines(texts: Sequence[tuple[Language, str]], size_pt: float, colour: str) -> str:
    return "".join(paragraph(run(text, language, size_pt=size_pt, colour=colour), language) for language, text in texts)


def _parts(tile: Said) -> _Parts:
    """What is the same in both languages is said once; a number that they write differently is written in full."""
    texts = list(dict.fromkeys(one_line(item.text) for _, item in tile))
    language, first = tile[0]
    number = texts[0] if len(texts) == 1 else first.fact.text(language)
    units = list(dict.fromkeys(one_line(item.unit) for _, item in tile if item.unit and item.unit != "%")) if first.fact.is_known else []
    labels, remarks = _each([(each, item.label) for each, item in tile]), _each([(each, item.remark) for each, item in tile])
    remarks = remarks if len(remarks) < 2 or sum(len(text) for _, text in remarks) > MOST_JOINED else [(language, " / ".join(text for _, text in remarks))]
    is_beside = len(units) == 1
    return _Parts(labels, number, f" {units[0]}" if is_beside else "", "" if is_beside else " / ".join(units), remarks)


def _each(texts: Sequence[tuple[Language, str]]) -> list[tuple[Language, str]]:
    found = {one_line(text): language for language, text in reversed(texts) if text.strip()}
    return [(language, text) for text, language in reversed(found.items())]


def _one_line(text: str, size_pt: float, room: float) -> float:
    """The size, at most ``size_pt``, at which ``text`` is one line."""
    return min(size_pt, size_pt * room * 0.97 / max(measuring.roomy_in(text, size_pt), 0.01))


def _number_size(part: _Parts, room: float) -> float:
    width = measuring.roomy_in(part.number, NUMBER_PT, is_bold=True) + measuring.roomy_in(part.unit, NUMBER_PT * UNIT_PART)
    return min(NUMBER_PT, NUMBER_PT * room / max(width, 0.01))
