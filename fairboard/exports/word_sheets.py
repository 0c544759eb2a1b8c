"""Sheets of words: what a workbook is about, its definitions, sources and SQL; and names that a spreadsheet takes for sheets."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from xlsxwriter.workbook import Workbook

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.exports.cells import is_formula_like, printable
from fairboard.exports.workbook import LONGEST_CELL, text_width
from fairboard.locale import Language, translate

LONGEST_NAME = 31
WRAPPED_AT = 58
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}


def sheet_names(titles: Iterable[str]) -> Iterator[str]:
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


def origins(filters: Filters, version: Path, language: Language) -> list[tuple[str, ...]]:
    """The files and texts that the selected fairs come from."""
    found = runner.run("records/sources", filters, version).rows()
    rows = [tuple(str(row[name]) for name in ("title", "detail", "producer", "published_on", "url") if row[name] is not None) for row in found]
    return rows or [(translate("No file: the records are the synthetic sample, or there are none.", language),)]


class WordSheets:
    """Writes texts as texts, whatever they begin with."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True, "font_size": 12})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.cell = book.add_format({"text_wrap": True, "valign": "top"})
        self.quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.code = book.add_format({"font_name": "Consolas", "font_size": 9})

    def statements(self, name: str, pairs: Iterable[tuple[str, str]]) -> None:
        """A sheet of questions, each with its statement, once where it comes again."""
        sheet = self.sheet(name)
        sheet.set_column(0, 0, 140)
        line, seen = 0, set()
        for question, statement in pairs:
            if statement in seen:
                continue
            seen.add(statement)
            self.text(sheet, line, 0, question, self.bold)
            for row in statement.splitlines():
                line += 1
                self.text(sheet, line, 0, row, self.code)
            line += 2

    def sheet(self, name: str) -> Any:
        """A new sheet, to be printed on pages one wide."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def block(self, sheet: Any, line: int, title: str, rows: list[tuple[str, ...]]) -> int:
        """A title and rows of texts from ``line`` on; gives the line after them."""
        self.text(sheet, line, 0, title, self.bold)
        return self.rows(sheet, line + 1, rows)

    def rows(self, sheet: Any, line: int, rows: list[tuple[str, ...]]) -> int:
        """Rows of texts from ``line`` on; gives the line after them."""
        for row in rows:
            for position, text in enumerate(row):
                self.text(sheet, line, position, text)
            self.height(sheet, line, row)
            line += 1
        return line

    def height(self, sheet: Any, line: int, texts: tuple[str, ...]) -> None:
        """Room for the longest text: not every program makes a row higher by itself."""
        lines = max((-(-text_width(text) // WRAPPED_AT) for text in texts), default=1)
        if lines > 1:
            sheet.set_row(line, 15 * lines)

    def text(self, sheet: Any, line: int, position: int, text: str, form: Any = None) -> None:
        """A text as a text, whatever it begins with."""
        text = printable(text)
        sheet.write_string(line, position, text[:LONGEST_CELL], form or (self.quoted if is_formula_like(text) else self.cell))


