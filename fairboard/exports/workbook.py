"""An export as an Excel workbook: the rows on the first sheet, what they mean on the second."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from fairboard.analysis import runner
from fairboard.errors import RequestError
from fairboard.exports import about, rows
from fairboard.exports.cells import is_formula_like
from fairboard.exports.manifest import Manifest, manifest_of, with_manifest
from fairboard.exports.request import OWN, RECORDS_QUERY, Export
from fairboard.exports.rows import FileColumn
from fairboard.exports.stated import facts_of_rows, own_of
from fairboard.locale import translate

LONGEST_CELL = 32_767
LARGEST_CARRIER = 8_000_000
"""Bytes of a workbook up to which it gets a manifest: for that it is written once more, in memory."""
NARROWEST, WIDEST = 9, 48
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}


def write_workbook(export: Export, path: Path, report: Callable[[int], None]) -> int:
    """Write the workbook row after row; raises RequestError where a sheet cannot hold the rows."""
    expected = rows.expected_rows(export)
    if expected is not None and expected > rows.MOST_SHEET_ROWS:
        raise too_many(expected)
    with xlsxwriter.Workbook(path, OPTIONS | {"tmpdir": str(path.parent)}) as book:
        book.set_properties({"title": export.query.question, "comments": f"Fairboard {export.version.stem}; {export.record_kinds_text}"})
        sheet = book.add_worksheet(translate("Data", export.language))
        described = book.add_worksheet(translate("About", export.language))
        row_count = _write_rows(export, book, sheet, report)
        _write_description(export, book, described, row_count)
    if path.stat().st_size <= LARGEST_CARRIER:
        path.write_bytes(with_manifest(path.read_bytes(), "xlsx", manifest_for(export)))
    return row_count


def manifest_for(export: Export) -> Manifest:
    """What the workbook says about itself: the numbers of its rows, or of single postings how many there are."""
    if export.query.name == RECORDS_QUERY:
        answer = runner.run("records/count", export.filters, export.version, search=export.parameters.get("search"))
    else:
        answer = runner.run(export.query.name, export.filters, export.version, **export.parameters)
    address = export.filters.to_url() | {f"{OWN}{name}": text for name, text in own_of(export.query, export.parameters).items()}
    title = translate(export.query.question, export.language)
    return manifest_of(title, address, export.language, export.version, facts_of_rows("row", answer), "answer")


def too_many(row_count: int) -> RequestError:
    """What to say about more rows than a sheet holds."""
    return RequestError(
        "{count} rows do not fit into an Excel sheet, which holds {most}. Narrow the selection, or take CSV or Parquet.",
        count=f"{row_count:,}", most=f"{rows.MOST_SHEET_ROWS:,}",
    )


def _write_rows(export: Export, book: Workbook, sheet: Worksheet, report: Callable[[int], None]) -> int:
    columns = rows.file_columns(export)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = [book.add_format({"num_format": number_format(column)}) for column in columns]
    quoted = book.add_format({"quote_prefix": True})
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column.heading, head)
    row_count = 0
    for batch in rows.batches(export):
        values = [batch.column(column.item.name).to_pylist() for column in columns]
        if row_count == 0:
            set_widths(sheet, columns, values)
        if row_count + batch.num_rows > rows.MOST_SHEET_ROWS:
            raise too_many(row_count + batch.num_rows)
        for row in zip(*values, strict=True):
            row_count += 1
            for position, value in enumerate(row):
                write_cell(sheet, row_count, position, value, formats[position], quoted)
        report(batch.num_rows)
    sheet.autofilter(0, 0, max(row_count, 1), len(columns) - 1)
    return row_count


def write_cell(sheet: Worksheet, row: int, position: int, value: Any, form: Any, quoted: Any) -> None:
    """Numbers as numbers, days as days, text as text whatever it begins with, nothing as an empty cell."""
    if value is None or value != value:
        return
    if isinstance(value, str):
        text = value[:LONGEST_CELL]
        sheet.write_string(row, position, text, quoted if is_formula_like(text) else None)
    elif isinstance(value, bool):
        sheet.write_boolean(row, position, value)
    elif isinstance(value, datetime | date):
        sheet.write_datetime(row, position, value, form)
    else:
        sheet.write_number(row, position, value, form)


def number_format(column: FileColumn) -> str:
    """How Excel writes the values of a column."""
    if column.item.type in ("date", "timestamp"):
        return "yyyy-mm-dd"
    if column.column.is_share:
        return "0.0%"
    if column.item.name.endswith(("_id", "_code", "source_row", "slot_minute")):
        return "0"
    return "#,##0.00" if column.item.type == "double" else "#,##0"


def set_widths(sheet: Worksheet, columns: list[FileColumn], values: list[list[Any]]) -> None:
    """Make each column as wide as its first texts need, within bounds."""
    for position, column in enumerate(columns):
        texts = [column.heading, *(str(value) for value in values[position][:200] if value is not None)]
        sheet.set_column(position, position, min(max(NARROWEST, *(text_width(text) + 2 for text in texts)), WIDEST))


def text_width(text: str) -> int:
    """Columns of a spreadsheet that a text takes: a Chinese character is as wide as two letters."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)


def _write_description(export: Export, book: Workbook, sheet: Worksheet, row_count: int) -> None:
    title = book.add_format({"bold": True, "font_size": 12})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    code = book.add_format({"font_name": "Consolas"})
    for position, width in enumerate((28, 44, 18, 60, 60)):
        sheet.set_column(position, position, width)
    line = 0
    for section in about.sections(export, row_count):
        sheet.write_string(line, 0, section.title, title)
        for texts in section.rows:
            line += 1
            for position, text in enumerate(texts):
                sheet.write_string(line, position, text[:LONGEST_CELL], code if section.title == "SQL" else cell)
        line += 2
