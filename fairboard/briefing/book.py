"""A briefing as a workbook: what it is about, a sheet for each slide with its numbers and a chart to work on, and the SQL."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import xlsxwriter
from xlsxwriter.workbook import Workbook

from fairboard.analysis import metrics
from fairboard.briefing.hues import mark_colour
from fairboard.briefing.identity import manifest_for
from fairboard.briefing.model import Briefing, Chart, Definition, Fact, Slide, plain
from fairboard.exports import page_charts
from fairboard.exports.cells import is_formula_like, printable
from fairboard.exports.manifest import Manifest, with_manifest
from fairboard.exports.page_sheets import CHART_LINE, CHART_LINES, draw_chart
from fairboard.exports.word_sheets import OPTIONS, WordSheets, cut, origins, sheet_names
from fairboard.exports.workbook import NARROWEST, text_width
from fairboard.locale import translate

KINDS: dict[str, page_charts.Kind] = {"bars": "bar", "columns": "column", "stems": "column", "pairs": "bar"}
LONGEST_FOOT = 100
WIDEST_WORDS = 66
SENTENCE_COLUMNS, SENTENCE_WIDTH = 8, 80


def write_book(briefings: Sequence[Briefing]) -> bytes:
    """The workbook of one briefing, or of the same storyboard in two languages, whose sheets follow one another."""
    manifest, target = manifest_for(briefings), io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        first = briefings[0]
        book.set_properties({"title": printable(first.title), "comments": f"Fairboard {first.version_id}; {first.record_kinds}"})
        titles = [title for briefing in briefings for title in (translate("About", briefing.language), *(slide.title for slide in shown(briefing)))]
        names = sheet_names([*titles, "SQL"])
        for briefing in briefings:
            write = _Writer(book, briefing, manifest)
            write.about(next(names))
            for slide in shown(briefing):
                write.slide(next(names), slide)
        write.statements(next(names), [pair for briefing in briefings for slide in briefing.slides for pair in slide.sql])
    return with_manifest(target.getvalue(), "xlsx", manifest)


def shown(briefing: Briefing) -> list[Slide]:
    """The slides that get a sheet: all but the cover."""
    return [slide for slide in briefing.slides if slide.kind != "title"]


def number_format(metric_id: str) -> str:
    """How a spreadsheet writes the values of a metric."""
    metric = metrics.metric(metric_id)
    decimals = f".{'0' * metric.decimals}" if metric.decimals else ""
    return f"0{decimals}%" if metric.kind == "share" else f"#,##0{decimals}"


def chart_of(chart: Chart) -> page_charts.Chart | None:
    """The chart of a slide as a spreadsheet draws it; the tile grid becomes bars, with its tiles as cells."""
    if chart.kind == "tile_grid":
        (series,) = chart.series
        places = [(name, value, *place) for name, value, place in zip(chart.categories, series.values, chart.places, strict=True)]
        return page_charts.of_map(page_charts.Names(lambda _: None, lambda _: None, places, series.name))
    names = [day.isoformat() for day in chart.days] or list(chart.categories)
    found = [
        page_charts.Series(series.name, list(series.values), [mark_colour(chart, series, place) for place in range(len(names))]) for series in chart.series
    ]
    return page_charts.Chart(KINDS[chart.kind], names, found)


class _Writer(WordSheets):
    """The sheets of one briefing."""

    def __init__(self, book: Workbook, briefing: Briefing, manifest: Manifest) -> None:
        super().__init__(book)
        self.briefing, self.manifest = briefing, manifest
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.plain, self.quoted_line = book.add_format({"valign": "top"}), book.add_format({"valign": "top", "quote_prefix": True})
        self.muted = book.add_format({"font_color": "#5a6778"})
        self.warning = book.add_format({"font_color": "#c2570c"})
        self.numbers: dict[str, Any] = {}

    def say(self, text: str) -> str:
        """``text`` in the language of the briefing."""
        return translate(text, self.briefing.language)

    def about(self, name: str) -> None:
        """Selection, version, the file's id, definitions and sources."""
        briefing, sheet = self.briefing, self._page(name)
        for position, width in enumerate((30, 62, 20, 40, 60)):
            sheet.set_column(position, position, width)
        link = f"/briefing?{urlencode(briefing.address | {'lang': briefing.language, 'v': briefing.version_id})}"
        pairs = [
            ("Selection", briefing.sentence), ("Record kind", briefing.record_kinds),
            ("Note", self.say("Contains synthetic records: made up, not real.") if briefing.has_synthetic else ""),
            ("Version", briefing.version_id), ("Id of this file", self.manifest.manifest_id),
            ("Exported on", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")), ("Link to this view", link),
        ]  # fmt: skip
        self.text(sheet, 0, 0, briefing.title, self.title)
        line = self.rows(sheet, 1, [(self.say(label), text) for label, text in pairs if text])
        line = self._slides(sheet, line + 1)
        line = self.block(sheet, line + 1, self.say("Definitions"), self._definitions())
        self.block(sheet, line + 1, self.say("Sources"), origins(briefing.filters, briefing.version, briefing.language))

    def _slides(self, sheet: Any, line: int) -> int:
        """The title and finding of every slide, as a table of contents."""
        rows = [(slide.title, plain(slide.finding) or slide.empty_reason) for slide in shown(self.briefing)]
        return self.block(sheet, line, self.say("Slides"), rows)

    def _definitions(self) -> list[tuple[str, ...]]:
        held: dict[Definition, None] = dict.fromkeys(definition for slide in self.briefing.slides for definition in slide.definitions)
        return [(self.say("Metric"), self.say("Definition"), self.say("Unit")), *((item.label, item.text, item.unit) for item in held)]

    def slide(self, name: str, slide: Slide) -> None:
        """Title, finding and basis; the chart; the headline figures, the points and the table; to the right the numbers of the chart."""
        sheet = self._page(name)
        self._line(sheet, 0, slide.title, self.title)
        self._line(sheet, 1, plain(slide.finding) or slide.empty_reason, None)
        self._line(sheet, 2, " · ".join(text for text in (slide.basis, slide.caveat) if text), self.warning if slide.caveat else self.muted)
        chart = chart_of(slide.chart) if slide.chart else None
        first = line = CHART_LINE + (CHART_LINES if chart else 0)
        width = 2
        if slide.tiles:
            line, width = self._tiles(sheet, line, slide), 4
        for point in slide.points:
            self._sentence(sheet, line, plain(point))
            line += 1
        if slide.table:
            line = line + 1 if line > first else line
            self._table(sheet, line, slide)
            width = max(width, len(slide.table.columns))
        if slide.note:
            rows = len(slide.table.rows) + 2 if slide.table else 1
            self._line(sheet, line + rows, ": ".join((self.say("Speaker's note"), slide.note)), self.muted)
        self._widths(sheet, slide, width)
        if chart and slide.chart:
            draw_chart(self.book, sheet, name, (first, width + 1), slide.title, chart, number_format(slide.chart.metric), self.briefing.language)

    def _tiles(self, sheet: Any, line: int, slide: Slide) -> int:
        for position, label in enumerate(("Figure", "Value", "Unit", "Remark")):
            self.text(sheet, line, position, self.say(label), self.head)
        for tile in slide.tiles:
            line += 1
            self.text(sheet, line, 0, tile.label)
            self._fact(sheet, line, 1, tile.fact)
            self.text(sheet, line, 2, tile.unit)
            self.text(sheet, line, 3, tile.remark)
        return line + 1

    def _table(self, sheet: Any, line: int, slide: Slide) -> None:
        table = slide.table
        for position, column in enumerate(table.columns):
            self.text(sheet, line, position, column.label, self.head)
        sheet.set_row(line, 32)
        for number, row in enumerate(table.rows, line + 1):
            for position, cell in enumerate(row):
                if isinstance(cell, Fact):
                    self._fact(sheet, number, position, cell)
                else:
                    self.text(sheet, number, position, cell, self.quoted_line if is_formula_like(cell) else self.plain)
        sheet.autofilter(line, 0, line + max(len(table.rows), 1), max(len(table.columns) - 1, 0))

    def _fact(self, sheet: Any, line: int, position: int, fact: Fact) -> None:
        """A number as a number; nothing where it is not known."""
        form = number_format(fact.metric)
        if form not in self.numbers:
            self.numbers[form] = self.book.add_format({"num_format": form, "valign": "top"})
        if fact.is_known:
            sheet.write_number(line, position, fact.value, self.numbers[form])

    def _widths(self, sheet: Any, slide: Slide, width: int) -> None:
        texts: list[list[str]] = [[] for _ in range(width)]
        if slide.table:
            for row in [[column.label for column in slide.table.columns], *slide.table.texts(self.briefing.language)]:
                for held, cell in zip(texts, row, strict=False):
                    held.append(cell)
        for tile in slide.tiles:
            for held, cell in zip(texts, (tile.label, tile.text, tile.unit, tile.remark), strict=False):
                held.append(cell)
        for position, held in enumerate(texts):
            sheet.set_column(position, position, min(max([NARROWEST, *(text_width(text) + 3 for text in held)]), WIDEST_WORDS))

    def _line(self, sheet: Any, line: int, text: str, form: Any) -> None:
        """A text that runs over the cells to its right."""
        self.text(sheet, line, 0, text, form or self.plain)

    def _sentence(self, sheet: Any, line: int, text: str) -> None:
        """A text over several columns, in as many lines as it needs."""
        sheet.merge_range(line, 0, line, SENTENCE_COLUMNS - 1, "", self.cell)
        self.text(sheet, line, 0, text)
        sheet.set_row(line, 15 * -(-text_width(text) // SENTENCE_WIDTH))

    def _page(self, name: str) -> Any:
        """A sheet with selection, version and the file's id at the foot of its print."""
        sheet = self.sheet(name)
        left = cut(f"{self.briefing.version_id} · {self.briefing.record_kinds}", LONGEST_FOOT)
        sheet.set_footer(f"&L{_escaped(left)}&R{self.manifest.manifest_id} · &P/&N")
        return sheet


def _escaped(text: str) -> str:
    """A text of a footer, in which an ampersand begins a code."""
    return printable(" ".join(text.split())).replace("&", "&&")
