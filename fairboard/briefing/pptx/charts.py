"""Native charts that can be edited, each with the workbook of its numbers."""

from pptx.slide import Slide

from fairboard.briefing.model import Chart
from fairboard.briefing.pptx import bars, chart_look, shapes, stems
from fairboard.briefing.pptx.chart_look import Drawn
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.words import one_line, paragraph, run
from fairboard.locale import Language

DRAWN = {"bars": bars.add_bars, "pairs": bars.add_bars, "columns": bars.add_columns, "stems": stems.add_stems}
LEGEND = 0.34
LEGEND_PT = 13


def add_chart(slide: Slide, chart: Chart, languages: tuple[Language, ...], place: Box, *, name: str) -> None:
    """``chart`` as a native one, with a line of legend above it where a colour has to be told."""
    language = "zh" if "zh" in languages else "en"
    if chart.line_text and chart.over_from is not None:
        _legend(slide, chart, language, place.top(LEGEND))
        place = place.below(LEGEND)
    drawn: Drawn = DRAWN[chart.kind](slide, chart, place)
    properties = drawn.frame._element.nvGraphicFramePr.cNvPr
    properties.set("name", one_line(name))
    properties.set("title", one_line(name))
    properties.set("descr", one_line(chart.alt or name))
    chart_look.finish(drawn.frame.chart, drawn.size_pt, language)


def _legend(slide: Slide, chart: Chart, language: Language, place: Box) -> None:
    """What the second colour of the columns means."""
    marks = run("■ ", language, size_pt=LEGEND_PT, colour="over_line") + run(chart.line_text, language, size_pt=LEGEND_PT, colour="ink")
    shapes.put(slide, shapes.box(shapes.next_id(slide), "Legend", place, paragraph(marks, language, align="r"), anchor="ctr", is_text_box=True, alt=chart.line_text))
