"""Tables in a page: many systems save an HTML page under the name of an Excel file. Text only; nothing in it is run or fetched."""

import re
from html.parser import HTMLParser
from pathlib import Path

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.frames import grid_of
from fairboard.importing.reading.grids import Grid
from fairboard.importing.reading.limits import check_markup_size
from fairboard.importing.reading.placed_rows import PlacedRows

PORTION_CHARACTERS = 100_000
LONGEST_TAG = 500_000
"""Of text that makes no whole tag yet: it is looked through again for each portion."""
DEEPEST_TABLE = 50
SKIPPED = {"script", "style", "title", "template", "noscript"}
BREAKS = {"br", "p", "div", "li"}
BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")


def read_html(path: Path, name: str, encoding: str) -> tuple[Grid, ...]:
    """One grid for each table that has rows of its own."""
    check_markup_size(name, path.stat().st_size)
    parser = TableParser(name)
    with path.open(encoding=encoding, errors="strict") as file:
        try:
            while portion := file.read(PORTION_CHARACTERS):
                parser.feed(portion)
                if len(parser.rawdata) > LONGEST_TAG:
                    raise AssertionError("endless tag")
            parser.close()
        except (AssertionError, RecursionError) as error:
            raise InputFileError("{name} is a page that is damaged ({reason}). Save it as XLSX.", name=name, reason=error) from error
    tables = [table for table in parser.finished if any(any(row) for row in table.rows)]
    stem = Path(name).stem
    return tuple(
        grid_of(name, stem if len(tables) == 1 else f"{stem} {number}", table.rows, merged=table.within_rows())
        for number, table in enumerate(tables, start=1)
    )


class TableParser(HTMLParser):
    """Collects the tables of a page; a table within a cell is one of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.open_tables: list[PlacedRows] = []
        self.finished: list[PlacedRows] = []
        self.cells: list[OpenCell | None] = []
        self.skipped_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag begins."""
        if tag in SKIPPED:
            self.skipped_depth += 1
        elif tag == "table":
            if len(self.open_tables) >= DEEPEST_TABLE:
                raise AssertionError(f"> {DEEPEST_TABLE} <table>")
            self.open_tables.append(PlacedRows(self.name))
            self.cells.append(None)
            if len(self.finished) + len(self.open_tables) > limits.LARGEST_SHEET_COUNT:
                raise AssertionError(f"> {limits.LARGEST_SHEET_COUNT:,} <table>")
        elif self.open_tables and tag == "tr":
            self.end_cell()
            self.open_tables[-1].begin_row()
        elif self.open_tables and tag in ("td", "th"):
            self.end_cell()
            spans = dict(attrs)
            self.cells[-1] = OpenCell(span(spans.get("colspan")), span(spans.get("rowspan")))
        elif tag in BREAKS and self.cells and self.cells[-1]:
            self.cells[-1].parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what the tag ends."""
        if tag in SKIPPED:
            self.skipped_depth = max(self.skipped_depth - 1, 0)
        elif self.open_tables and tag in ("td", "th", "tr"):
            self.end_cell()
        elif self.open_tables and tag == "table":
            self.end_table()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell."""
        if self.cells and self.cells[-1] and not self.skipped_depth:
            self.cells[-1].add(self.name, data)

    def unknown_decl(self, data: str) -> None:
        """Pass over the conditional sections that Office writes."""

    def close(self) -> None:
        """End every table that is still open."""
        super().close()
        while self.open_tables:
            self.end_table()

    def end_cell(self) -> None:
        """Put the open cell into its table."""
        if cell := self.cells[-1]:
            self.open_tables[-1].put(cell.text(), column_span=cell.column_span, row_span=cell.row_span)
            self.cells[-1] = None

    def end_table(self) -> None:
        """Put the innermost table to the finished ones."""
        self.end_cell()
        self.finished.append(self.open_tables.pop())
        self.cells.pop()


class OpenCell:
    """A cell whose end has not come yet."""

    def __init__(self, column_span: int, row_span: int) -> None:
        self.column_span, self.row_span = column_span, row_span
        self.parts: list[str] = []
        self.size = 0

    def add(self, name: str, text: str) -> None:
        """Add some text. Raises beyond the limit of a cell."""
        self.parts.append(BLANKS.sub(" ", text))
        self.size += len(text)
        if self.size > 2 * limits.LARGEST_CELL_CHARACTERS:
            raise limits.too_large(name, f"> {self.size:,}")

    def text(self) -> str:
        """The text of the cell; blanks are as wide as one, lines end where the page breaks them."""
        lines = [BLANKS.sub(" ", line).strip() for line in "".join(self.parts).split("\n")]
        return "\n".join(line for line in lines if line)


def span(text: str | None) -> int:
    """How many columns or rows a cell covers; 1 where that is no sensible number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
