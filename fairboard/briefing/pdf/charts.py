"""The charts of slides as shapes on a page, one function for each kind."""

from collections.abc import Callable
from datetime import date
from math import ceil, floor, log10

from fairboard.analysis import formatting, metrics
from fairboard.briefing.hues import mark_colour
from fairboard.briefing.model import Chart, Fact
from fairboard.briefing.pdf import lines
from fairboard.briefing.pdf.fonts import width
from fairboard.briefing.pdf.sheet import Box, Sheet
from fairboard.briefing.short_names import fitting
from fairboard.charts import theme
from fairboard.locale import Language

LABEL, VALUE, TICK = 9.0, 9.0, 8.0
WIDEST_LABEL = 0.42


def draw(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    """``chart`` inside ``box``."""
    DRAWN[chart.kind](sheet, box, chart, language)


def _bars(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    _rows(sheet, box, chart, language)


def _pairs(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    x = box.x
    for series in chart.series:
        sheet.box(Box(x, box.y + 3, 10, 10), series.meaning)
        x += 14 + sheet.text(x + 14, box.y + 12, lines.cut(lines.clean(series.name), LABEL, box.width / 2 - 30), LABEL, "ink_muted") + 16
    _rows(sheet, Box(box.x, box.y + 22, box.width, box.height - 22), chart, language)


def _rows(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    """Horizontal bars, one for each series under the other, with names before and numbers behind them."""
    names = [lines.clean(name) for name in chart.categories]
    count = len(chart.series)
    step = min(box.height / max(len(names), 1), 30.0 * count**0.5)
    part = 0.7 if count == 1 else 0.84
    size = min(LABEL, step * part / count + (1.5 if count == 1 else 0))
    name_size = min(LABEL, step * 0.8)
    room = min(max((width(name, name_size) for name in names), default=0) + 8, box.width * WIDEST_LABEL)
    texts = [[fact.text(language) for fact in series.facts] for series in chart.series]
    behind = max((width(text, size) for held in texts for text in held), default=0) + 6
    left, right = box.x + room, box.right - behind
    most = max((value for series in chart.series for value in series.values if value is not None), default=0) or 1
    thick = step * part / count
    for place, name in enumerate(names):
        top = box.y + step * (place + (1 - part) / 2)
        is_named = place in chart.emphasised
        base = top + thick * count / 2 + name_size * 0.36
        shown = lines.cut(fitting(name, lambda text: width(text, name_size) <= room - 7), name_size, room - 7)
        sheet.text(left - 6, base, shown, name_size, "ink" if is_named else "ink_muted", "right", is_strong=is_named)
        for number, series in enumerate(chart.series):
            value, y = series.values[place], top + thick * number
            long = (right - left) * max(value or 0, 0) / most
            if value:
                sheet.box(Box(left, y, max(long, 0.8), thick - (1 if count > 1 else 0)), mark_colour(chart, series, place))
            sheet.text(left + long + 4, y + thick / 2 + size * 0.36, texts[number][place], size, "ink")
    sheet.line((left, box.y), (left, box.y + step * len(names)), "rest")


def _columns(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    """Upright columns over their names; as many names as there is room for."""
    (series,) = chart.series
    plot, most = _plot(sheet, box, chart, list(series.facts), language, 30 if chart.line_text else 16)
    step = plot.width / max(len(chart.categories), 1)
    wide = min(step * 0.76, 64)
    has_values = step >= max((width(fact.text(language), TICK) for fact in series.facts), default=0) + 2
    for place, value in enumerate(series.values):
        x = plot.x + step * (place + 0.5)
        high = plot.height * max(value or 0, 0) / most
        if value:
            sheet.box(Box(x - wide / 2, plot.bottom - high, wide, high), mark_colour(chart, series, place))
        if has_values:
            sheet.text(x, plot.bottom - high - 3, series.facts[place].text(language), TICK, "ink", "middle")
    _names_below(sheet, plot, [lines.clean(name) for name in chart.categories], step)
    if chart.over_from is not None:
        x = plot.x + step * chart.over_from
        sheet.line((x, plot.y - 14), (x, plot.bottom), "over_line", 1, (3, 2))
        if chart.line_text:
            text = lines.clean(chart.line_text)
            is_left = x + 5 + width(text, LABEL) > plot.right
            sheet.text(x - 5 if is_left else x + 5, plot.y - 6, text, LABEL, "over_line", "right" if is_left else "left")


def _names_below(sheet: Sheet, plot: Box, names: list[str], step: float) -> None:
    """Names under the columns: each, in up to two lines, where all fit, else every second, third … one."""
    found = [lines.wrapped(name, TICK, step - 3) for name in names]
    is_narrow = any(len(held) > 2 or any(width(part, TICK) > step for part in name.split()) for held, name in zip(found, names, strict=True))
    every = max(ceil((max((width(name, TICK) for name in names), default=0) + 6) / step), 1) if is_narrow else 1
    for place in range(0, len(names), every):
        for number, line in enumerate([names[place]] if is_narrow else found[place]):
            sheet.text(plot.x + step * (place + 0.5), plot.bottom + 11 + number * 10, line, TICK, "ink_muted", "middle")


def _stems(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    """A line with a dot for each day, in its place on the calendar; what the finding names has its name."""
    (series,) = chart.series
    plot, most = _plot(sheet, box, chart, list(series.facts), language, 34)
    first, last = min(chart.days), max(chart.days)
    span = max((last - first).days, 1)
    places = [plot.x + 8 + (plot.width - 16) * ((day - first).days / span if last > first else 0.5) for day in chart.days]
    for place, (x, value) in enumerate(zip(places, series.values, strict=True)):
        if value is None:
            continue
        y = plot.bottom - plot.height * max(value, 0) / most
        is_named = place in chart.emphasised
        colour = mark_colour(chart, series, place)
        sheet.line((x, plot.bottom), (x, y), colour, 1.8 if is_named else 1.1)
        sheet.dot(x, y, 4 if is_named else 2.6, colour)
        if is_named:
            _stem_name(sheet, plot, (x, y), lines.clean(chart.categories[place]), series.facts[place].text(language))
    _days_below(sheet, plot, chart.days, places)


def _stem_name(sheet: Sheet, plot: Box, mark: tuple[float, float], name: str, text: str) -> None:
    x, y = mark
    name = lines.cut(name, TICK, plot.width * 0.5)
    half = max(width(name, TICK), width(text, VALUE)) / 2
    middle = min(max(x, plot.x + half), plot.right - half)
    sheet.text(middle, y - 18, name, TICK, "ink_muted", "middle")
    sheet.text(middle, y - 7, text, VALUE, "ink", "middle", is_strong=True)


def _days_below(sheet: Sheet, plot: Box, days: tuple[date, ...], places: list[float]) -> None:
    """The days under their marks, as many as there is room for."""
    done = plot.x - 40
    for day, x in sorted(zip(days, places, strict=True)):
        text = day.isoformat()
        half = width(text, TICK) / 2
        if x - half < done + 10:
            continue
        middle = min(max(x, plot.x + half - 10), plot.right - half + 8)
        sheet.text(middle, plot.bottom + 12, text, TICK, "ink_muted", "middle")
        done = middle + half


def _tile_grid(sheet: Sheet, box: Box, chart: Chart, language: Language) -> None:
    """A tile for each region where the grid has it, darker for more."""
    (series,) = chart.series
    rows, columns = zip(*chart.places, strict=True)
    top, left = min(rows), min(columns)
    across, down = max(columns) - left + 1, max(rows) - top + 1
    side_x, side_y = min(box.width / across, 118), min(box.height / down, 82)
    most = max((value for value in series.values if value is not None), default=0) or 1
    for place, (row, column) in enumerate(chart.places):
        tile = Box(box.x + side_x * (column - left) + 2, box.y + side_y * (row - top) + 2, side_x - 4, side_y - 4)
        value = series.values[place]
        colour, ink = ("no_data", "ink_muted") if value is None else theme.amount_colour(value / most, "light")
        is_named = place in chart.emphasised
        sheet.box(tile, colour, "ink" if is_named else "", radius=4)
        size = min(10.5, tile.height * 0.24)
        name = lines.cut(lines.clean(chart.categories[place]), size, tile.width - 8)
        middle = tile.x + tile.width / 2
        sheet.text(middle, tile.y + tile.height * 0.42, name, size, ink, "middle", is_strong=is_named)
        sheet.text(middle, tile.y + tile.height * 0.78, series.facts[place].text(language), size + 1, ink, "middle")


def _plot(sheet: Sheet, box: Box, chart: Chart, facts: list[Fact], language: Language, above: float) -> tuple[Box, float]:
    """The room for the marks, with lines across at round numbers; gives it with the number at its top."""
    values = [fact.value for fact in facts if fact.is_known]
    ticks = nice_ticks(max(values, default=0))
    is_whole = metrics.metric(chart.metric).kind == "count"
    texts = [formatting.value_text(int(tick) if is_whole and tick == int(tick) else tick, chart.metric, language, is_short=False) for tick in ticks]
    room = max(width(text, TICK) for text in texts) + 8
    plot = Box(box.x + room, box.y + above, box.width - room, box.height - above - 26)
    for tick, text in zip(ticks, texts, strict=True):
        y = plot.bottom - plot.height * tick / ticks[-1]
        sheet.line((plot.x, y), (plot.right, y), "rest" if tick == 0 else "grid")
        sheet.text(plot.x - 6, y + TICK * 0.36, text, TICK, "ink_muted", "right")
    return plot, ticks[-1]


def nice_ticks(most: float) -> list[float]:
    """Round numbers from zero to the first at or over ``most``, four to six steps of 1, 2, 2.5 or 5 times a power of ten."""
    if most <= 0:
        return [0, 1]
    size = 10 ** floor(log10(most / 4))
    step = next(size * part for part in (1, 2, 2.5, 5, 10) if most / (size * part) <= 6)
    return [round(step * number, 10) for number in range(ceil(round(most / step, 6)) + 1)]


DRAWN: dict[str, Callable[[Sheet, Box, Chart, Language], None]] = {
    "bars": _bars, "columns": _columns, "stems": _stems, "pairs": _pairs, "tile_grid": _tile_grid,
}
