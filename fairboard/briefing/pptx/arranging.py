"""What stands where in the content of a slide: figures, chart, table, statements, each with room enough to be read."""

from collections.abc import Sequence

from pptx.slide import Slide

from fairboard.briefing.pptx import layouts, measuring, shapes, tables
from fairboard.briefing.pptx.charts import add_chart
from fairboard.briefing.pptx.figures import add_figures
from fairboard.briefing.pptx.grid import CONTENT, NUMBERS, Box
from fairboard.briefing.pptx.layouts import Layout
from fairboard.briefing.pptx.pages import Page, both, spoken
from fairboard.briefing.pptx.region_tiles import add_region_tiles
from fairboard.briefing.pptx.words import Line, paragraph, runs
from fairboard.locale import translate

CHART_PART = 0.6
STRIP, STRIP_HEIGHT = 6, 1.4
"""Figures over a table or statements stand in one strip."""
GAP = 0.2
POINT_GAP_PT = 9
SIDE_PT = 16


def shows_table(page: Page) -> bool:
    """True where the table stands on its slide: alone, or beside the tile grid. A chart that writes its numbers has the table on a slide at the end."""
    if not page.table or page.is_numbers:
        return True
    place = _places(page).get("table")
    return place is not None and tables.fitting_size(page.table, page.languages[0], place.room) is not None


def add_content(slide: Slide, page: Page, layout: Layout) -> None:
    """Everything between the finding and the unit."""
    if page.is_numbers:
        tables.add_in_blocks(slide, page.table, NUMBERS, page.languages[0], name=_name(page, "Table"))
        return
    if page.is_text:
        add_text(slide, [[point[place] for point in page.points if place < len(point)] for place in range(len(page.languages))], layout, bullet=True)
        return
    places = _places(page)
    if page.tiles:
        add_figures(slide, page.tiles, places["tiles"], most_in_a_row=STRIP if places["tiles"].height == STRIP_HEIGHT else 2 if page.chart else 4)
    if page.chart and page.chart.kind == "tile_grid":
        add_region_tiles(slide, page.chart, page.languages[0], places["chart"], name=_name(page, "Chart"))
    elif page.chart:
        add_chart(slide, page.chart, page.languages, places["chart"], name=_name(page, "Chart"))
    if page.points:
        _side_points(slide, page, places["points"])
    if page.table and "table" in places and shows_table(page):
        size = tables.fitting_size(page.table, page.languages[0], places["table"].room)
        tables.add_table(slide, page.table, places["table"], size, page.languages[0], name=_name(page, "Table"))


def _places(page: Page) -> dict[str, Box]:
    """Where each part stands. A chart has the wider left side where there is something to go with it: statements, figures, or the table of a tile grid."""
    if page.chart:
        side = "points" if page.points else "tiles" if page.tiles else "table" if page.table and page.chart.kind == "tile_grid" else ""
        found = {"chart": CONTENT.left(CHART_PART) if side else CONTENT} | ({side: CONTENT.right(1 - CHART_PART)} if side else {})
        if side == "points" and page.tiles:
            found |= {"tiles": CONTENT.top(STRIP_HEIGHT)} | {name: _below_strip(place) for name, place in found.items()}
        return found
    rest = _below_strip(CONTENT) if page.tiles else CONTENT
    found = {name: rest for name, thing in (("points", page.points), ("table", page.table)) if thing}
    if len(found) > 1:
        found = {"points": rest.left(0.4), "table": rest.right(0.6)}
    return found | ({"tiles": CONTENT.top(STRIP_HEIGHT) if found else CONTENT} if page.tiles else {})


def _below_strip(place: Box) -> Box:
    return place.below(STRIP_HEIGHT + GAP)


def _name(page: Page, kind: str) -> str:
    return both(f"{translate(kind, language)}{'：' if language == 'zh' else ': '}{title}" for language, title in page.titles)


def add_text(slide: Slide, columns: Sequence[Sequence[Line]], layout: Layout, *, bullet: bool) -> None:
    """Statements in the text placeholders of the layout, each language in its own, all in one type size."""
    fields = [layout.field(index) for index, column in zip(layouts.TEXT_INDEXES, columns, strict=False) if column]
    filled = [column for column in columns if column]
    factor = min(
        (measuring.fitting([(spoken(text), field.size_pt) for _, text in column], (field.place.width - 0.45, field.place.height), gap_pt=POINT_GAP_PT)
         for field, column in zip(fields, filled, strict=True)), default=1,
    )  # fmt: skip
    for field, column in zip(fields, filled, strict=True):
        size = None if factor == 1 else field.size_pt * factor
        content = "".join(
            paragraph(runs(text, language, size_pt=size, number_colour="demand" if bullet else ""), language, bullet=bullet or None,
                      before_pt=POINT_GAP_PT * factor if index else 0)
            for index, (language, text) in enumerate(column)
        )  # fmt: skip
        shapes.put(slide, shapes.placeholder(shapes.next_id(slide), field.name, field.ph, content))


def _side_points(slide: Slide, page: Page, place: Box) -> None:
    """Statements beside a chart as a list; a second language under the first, smaller."""
    lines = [(line, SIDE_PT * (1 if index == 0 else 0.8), index == 0) for point in page.points for index, line in enumerate(point)]
    factor = measuring.fitting([(spoken(text), size) for (_, text), size, _ in lines], (place.width - 0.3, place.height), gap_pt=POINT_GAP_PT, is_bold=True)
    content = "".join(
        paragraph(runs(text, language, size_pt=size * factor, colour="ink", number_colour="demand"), language, bullet=is_first, is_indented=not is_first,
                  before_pt=POINT_GAP_PT * factor if is_first else 2)
        for (language, text), size, is_first in lines
    )  # fmt: skip
    shapes.put(slide, shapes.box(shapes.next_id(slide), "Text", place, content, is_text_box=True))
