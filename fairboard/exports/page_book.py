"""A page as one workbook: what it is about, its tiles, and a sheet for each panel with its numbers and a chart of the spreadsheet's own."""

import io
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook

from fairboard.analysis import metrics, runner
from fairboard.analysis.filled_sql import filled
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.exports import page_sheets
from fairboard.exports.cells import is_formula_like
from fairboard.exports.workbook import LONGEST_CELL, text_width
from fairboard.locale import Language, translate

LONGEST_NAME = 31
WRAPPED_AT = 58
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}


@dataclass(frozen=True)
class PageTile:
    """A headline figure: as it is written, and as a number with its way of writing where it is one."""

    metric: str
    label: str
    text: str
    value: float | None
    number_format: str
    unit: str
    definition: str
    note: str
    change: str


@dataclass(frozen=True)
class PagePanel:
    """A block of the page; ``figure`` is in the colours of the light palette, ``value`` the column that its marks show."""

    title: str
    subtitle: str
    ignored: str
    answer: Answer
    hidden: tuple[str, ...]
    figure: dict[str, Any] | None
    code_column: str | None
    value: str


@dataclass(frozen=True)
class PageBook:
    """Everything that the workbook of a page needs."""

    title: str
    question: str
    sentence: str
    record_kinds: str
    has_synthetic: bool
    link: str
    version: Path
    filters: Filters
    language: Language
    tiles: list[PageTile] = field(default_factory=list)
    tiles_note: str = ""
    panels: list[PagePanel] = field(default_factory=list)

    def say(self, text: str, **params: Any) -> str:
        """``text`` in the language of the workbook."""
        return translate(text, self.language, **params)


def write_page(page: PageBook) -> bytes:
    """The workbook as bytes."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": page.title, "comments": f"Fairboard {page.version.stem}; {page.record_kinds}"})
        names = sheet_names([page.say("About"), *([page.say("Tiles")] if page.tiles else []), *(panel.title for panel in page.panels), "SQL"])
        write = Writer(book, page)
        write.about(next(names))
        if page.tiles:
            write.tiles(next(names))
        for panel in page.panels:
            page_sheets.write_panel(book, next(names), page, panel)
        write.sql(next(names))
    return target.getvalue()


def sheet_names(titles: list[str]) -> Any:
    """A valid name for each title in turn: no sign that Excel refuses, at most 31 letters, none twice."""
    taken: set[str] = {"history"}
    for title in titles:
        name = " ".join(FORBIDDEN.sub(" ", title).split()).strip("'") or "-"
        short, number = cut(name, LONGEST_NAME), 1
        while short.lower() in taken:
            number += 1
            short = f"{cut(name, LONGEST_NAME - len(str(number)) - 1)} {number}"
        taken.add(short.lower())
        yield short


def cut(name: str, most: int) -> str:
    """``name`` in at most ``most`` letters, with an ellipsis where something is left out."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…".strip("'")


class Writer:
    """The sheets that are not of one panel."""

    def __init__(self, book: Workbook, page: PageBook) -> None:
        self.book, self.page = book, page
        self.bold = book.add_format({"bold": True, "font_size": 12})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.cell = book.add_format({"text_wrap": True, "valign": "top"})
        self.quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.code = book.add_format({"font_name": "Consolas", "font_size": 9})

    def about(self, name: str) -> None:
        """Question, selection, version, definitions and sources."""
        page, sheet = self.page, self._sheet(name)
        for position, width in enumerate((26, 60, 16, 18, 60)):
            sheet.set_column(position, position, width)
        pairs = [
            ("Question", page.question), ("Selection", page.sentence), ("Record kind", page.record_kinds),
            ("Note", page.say("Contains synthetic records: made up, not real.") if page.has_synthetic else ""),
            ("Version", page.version.stem), ("Exported on", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")), ("Link to this view", page.link),
        ]  # fmt: skip
        self._text(sheet, 0, 0, page.title, self.bold)
        line = self._rows(sheet, 1, [(page.say(label), text) for label, text in pairs if text])
        line = self._block(sheet, line + 1, page.say("Definitions"), self._definitions())
        self._block(sheet, line + 1, page.say("Sources"), self._origins())

    def tiles(self, name: str) -> None:
        """The headline figures, as numbers where they are."""
        page, sheet = self.page, self._sheet(name)
        for position, width in enumerate((32, 16, 14, 40, 26, 60)):
            sheet.set_column(position, position, width)
        for position, label in enumerate(("Figure", "Value", "Unit", "Remark", "Change", "Definition")):
            self._text(sheet, 0, position, page.say(label), self.head)
        for line, tile in enumerate(page.tiles, 1):
            self._text(sheet, line, 0, tile.label)
            if tile.value is None:
                self._text(sheet, line, 1, tile.text)
            else:
                sheet.write_number(line, 1, tile.value, self.book.add_format({"num_format": tile.number_format, "bold": True, "valign": "top"}))
            self._height(sheet, line, (tile.definition, tile.note + " " * 20))
            for position, text in enumerate((tile.unit, tile.note, tile.change, tile.definition), 2):
                self._text(sheet, line, position, text)
        self._text(sheet, len(page.tiles) + 2, 0, page.tiles_note)
        sheet.freeze_panes(1, 0)

    def sql(self, name: str) -> None:
        """The question of each panel with its parameters filled in, once where several panels share it."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, 140)
        line, seen = 0, set()
        for panel in self.page.panels:
            statement = filled(panel.answer.query.sql, panel.answer.parameters)
            if statement in seen:
                continue
            seen.add(statement)
            self._text(sheet, line, 0, self.page.say(panel.answer.query.question), self.bold)
            for row in statement.splitlines():
                line += 1
                self._text(sheet, line, 0, row, self.code)
            line += 2

    def _definitions(self) -> list[tuple[str, ...]]:
        """Every metric that the page shows: name, definition with caveat, unit, counting basis, id."""
        names = [tile.metric for tile in self.page.tiles] + [item.name for panel in self.page.panels for item in panel.answer.query.columns]
        say = self.page.say
        rows = [(say("Metric"), say("Definition"), say("Unit"), say("Counting basis"), say("Name in the SQL"))]
        for name in dict.fromkeys(name for name in names if name in metrics.REGISTRY):
            metric = metrics.REGISTRY[name]
            definition = " ".join(say(text) for text in (metric.definition, metric.caveat) if text)
            rows.append((say(metric.label), definition, say(metric.unit), say(metric.basis), name))
        return rows

    def _origins(self) -> list[tuple[str, ...]]:
        """The files and texts that the selected fairs come from."""
        found = runner.run("records/sources", self.page.filters, self.page.version).rows()
        rows = [tuple(str(row[name]) for name in ("title", "detail", "producer", "published_on", "url") if row[name] is not None) for row in found]
        return rows or [(self.page.say("No file: the records are the synthetic sample, or there are none."),)]

    def _sheet(self, name: str) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def _block(self, sheet: Any, line: int, title: str, rows: list[tuple[str, ...]]) -> int:
        self._text(sheet, line, 0, title, self.bold)
        return self._rows(sheet, line + 1, rows)

    def _rows(self, sheet: Any, line: int, rows: list[tuple[str, ...]]) -> int:
        for row in rows:
            for position, text in enumerate(row):
                self._text(sheet, line, position, text)
            self._height(sheet, line, row)
            line += 1
        return line

    def _height(self, sheet: Any, line: int, texts: tuple[str, ...]) -> None:
        """Room for the longest text: not every program makes a row higher by itself."""
        lines = max((-(-text_width(text) // WRAPPED_AT) for text in texts), default=1)
        if lines > 1:
            sheet.set_row(line, 15 * lines)

    def _text(self, sheet: Any, line: int, position: int, text: str, form: Any = None) -> None:
        """A text as a text, whatever it begins with."""
        sheet.write_string(line, position, text[:LONGEST_CELL], form or (self.quoted if is_formula_like(text) else self.cell))


