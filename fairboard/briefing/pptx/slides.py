"""One page of the briefing as a slide: title, finding, content, unit and basis, footer, in the order in which they are read."""

from collections.abc import Sequence

from pptx.slide import Slide

from fairboard.briefing.model import Briefing
from fairboard.briefing.pptx import grid, layouts, measuring, shapes
from fairboard.briefing.pptx.arranging import add_content, add_text
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.layouts import Field, Layout, placeholder
from fairboard.briefing.pptx.pages import Page, spoken, stamp
from fairboard.briefing.pptx.words import Line, paragraph, properties, run, runs
from fairboard.locale import Language, translate

SECOND = 0.6
"""How large the title in the second language is, of the first."""
SLACK = 0.97
"""Numbers are bold in a finding, which takes a little more room than measured."""
LEAST_STAMP = 0.85
"""A footer that would have to shrink below this part says less instead."""


def layout_of(page: Page) -> Layout:
    """The layout of a page: by what stands on it and whether it is in two languages."""
    is_both = len(page.languages) > 1
    if page.is_cover:
        return layouts.COVER_BOTH if is_both else layouts.COVER
    if page.is_numbers:
        return layouts.NUMBERS
    if page.is_text:
        return layouts.TEXT_BOTH if is_both else layouts.TEXT
    return layouts.CHART_BOTH if is_both else layouts.CHART


def fill_slide(slide: Slide, page: Page, briefings: Sequence[Briefing], number: int) -> None:
    """Write ``page`` on an empty slide of its layout."""
    layout = layout_of(page)
    tree = slide.shapes._spTree
    for element in list(tree)[2:]:
        tree.remove(element)
    _title(slide, page, layout.fields[0])
    if page.is_cover:
        _cover_lines(slide, page, briefings, layout)
    else:
        _findings(slide, page, layout)
        add_content(slide, page, layout)
        _basis(slide, page)
    if any(briefing.has_synthetic for briefing in briefings):
        _badge(slide, briefings)
    _footer(slide, page, briefings, number)


def _title(slide: Slide, page: Page, field: Field) -> None:
    """The title; one in a second language beside it where there is room in the line, else under it, smaller."""
    titles = [(language, text or "–") for language, text in page.titles]
    beside = sum(measuring.width_in(text, field.size_pt * (1 if index == 0 else SECOND), is_bold=True) for index, (_, text) in enumerate(titles)) + 0.5
    if len(titles) > 1 and not page.is_cover and beside <= field.place.width:
        (first, title), (second, other) = titles
        content = run(f"{title}   ", first) + run(other, second, size_pt=field.size_pt * SECOND, colour="ink_muted", is_bold=False)
        shapes.put(slide, shapes.placeholder(shapes.next_id(slide), "Title", field.ph, paragraph(content, first)))
        return
    sizes = [(text, field.size_pt * (1 if index == 0 else SECOND)) for index, (_, text) in enumerate(titles)]
    factor = measuring.fitting(sizes, field.place.room, is_bold=True)
    is_usual = factor == 1 and len(titles) == 1
    content = "".join(paragraph(run(text, language, size_pt=None if is_usual else size * factor), language) for (language, _), (text, size) in zip(titles, sizes, strict=True))
    shapes.put(slide, shapes.placeholder(shapes.next_id(slide), "Title", field.ph, content))


def _findings(slide: Slide, page: Page, layout: Layout) -> None:
    """What the slide finds, each language in its place, all in one type size; numbers stand out."""
    if page.is_numbers:
        return
    places = [(line, layout.field(index)) for line, index in zip(page.findings, layouts.FINDING_INDEXES, strict=False)]
    factor = min((measuring.fitting([(spoken(line[1]), field.size_pt)], (field.place.width * SLACK, field.place.height)) for line, field in places), default=1)
    for (language, text), field in places:
        content = runs(text, language, size_pt=None if factor == 1 else field.size_pt * factor, number_colour="demand")
        shapes.put(slide, shapes.placeholder(shapes.next_id(slide), field.name, field.ph, paragraph(content, language)))


def _basis(slide: Slide, page: Page) -> None:
    _put_lines(slide, "Unit and basis", placeholder(layouts.BASIS_INDEX), page.bases, layouts.BASIS_PT, grid.BASIS)


def _put_lines(slide: Slide, name: str, ph: str, lines: Sequence[tuple[Language, str]], size_pt: float, place: Box) -> None:
    """A paragraph for each language, smaller where they would not fit; nothing where nothing is said."""
    if lines:
        factor = measuring.fitting([(text, size_pt) for _, text in lines], place.room)
        size = None if factor == 1 else size_pt * factor
        shapes.put(slide, shapes.placeholder(shapes.next_id(slide), name, ph, "".join(paragraph(run(text, language, size_pt=size), language) for language, text in lines)))


def _cover_lines(slide: Slide, page: Page, briefings: Sequence[Briefing], layout: Layout) -> None:
    """Selection, days, kinds of record and version, each language in its place; the stamp where the slide has no lines."""
    columns: list[list[Line]] = []
    for place, briefing in enumerate(briefings):
        finding = [line for line in page.findings if line[0] == briefing.language]
        columns.append([*finding, *(point[place] for point in page.points if place < len(point))] or [(briefing.language, (stamp(briefing),))])
    add_text(slide, columns, layout, bullet=False)


def _footer(slide: Slide, page: Page, briefings: Sequence[Briefing], number: int) -> None:
    place = grid.COVER_FOOTER if page.is_cover else grid.FOOTER
    _put_lines(slide, "Footer", placeholder(layouts.FOOTER_INDEX, "ftr"), _stamps(briefings, place), layouts.FOOTER_PT, place)
    field = f'<a:fld id="{shapes.FIELD_ID}" type="slidenum">{properties(page.languages[0])}<a:t>{number}</a:t></a:fld>'
    shapes.put(slide, shapes.placeholder(shapes.next_id(slide), "Slide number", placeholder(layouts.NUMBER_INDEX, "sldNum"), paragraph(field, page.languages[0])))


def _stamps(briefings: Sequence[Briefing], place: Box) -> list[tuple[Language, str]]:
    """The stamp in each language; a selection that is too long for the footer is left to the notes and the first slide."""
    found = [(briefing.language, stamp(briefing)) for briefing in briefings]
    if measuring.fitting([(text, layouts.FOOTER_PT) for _, text in found], place.room) < LEAST_STAMP:
        found = [(briefing.language, stamp(briefing, has_sentence=False)) for briefing in briefings]
    return found


def _badge(slide: Slide, briefings: Sequence[Briefing]) -> None:
    """That the numbers are made up, at the top of the slide."""
    texts = [(briefing.language, translate("Synthetic sample: no real records", briefing.language)) for briefing in briefings]
    words = " · ".join(text for _, text in texts)
    width = measuring.roomy_in(words, 10, is_bold=True) + 0.3
    place = Box(grid.BADGE.x + grid.BADGE.width - width, grid.BADGE.y, width, grid.BADGE.height)
    content = "".join(run(text if index == 0 else f" · {text}", language, size_pt=10, colour="ground", is_bold=True) for index, (language, text) in enumerate(texts))
    number = shapes.next_id(slide)
    shapes.put(slide, shapes.box(number, "Synthetic", place, paragraph(content, texts[0][0], align="ctr"), alt=words, colour="over_line", anchor="ctr",
                                 insets=(0.1, 0.02), shape="roundRect"))  # fmt: skip
