"""A briefing as a PowerPoint file: native charts, real text, one master, notes."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pptx.presentation import Presentation as Deck

from fairboard.briefing.model import Briefing
from fairboard.briefing.pptx import tables
from fairboard.briefing.pptx.arranging import shows_table
from fairboard.briefing.pptx.grid import NUMBERS
from fairboard.briefing.pptx.layouts import LAYOUTS
from fairboard.briefing.pptx.notes import add_notes
from fairboard.briefing.pptx.pages import Page, both, numbers_pages, pages_of, stamp
from fairboard.briefing.pptx.slides import fill_slide, layout_of
from fairboard.briefing.pptx.template import empty_deck
from fairboard.briefing.pptx.words import TAGS

MOST_LETTERS = 255
"""A property of an Office file is not longer than this."""


def write_pptx(briefings: Sequence[Briefing]) -> bytes:
    """The file of one briefing, or of the same storyboard in two languages with both on each slide, the first one on top.

    Raises ValueError where there is none, or where two do not have the same slides.
    """
    if not briefings:
        raise ValueError("a file needs a briefing")
    deck = empty_deck()
    native = {made.name: layout for made, layout in zip(LAYOUTS, deck.slide_layouts, strict=True)}
    for number, page in enumerate(_with_numbers(pages_of(briefings)), 1):
        slide = deck.slides.add_slide(native[layout_of(page).name])
        fill_slide(slide, page, briefings, number)
        add_notes(slide, [(briefing, slide_) for briefing, (_, slide_) in zip(briefings, page.slides, strict=True)])
    _drop_unused_layouts(deck)
    _describe(deck, briefings)
    data = io.BytesIO()
    deck.save(data)
    return data.getvalue()


def _with_numbers(pages: list[Page]) -> list[Page]:
    """The pages, and after them those of the tables that have no room on theirs."""
    without = [page for page in pages if not shows_table(page)]
    more = [made for page in without for made in numbers_pages(page, tables.in_parts(page.table, page.languages[0], NUMBERS))]
    return [*(replace(page, table=None) if page in without else page for page in pages), *more]


def _drop_unused_layouts(deck: Deck) -> None:
    used = {slide.slide_layout.name for slide in deck.slides}
    for layout in list(deck.slide_layouts):
        if layout.name not in used and len(deck.slide_layouts) > 1:
            deck.slide_layouts.remove(layout)


def _describe(deck: Deck, briefings: Sequence[Briefing]) -> None:
    """Who made the file and what it is about."""
    properties, now = deck.core_properties, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = both((briefing.title for briefing in briefings), " · ")[:MOST_LETTERS]
    properties.subject = both((briefing.sentence for briefing in briefings), " · ")[:MOST_LETTERS]
    properties.comments = both((stamp(briefing) for briefing in briefings), " · ")[:MOST_LETTERS]
    properties.author = properties.last_modified_by = "Fairboard"
    properties.language = TAGS[briefings[0].language]
    properties.keywords = both((briefing.record_kinds for briefing in briefings), ", ")[:MOST_LETTERS]
    properties.category = briefings[0].subject
    properties.version = briefings[0].version_id[:MOST_LETTERS]
    properties.created = properties.modified = now
    properties.revision = 1
