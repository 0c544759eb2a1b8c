"""One page of the briefing as a slide: title, finding, content, unit and basis, footer, in the order in which they are read."""

from pptx.slide import Slide

from fairboard.briefing.model import Briefing, Text
from fairboard.briefing.pptx import grid, layouts, measuring, shapes
from fairboard.briefing.pptx.arranging import add_content
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.layouts import Layout
from fairboard.briefing.pptx.pages import Page, spoken, stamp
from fairboard.briefing.pptx.words import Line, paragraph, properties, run, runs
from fairboard.locale import Language, translate

SECOND = 0.6
"""How large the title in the second language is, of the first."""


def layout_of(page: Page) -> Layout:
    """The layout of a page: by what stands on it and whether it is in two languages."""
    if page.is_cover:
        return layouts.COVER
    is_both = len(page.languages) > 1
    if page.points and not (page.chart or page.table or page.tiles):
        return layouts.TEXT_BOTH if is_both else layouts.TEXT
    return layouts.CHART_BOTH if is_both else layouts.CHART


def fill_slide(slide: Slide, page: Page, briefings: list[Briefing], number: int) -> None:
    """Write ``page`` on an empty slide of its layout."""
    tree = slide.shapes._spTree
    for element in list(tree)[2:]:
        tree.remove(element)
    if page.is_cover:
        _cover(slide, page, briefings)
    else:
        _title(slide, page, 'type="title"', grid.TITLE, layouts.TITLE_PT)
        _findings(slide, page)
        add_content(slide, page)
        _basis(slide, page)
    _footer(slide, page, briefings, number)


def _put(slide: Slide, name: str, ph: str, paragraphs: str) -> None:
    shapes.put(slide, shapes.placeholder(shapes.next_id(slide), name, ph, paragraphs))


def _title(slide: Slide, page: Page, ph: str, place: Box, size_pt: float) -> None:
    """The title, a second language under the first and smaller; a long one in smaller type."""
    titles = page.titles or ((page.languages[0], "–"),)
    sizes = [(text or "–", size_pt * (1 if index == 0 else SECOND)) for index, (_, text) in enumerate(titles)]
    largest = 1.0 if len(titles) == 1 else 0.9
    sizes = [(text, size * largest) for text, size in sizes]
    factor = measuring.fitting(sizes, place.room, is_bold=True)
    is_usual = factor == 1 and len(titles) == 1
    _put(slide, "Title", ph, "".join(
        paragraph(run(text, language, size_pt=None if is_usual else size * factor), language) for (language, _), (text, size) in zip(titles, sizes, strict=True)
    ))  # fmt: skip


def _findings(slide: Slide, page: Page) -> None:
    is_both = len(page.languages) > 1
    places = grid.FINDINGS if is_both else (grid.FINDING,)
    size = layouts.SECOND_FINDING_PT if is_both else layouts.FINDING_PT
    for index, (line, place) in enumerate(zip(page.findings, places, strict=False)):
        ph = f'type="body" sz="quarter" idx="{(layouts.FINDING_INDEX, layouts.SECOND_FINDING_INDEX)[index]}"'
        _put(slide, "Finding", ph, _said(line, size, place.room))


def _said(line: Line, size_pt: float, room: tuple[float, float], *, number_colour: str = "demand") -> str:
    factor = measuring.fitting([(spoken(line[1]), size_pt)], room, is_bold=True)
    return paragraph(runs(line[1], line[0], size_pt=None if factor == 1 else size_pt * factor, number_colour=number_colour), line[0])


def _basis(slide: Slide, page: Page) -> None:
    if page.bases:
        factor = measuring.fitting([(text, layouts.BASIS_PT) for _, text in page.bases], grid.BASIS.room)
        size = None if factor == 1 else layouts.BASIS_PT * factor
        _put(slide, "Unit and basis", f'type="body" sz="quarter" idx="{layouts.BASIS_INDEX}"',
             "".join(paragraph(run(text, language, size_pt=size), language) for language, text in page.bases))


def _cover(slide: Slide, page: Page, briefings: list[Briefing]) -> None:
    _title(slide, page, 'type="ctrTitle"', grid.COVER_TITLE, layouts.COVER_TITLE_PT)
    if page.findings:
        _put(slide, "Finding", 'type="subTitle" idx="1"', _paragraphs(page.findings, layouts.COVER_FINDING_PT, grid.COVER_FINDING.room))
    points = [line for index in range(len(page.languages)) for point in page.points for line in point[index : index + 1]]
    lines: list[Line] = points or [(briefing.language, (stamp(briefing),)) for briefing in briefings]
    _put(slide, "Selection and version", f'type="body" sz="quarter" idx="{layouts.BODY_INDEX}"', _paragraphs(lines, layouts.COVER_BODY_PT, grid.COVER_LINES.room))


def _paragraphs(lines: list[Line] | tuple[Line, ...], size_pt: float, room: tuple[float, float]) -> str:
    factor = measuring.fitting([(spoken(text), size_pt) for _, text in lines], room, gap_pt=4)
    size = None if factor == 1 else size_pt * factor
    return "".join(paragraph(runs(text, language, size_pt=size), language, before_pt=0 if index == 0 else 4 * factor) for index, (language, text) in enumerate(lines))


def _footer(slide: Slide, page: Page, briefings: list[Briefing], number: int) -> None:
    if any(briefing.has_synthetic for briefing in briefings):
        _badge(slide, briefings)
    place = grid.COVER_FOOTER if page.is_cover else grid.FOOTER
    lines = _stamps(briefings, place.room)
    factor = measuring.fitting([(text, layouts.FOOTER_PT) for _, text in lines], place.room)
    size = None if factor == 1 else layouts.FOOTER_PT * factor
    _put(slide, "Footer", f'type="ftr" sz="quarter" idx="{layouts.FOOTER_INDEX}"', "".join(paragraph(run(text, language, size_pt=size), language) for language, text in lines))
    field = f'<a:fld id="{shapes.FIELD_ID}" type="slidenum">{properties(page.languages[0])}<a:t>{number}</a:t></a:fld>'
    _put(slide, "Slide number", f'type="sldNum" sz="quarter" idx="{layouts.NUMBER_INDEX}"', paragraph(field, page.languages[0]))


def _stamps(briefings: list[Briefing], room: tuple[float, float]) -> list[tuple[Language, str]]:
    """The stamp in each language; a selection that is too long for the footer is left to the notes and the first slide."""
    found = [(briefing.language, stamp(briefing)) for briefing in briefings]
    if measuring.fitting([(text, layouts.FOOTER_PT) for _, text in found], room) < 0.85:
        found = [(briefing.language, stamp(briefing, has_sentence=False)) for briefing in briefings]
    return found


def _badge(slide: Slide, briefings: list[Briefing]) -> None:
    """That the numbers are made up, at the top of the slide."""
    texts = [(briefing.language, translate("Synthetic sample: no real records", briefing.language)) for briefing in briefings]
    words = " · ".join(text for _, text in texts)
    width = measuring.width_in(words, 10, is_bold=True) + 0.3
    place = Box(grid.BADGE.x + grid.BADGE.width - width, grid.BADGE.y, width, grid.BADGE.height)
    content = paragraph(run(words, texts[0][0], size_pt=10, colour="ground", is_bold=True), texts[0][0], align="ctr")
    shapes.put(slide, shapes.box(shapes.next_id(slide), "Synthetic", place, content, alt=words, colour="over_line", anchor="ctr", insets=(0.1, 0.02), shape="roundRect"))


def words_of(text: Text) -> str:
    """A text in one line."""
    return spoken(text)
