"""The layouts of the master: where title, findings, text, unit and basis, footer and number stand, and how large they are."""

from dataclasses import dataclass

from fairboard.briefing.pptx import grid
from fairboard.briefing.pptx.grid import Box
from fairboard.charts import theme

FINDING_INDEXES, TEXT_INDEXES, BASIS_INDEX, FOOTER_INDEX, NUMBER_INDEX = (13, 14), (15, 16), 17, 18, 19
TITLE_PT, FINDING_PT, SECOND_FINDING_PT, BODY_PT, SECOND_BODY_PT, BASIS_PT, FOOTER_PT, NUMBER_PT = 28, 18, 15, 20, 16, 10.5, 9, 11
COVER_TITLE_PT, COVER_BODY_PT = 40, 16
COVER_COLOUR, COVER_PALE, COVER_ACCENT = theme.amounts("light")[-1], theme.amounts("light")[1], theme.colour("over_line", "dark")
"""The first slide is dark: its ground, what is said less loudly on it, and the line under its title."""


@dataclass(frozen=True)
class Field:
    """A placeholder of a layout: its name, attributes, place, type size, colour and where its text stands in it."""

    name: str
    ph: str
    place: Box
    size_pt: float
    colour: str = "ink"
    anchor: str = "t"
    align: str = "l"
    is_bold: bool = False

    @property
    def is_number(self) -> bool:
        """True for the number of the slide."""
        return "sldNum" in self.ph


@dataclass(frozen=True)
class Layout:
    """A layout of the master with the places of its findings and texts, one for each language. ``kind`` is what PowerPoint calls it."""

    name: str
    fields: tuple[Field, ...]
    kind: str = "cust"

    @property
    def is_cover(self) -> bool:
        """True for the first slide."""
        return self.kind == "title"

    def field(self, index: int) -> Field:
        """The placeholder with that index."""
        return next(field for field in self.fields if f'idx="{index}"' in field.ph)


def placeholder(index: int, kind: str = "body") -> str:
    """The attributes of a placeholder."""
    return f'type="{kind}" sz="quarter" idx="{index}"'


def _bodies(name: str, indexes: tuple[int, ...], places: tuple[Box, ...], size_pt: float, colour: str = "ink") -> tuple[Field, ...]:
    return tuple(Field(name if number == 0 else f"{name} {number + 1}", placeholder(index), place, size_pt, colour)
                 for number, (index, place) in enumerate(zip(indexes, places, strict=False)))  # fmt: skip


def _bottom(colour: str, footer: Box) -> tuple[Field, ...]:
    return (Field("Footer", placeholder(FOOTER_INDEX, "ftr"), footer, FOOTER_PT, colour, "ctr"),
            Field("Slide number", placeholder(NUMBER_INDEX, "sldNum"), grid.NUMBER, NUMBER_PT, colour, "ctr", "r"))  # fmt: skip


def _cover(name: str, places: tuple[Box, ...]) -> Layout:
    title = Field("Title", 'type="ctrTitle"', grid.COVER_TITLE, COVER_TITLE_PT, "ground", "b", is_bold=True)
    return Layout(name, (title, *_bodies("Selection and version", TEXT_INDEXES, places, COVER_BODY_PT, COVER_PALE), *_bottom(COVER_PALE, grid.COVER_FOOTER)), "title")


def _inner(name: str, *fields: Field) -> Layout:
    basis = Field("Unit and basis", placeholder(BASIS_INDEX), grid.BASIS, BASIS_PT, "ink_muted", "b")
    return Layout(name, (TITLE, *fields, basis, *_bottom("ink_muted", grid.FOOTER)))


TITLE = Field("Title", 'type="title"', grid.TITLE, TITLE_PT, anchor="ctr", is_bold=True)
_ONE = _bodies("Finding", FINDING_INDEXES, (grid.FINDING,), FINDING_PT)
_TWO = _bodies("Finding", FINDING_INDEXES, grid.FINDINGS, SECOND_FINDING_PT)
COVER = _cover("Cover", (grid.COVER_LINES,))
COVER_BOTH = _cover("Cover in two languages", grid.COVER_LINES_BOTH)
CHART = _inner("Finding and content", *_ONE)
CHART_BOTH = _inner("Two findings and content", *_TWO)
TEXT = _inner("Finding and text", *_ONE, *_bodies("Text", TEXT_INDEXES, (grid.CONTENT,), BODY_PT))
TEXT_BOTH = _inner("Two findings and texts", *_TWO, *_bodies("Text", TEXT_INDEXES, grid.CONTENTS, SECOND_BODY_PT))
NUMBERS = _inner("Numbers")
LAYOUTS = (COVER, COVER_BOTH, CHART, CHART_BOTH, TEXT, TEXT_BOTH, NUMBERS)
MASTER = (TITLE, Field("Text", 'type="body" idx="1"', grid.CONTENT, BODY_PT), Field("Footer", placeholder(3, "ftr"), grid.FOOTER, FOOTER_PT, "ink_muted", "ctr"),
          Field("Slide number", placeholder(4, "sldNum"), grid.NUMBER, NUMBER_PT, "ink_muted", "ctr", "r"))  # fmt: skip
