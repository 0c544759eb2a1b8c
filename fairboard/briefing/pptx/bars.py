"""Bars, columns and pairs: names of any length beside the bars, a number at the end of each."""

from math import ceil
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.slide import Slide

from fairboard.analysis import formatting
from fairboard.briefing.model import Chart, Series
from fairboard.briefing.pptx import chart_look, measuring
from fairboard.briefing.pptx.chart_look import C, Drawn, number, number_format, type_size
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.words import cleaned
from fairboard.briefing.pptx.workbooks import Categories

MOST_FOR_NAMES = 0.44
MOST_UPRIGHT = 8
"""Names of a scale that stand upright under its columns."""
"""The part of a chart's width that names of bars may take; longer ones are written smaller, and at last broken into lines."""
LEGEND = 0.36
TURNED = -2_700_000
"""An angle of 45 degrees."""
LEAST_PT = 9
GAP_PERCENT = {1: 45, 2: 55}


def add_bars(slide: Slide, chart: Chart, place: Box) -> Drawn:
    """Horizontal bars from the top, one series or several side by side."""
    frame = _frame(slide, chart, XL_CHART_TYPE.BAR_CLUSTERED, place)
    native, many = frame.chart, len(chart.series) > 1
    head = LEGEND if many else 0.0
    row = (place.height - head) / max(len(chart.categories), 1)
    size = type_size(row, largest_pt=14)
    label_size = type_size(row / len(chart.series) * 1.05, largest_pt=13, least_pt=7.5)
    lines = max((name.count("\n") + 1 for name in chart.categories), default=1)
    size = min(size, row * measuring.POINTS / lines / measuring.LINE_HEIGHT) if lines > 1 else size
    size = _one_line_size(chart, size, place.width * MOST_FOR_NAMES - 0.2)
    chart_look.quiet_axes(native, size)
    native.category_axis.reverse_order = True
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _series(native, chart, label_size)
    names = min(max((measuring.width_in(line, size) for name in chart.categories for line in name.split("\n")), default=0) + 0.2, place.width * MOST_FOR_NAMES)
    numbers = _widest_number(chart, label_size) + 0.15
    chart_look.place_plot(native, names / place.width, head / place.height, (place.width - names - numbers) / place.width, (place.height - head) / place.height)
    _show_every_name(native)
    if many:
        _legend(native)
    return Drawn(frame, size)


def add_columns(slide: Slide, chart: Chart, place: Box) -> Drawn:
    """Upright bars in their order. Where numbers over them would touch, there is an axis; names that would touch are left out by one step."""
    frame = _frame(slide, chart, XL_CHART_TYPE.COLUMN_CLUSTERED, place)
    native = frame.chart
    room = place.width / max(len(chart.categories), 1)
    label_size = next((size for size in (13, 12, 11, 10, 9, 8) if _widest_number(chart, size) <= room * 0.85), 0)
    size = next((size for size in (13, 12, 11) if _has_room(chart, size, room * 0.92)), 10)
    chart_look.quiet_axes(native, size, has_values=not label_size)
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if not label_size:
        native.value_axis.tick_labels.number_format, native.value_axis.tick_labels.number_format_is_linked = number_format(chart.metric), False
    _series(native, chart, label_size)
    is_turned = not _has_room(chart, size, room * 0.92)
    every = ceil(len(chart.categories) / MOST_UPRIGHT) if is_turned and chart.over_from is not None and len(chart.categories) > MOST_UPRIGHT else 1
    _show_every_name(native, is_turned=is_turned and every == 1, every=every)
    if len(chart.series) > 1:
        _legend(native)
    return Drawn(frame, size)


def _frame(slide: Slide, chart: Chart, kind: Any, place: Box) -> Any:
    data = Categories(number_format=number_format(chart.metric))
    data.categories = [cleaned(name) or " " for name in chart.categories]
    for series in chart.series:
        data.add_series(cleaned(series.name), [number(fact) for fact in series.facts], number_format(_metric(series, chart)))
    return slide.shapes.add_chart(kind, *place.emu, data)


def _metric(series: Series, chart: Chart) -> str:
    return series.facts[0].metric if series.facts else chart.metric


def _series(native: Any, chart: Chart, label_size: float) -> None:
    """Colours, gaps and numbers; every axis that has nothing below zero begins there."""
    plot = native.plots[0]
    plot.gap_width, plot.overlap = GAP_PERCENT[min(len(chart.series), 2)], 0 if len(chart.series) == 1 else -5
    plot.vary_by_categories = False
    for series, drawn in zip(chart.series, plot.series, strict=True):
        drawn.invert_if_negative = False
        colours = chart_look.hues(chart, series.meaning) if len(chart.series) == 1 else [series.meaning] * len(chart.categories)
        chart_look.paint_points(drawn, colours)
        if label_size:
            chart_look.label_values(drawn, _metric(series, chart), label_size)
    if all(value is None or value >= 0 for series in chart.series for value in series.values):
        native.value_axis.minimum_scale = 0


def _legend(native: Any) -> None:
    native.has_legend = True
    native.legend.position = XL_LEGEND_POSITION.TOP
    native.legend.include_in_layout = False
    chart_look.write(native.legend.font, 13, "ink")


def _show_every_name(native: Any, *, is_turned: bool = False, every: int = 1) -> None:
    """No name is left out, or in a scale each but one in ``every``; ``is_turned`` names stand at an angle, because side by side they would touch."""
    axis = native.category_axis._element
    for name in ("tickLblSkip", "tickMarkSkip"):
        for old in axis.findall(f"{{{C}}}{name}"):
            axis.remove(old)
    after = axis.find(f"{{{C}}}noMultiLvlLbl")
    made = parse_xml(f'<c:tickLblSkip xmlns:c="{C}" val="{every}"/>')
    after.addprevious(made) if after is not None else axis.append(made)
    axis.txPr.bodyPr.set("vert", "horz")
    if every == 1:  # LibreOffice breaks names that are told to lie level into the width of one column, whatever is left out
        axis.txPr.bodyPr.set("rot", str(TURNED if is_turned else 0))


def _one_line_size(chart: Chart, size_pt: float, room: float) -> float:
    """The size at which the longest name is one line, as far as that can be read."""
    widest = max((measuring.width_in(line, size_pt) for name in chart.categories for line in name.split("\n")), default=0)
    return min(size_pt, max(size_pt * room / widest, LEAST_PT)) if widest else size_pt


def _widest_number(chart: Chart, size_pt: float) -> float:
    texts = [formatting.value_text(value, _metric(series, chart), "en", is_short=False) for series in chart.series for value in series.values if value is not None]
    return max((measuring.width_in(text, size_pt) for text in texts), default=0)


def _has_room(chart: Chart, size_pt: float, room: float) -> bool:
    """True where each name takes two lines at most in each language, and no word has to be broken."""
    for name in chart.categories:
        lines = cleaned(name).split("\n")
        if any(measuring.line_count(line, size_pt, room) > 2 or measuring.widest_piece_in(line, size_pt) > room for line in lines):
            return False
    return True
