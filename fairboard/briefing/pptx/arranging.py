"""What stands where in the content of a slide: figures, chart, table, statements, each with room enough to be read."""

from pptx.slide import Slide

from fairboard.briefing.model import Table
from fairboard.briefing.pptx import layouts, measuring, shapes, tables
from fairboard.briefing.pptx.charts import add_chart
from fairboard.briefing.pptx.figures import add_figures
from fairboard.briefing.pptx.grid import CONTENT, Box
from fairboard.briefing.pptx.pages import Page, both, spoken
from fairboard.briefing.pptx.region_tiles import add_region_tiles
from fairboard.briefing.pptx.words import Line, paragraph, run, runs
from fairboard.locale import translate

CHART_PART = 0.62
TILES_HEIGHT = 1.35
POINT_GAP_PT = 9


def add_content(slide: Slide, page: Page) -> None:
    """Everything between the finding and the unit. With a chart that writes its numbers there is no table: it would say them twice."""
    place = CONTENT
    others = bool(page.chart or page.table or page.points)
    if page.tiles:
        add_figures(slide, page.tiles, place.top(TILES_HEIGHT) if others else place)
        place = place.below(TILES_HEIGHT + 0.2) if others else place
    if page.chart:
        has_side = bool(page.points) or (page.chart.kind == "tile_grid" and bool(page.table))
        _chart(slide, page, place.left(CHART_PART) if has_side else place)
        place = place.right(1 - CHART_PART)
    if page.points and not page.is_cover:
        is_alone = not (page.chart or page.tiles or page.table)
        _points(slide, page, place if page.chart or not page.table else place.left(0.4), is_alone=is_alone)
        place = place if not page.table else place.right(0.6)
    if page.table and not (page.chart and (page.points or page.chart.kind != "tile_grid")):
        _table(slide, page, page.table, place)


def _name(page: Page, kind: str) -> str:
    return both(f"{translate(kind, language)}: {title}" if language == "en" else f"{translate(kind, language)}：{title}" for language, title in page.titles)


def _chart(slide: Slide, page: Page, place: Box) -> None:
    if page.chart.kind == "tile_grid":
        add_region_tiles(slide, page.chart, page.languages, place, name=_name(page, "Chart"))
    else:
        add_chart(slide, page.chart, page.languages, place, name=_name(page, "Chart"))


def _points(slide: Slide, page: Page, place: Box, *, is_alone: bool) -> None:
    """Statements as a list; in two languages the second under the first, smaller."""
    lines: list[tuple[Line, float]] = [
        (line, layouts.BODY_PT * (1 if index == 0 else 0.75)) for point in page.points for index, line in enumerate(point)
    ]
    room = place.width - 0.3, place.height
    factor = measuring.fitting([(spoken(text), size) for (_, text), size in lines], room, gap_pt=POINT_GAP_PT, is_bold=True)
    content = "".join(
        paragraph(runs(text, language, size_pt=size * factor, colour="ink", number_colour="demand"), language, bullet=size == layouts.BODY_PT,
                  before_pt=POINT_GAP_PT * factor if size == layouts.BODY_PT else 1)
        for (language, text), size in lines
    )
    if is_alone:
        shapes.put(slide, shapes.placeholder(shapes.next_id(slide), "Text", f'type="body" sz="quarter" idx="{layouts.BODY_INDEX}"', content))
    else:
        shapes.put(slide, shapes.box(shapes.next_id(slide), "Text", place, content, is_text_box=True))


def _table(slide: Slide, page: Page, table: Table, place: Box) -> None:
    """The table; where it is too long, its first rows and how many there are."""
    language = page.languages[0]
    shown, size = table, tables.fitting_size(table, language, place.room)
    while size is None and len(shown.rows) > 1:
        shown = Table(table.columns, shown.rows[:-1])
        size = tables.fitting_size(shown, language, (place.width, place.height - 0.3))
    name = _name(page, "Table")
    tables.add_table(slide, shown, place, size or tables.LEAST_PT, language, name=name, alt=name)
    if len(shown.rows) < len(table.rows):
        said = both(translate("The first {shown} of {count} rows", each, shown=len(shown.rows), count=len(table.rows)) for each in page.languages)
        words = paragraph(run(said, language, size_pt=10, colour="ink_muted"), language)
        under = Box(place.x, place.y + place.height - 0.26, place.width, 0.26)
        shapes.put(slide, shapes.box(shapes.next_id(slide), "Rows", under, words, is_text_box=True, anchor="b"))
