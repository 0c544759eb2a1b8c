"""The charts of slides as Plotly figures for a wall, drawn by the functions that draw those of the pages."""

from collections.abc import Callable, Sequence

from fairboard.analysis import formatting, metrics
from fairboard.briefing.model import Chart, Series
from fairboard.briefing.short_names import fitting
from fairboard.charts.columns import columns_chart
from fairboard.charts.course import lollipop_chart
from fairboard.charts.dumbbell import dumbbell_chart
from fairboard.charts.labels import plain, shortened, width_of
from fairboard.charts.paired_bars import paired_bars_chart
from fairboard.charts.presenting import FACTOR, LEAST_FONT_PX, presenting
from fairboard.charts.ranking import ranking_chart
from fairboard.charts.theme import Figure, Mode
from fairboard.charts.tile_grid import tile_grid_chart
from fairboard.locale import Language, translate

LONGEST_NAME = 46
MOST_PAIRS = 8
FEW_ROWS, MOST_ROWS = 14, 18
"""Rows that a slide takes with larger type, and with its least type."""
LARGER, LARGEST = 2.4, 2.7
LEAST_BARS = 4
COLUMNS_PX = 690
"""The width of a slide, but for the axis, before it is enlarged."""


def figure_of(chart: Chart, mode: Mode, language: Language, *, is_beside: bool = False) -> Figure:
    """The figure of ``chart``; its values and texts are those of the chart's facts. ``is_beside`` where tiles or points take a part of the slide."""
    figure = _columns(chart, mode, language, is_beside) if chart.kind == "columns" else DRAWN[chart.kind](chart, mode, language)
    rows = rows_of(chart)
    if rows > MOST_ROWS:
        return presenting(figure, factor=FACTOR * MOST_ROWS / rows, least_font_px=round(LEAST_FONT_PX * MOST_ROWS / rows))
    if chart.kind == "tile_grid" and not is_beside:
        return presenting(figure, factor=LARGEST)
    return presenting(figure, factor=LARGER if rows <= FEW_ROWS else FACTOR)


def rows_of(chart: Chart) -> int:
    """How many lines of type the chart has one below the other: none where it is upright."""
    if chart.kind not in ("bars", "pairs"):
        return 0
    has_bars = chart.kind == "bars" or len(chart.categories) <= MOST_PAIRS
    return len(chart.categories) * (len(chart.series) if has_bars else 1)


def _names(chart: Chart) -> list[str]:
    """The categories as a chart may show them: no markup, and not too long."""
    return [plain(short(name)) for name in chart.categories]


def short(name: str) -> str:
    """A name in one line: abbreviated where it is long, and cut where that is not enough."""
    return shortened(fitting(name, lambda text: width_of(text) <= LONGEST_NAME), LONGEST_NAME)


def _texts(series: Series, language: Language, *, is_short: bool = False) -> list[str]:
    return [fact.text(language, is_short=is_short) for fact in series.facts]


def _hover(chart: Chart, series: Series, language: Language) -> list[str]:
    """Name, number in full and unit of each mark."""
    metric = metrics.metric(series.facts[0].metric if series.facts else chart.metric)
    unit = "" if metric.kind == "share" else f" {translate(metric.unit, language)}"
    side = f" · {plain(series.name)}" if len(chart.series) > 1 else ""
    return [f"{plain(name)}{side}: {text}{unit}" for name, text in zip(chart.categories, _texts(series, language), strict=True)]


def _chosen(chart: Chart) -> Sequence[str]:
    return [chart.codes[place] for place in chart.emphasised]


def _bars(chart: Chart, mode: Mode, language: Language) -> Figure:
    (series,) = chart.series
    figure = ranking_chart(
        _names(chart), series.values, _texts(series, language), chart.codes, mode=mode, meaning=series.meaning, chosen=_chosen(chart),
        hover=_hover(chart, series, language),
    )
    return _with_room(figure, LEAST_BARS)


def _with_room(figure: Figure, least: int) -> Figure:
    """The same with room for ``least`` rows, so that one bar alone is no wall."""
    low, high = figure["layout"]["yaxis"]["range"]
    figure["layout"]["yaxis"]["range"] = [max(low, least - 0.4), high]
    return figure


def _columns(chart: Chart, mode: Mode, language: Language, is_beside: bool) -> Figure:
    (series,) = chart.series
    figure = columns_chart(
        _names(chart), series.values, _texts(series, language), chart.codes, _hover(chart, series, language), mode=mode, language=language,
        meaning=series.meaning, chosen=_chosen(chart), over_from=chart.over_from, line_text=plain(chart.line_text), width_px=round(COLUMNS_PX * (0.58 if is_beside else 1)),
    )
    return _with_shares(figure, chart)


def _stems(chart: Chart, mode: Mode, language: Language) -> Figure:
    (series,) = chart.series
    known = [place for place, value in enumerate(series.values) if value is not None]
    notes = {chart.codes[place]: plain(short(chart.categories[place])) for place in chart.emphasised}
    hover = _hover(chart, series, language)
    figure = lollipop_chart(
        [chart.days[place] for place in known], [series.values[place] for place in known], [hover[place] for place in known],
        [chart.codes[place] for place in known], mode=mode, language=language, meaning=series.meaning, emphasised=_chosen(chart), notes=notes,
    )
    return _with_shares(figure, chart)


def _pairs(chart: Chart, mode: Mode, language: Language) -> Figure:
    """Bars one under the other where each has room for its value, else two marks on a line with both values at its end."""
    first, second = chart.series
    names = plain(first.name), plain(second.name)
    texts = _texts(first, language), _texts(second, language)
    hover = _hover(chart, first, language), _hover(chart, second, language)
    if len(chart.categories) <= MOST_PAIRS:
        return paired_bars_chart(_names(chart), first.values, second.values, texts, chart.codes, hover, names=names, meanings=(first.meaning, second.meaning), mode=mode)
    both = [f"{a} | {b}" for a, b in zip(*texts, strict=True)]
    lines = ["<br>".join(pair) for pair in zip(*hover, strict=True)]
    return dumbbell_chart(_names(chart), first.values, second.values, both, chart.codes, lines, names=names, mode=mode)


def _tiles(chart: Chart, mode: Mode, language: Language) -> Figure:
    (series,) = chart.series
    rows, columns = zip(*chart.places, strict=True)
    return tile_grid_chart(
        rows, columns, [plain(name) for name in chart.categories], series.values, _texts(series, language, is_short=True), chart.codes, mode=mode,
        chosen=_chosen(chart),
    )


def _with_shares(figure: Figure, chart: Chart) -> Figure:
    """Marks of the axis in per cent where the chart shows shares: an axis of counts has whole numbers only."""
    if metrics.metric(chart.metric).kind != "share":
        return figure
    top = figure["layout"]["yaxis"]["range"][1]
    step = next(step for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.25) if top <= step * 6 or step == 0.25)
    ticks = [round(step * number, 2) for number in range(int(top / step) + 1)]
    figure["layout"]["yaxis"] |= {"tickvals": ticks, "ticktext": [formatting.share(tick, 0) for tick in ticks]}
    return figure


DRAWN: dict[str, Callable[[Chart, Mode, Language], Figure]] = {"bars": _bars, "stems": _stems, "pairs": _pairs, "tile_grid": _tiles}
