"""A stem and a dot for each day: a native scatter chart over dates whose error bars reach down to zero."""

from datetime import date, datetime
from typing import Any

from pptx.chart.series import XySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.slide import Slide

from fairboard.briefing.model import Chart
from fairboard.briefing.pptx import chart_look
from fairboard.briefing.pptx.chart_look import C, Drawn, number, number_format
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.words import cleaned, one_line, scheme_name
from fairboard.briefing.pptx.workbooks import Days

SIZE_PT = 12
DAY_FORMAT = "yyyy\\-mm\\-dd"
EPOCH = date(1899, 12, 30)
STEPS = (7.0, 14.0, 30.4375, 60.875, 91.3125, 182.625, 365.25, 730.5)
"""Days between two marks of the axis: weeks, months, quarters, half years, years."""
MOST_MARKS = 13


def add_stems(slide: Slide, chart: Chart, place: Box) -> Drawn:
    """The known numbers on their days; those that the finding names have their names beside them."""
    (series,) = chart.series
    known = [index for index, fact in enumerate(series.facts) if fact.is_known]
    data = Days([one_line(chart.categories[index]) for index in known], DAY_FORMAT)
    added = data.add_series(cleaned(series.name), number_format(chart.metric))
    for index in known:
        added.add_data_point(serial(chart.days[index]), number(series.facts[index]))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place.emu, data)
    native = frame.chart
    native.has_legend = False
    if known:
        drawn = native.plots[0].series[0]
        _dots(drawn, chart, known)
        _labels(drawn, chart, known)
        drawn._element.find(f"{{{C}}}xVal").addprevious(parse_xml(_stems("rest" if chart.emphasised else series.meaning)))
    _axes(native, chart)
    return Drawn(frame, SIZE_PT)


def serial(day: date) -> int:
    """The number that Office has for a day."""
    return (day.date() if isinstance(day, datetime) else day).toordinal() - EPOCH.toordinal()


def _dots(drawn: XySeries, chart: Chart, known: list[int]) -> None:
    meaning = chart.series[0].meaning
    colours = [("over_line" if index in chart.emphasised else "rest") if chart.emphasised else meaning for index in known]
    usual = max(dict.fromkeys(colours), key=colours.count)
    _dot(drawn.marker, usual)
    for place, colour in enumerate(colours):
        if colour != usual:
            _dot(drawn.points[place].marker, colour, size=11 if colour == "over_line" else 7)
            chart_look.fill_with(drawn.points[place].format, colour)
            drawn.points[place].format.line.fill.background()


def _dot(marker: Any, colour: str, *, size: int = 8) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, size
    chart_look.fill_with(marker.format, colour)
    marker.format.line.fill.background()


def _labels(drawn: XySeries, chart: Chart, known: list[int]) -> None:
    """The numbers of those that the finding names: their names would not fit in the chart, and stand in the finding and the workbook."""
    for index in (index for index in chart.emphasised if index in known):
        label = drawn.points[known.index(index)].data_label
        chart_look.write(label.font, SIZE_PT + 1, "over_line", is_bold=True)
        label.position = XL_LABEL_POSITION.ABOVE
        element = label._dLbl
        element.find(f"{{{C}}}showVal").set("val", "1")
        for name in ("showLegendKey", "showCatName", "showSerName"):
            element.find(f"{{{C}}}{name}").set("val", "0")


def _stems(colour: str) -> str:
    return (
        f'<c:errBars xmlns:c="{C}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:errDir val="y"/><c:errBarType val="minus"/>'
        f'<c:errValType val="percentage"/><c:noEndCap val="1"/><c:val val="100"/><c:spPr><a:ln w="25400" cap="flat"><a:solidFill><a:schemeClr val="{scheme_name(colour)}"/>'
        "</a:solidFill></a:ln></c:spPr></c:errBars>"
    )


def _axes(native: Any, chart: Chart) -> None:
    days, values = native.category_axis, native.value_axis
    chart_look.quiet_axes(native, SIZE_PT, has_values=True)
    first, last = date(min(chart.days).year, min(chart.days).month, 1), max(chart.days)
    step = next((step for step in STEPS if (serial(last) - serial(first) + 20) / step <= MOST_MARKS), STEPS[-1])
    start = date(first.year, 1, 1) if step >= 91 else first
    days.minimum_scale = serial(start)
    days.maximum_scale = serial(start) + step * -(-(serial(last) - serial(start) + 1) // step)
    days.major_unit = step
    days.major_tick_mark = XL_TICK_MARK.OUTSIDE
    days.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    days.tick_labels.number_format, days.tick_labels.number_format_is_linked = ("yyyy\\-mm" if step > 15 else "yyyy\\-mm\\-dd"), False
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = number_format(chart.metric), False
    if all(value is None or value >= 0 for value in chart.series[0].values):
        values.minimum_scale = 0
