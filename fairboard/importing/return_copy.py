"""A return file for what is no XLSX, or too large to be opened whole: the rows as they were read, marked, in a new workbook."""

import io
from collections.abc import Sequence

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook, Worksheet

from fairboard.importing.findings import Finding
from fairboard.importing.reading import Grid, SourceFile
from fairboard.importing.return_summary import (
    AUTHOR,
    COLUMN_WIDTHS,
    FILLS,
    INK,
    MOST_COMMENTS,
    ROWS_ONLY,
    WHOLE_COPY,
    SummaryCell,
    by_place,
    cell_place,
    comment_text,
    marks_of_row,
    summary_rows,
    unique_title,
)  # fmt: skip
from fairboard.importing.templates import CHECK_RESULTS
from fairboard.locale import Language, translate

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST_CELL = 32_767
MOST_ROWS = 1_000_000
SEARCHED_ROW_COUNT = 40
Place = tuple[str, int, int]
"""Title of a sheet, row and column from 0."""


def write_copy(
    source: SourceFile, findings: Sequence[Finding], summary: Sequence[tuple[str, str]], language: Language, *, is_whole: bool
) -> bytes:
    """A workbook of texts: every row, or, where not ``is_whole``, those with findings beside their row numbers."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        first = book.add_worksheet(translate(CHECK_RESULTS, language))
        formats = formats_of(book)
        places: dict[tuple[str, int], tuple[str, int, int]] = {}
        found = by_place(findings)
        remaining = MOST_COMMENTS
        for grid in source.grids if is_whole else [grid for grid in source.grids if grid.sheet in found]:
            title = unique_title(grid.sheet, [sheet.get_name() for sheet in book.worksheets()])
            remaining -= write_sheet(
                book.add_worksheet(title), grid, found.get(grid.sheet, {}), formats, language, places, is_whole=is_whole, comments=remaining
            )

        def link(finding: Finding) -> tuple[str, str | None]:
            own = xl_rowcol_to_cell(finding.row - 1, finding.column or 0)
            if (finding.sheet, finding.row) not in places:
                return own, None
            title, row, shift = places[finding.sheet, finding.row]
            return own, cell_place(title, xl_rowcol_to_cell(row, (finding.column or 0) + shift))

        rows = summary_rows(source.name, findings, summary, language, link, (WHOLE_COPY if is_whole else ROWS_ONLY,))
        write_summary(first, list(rows), formats)
    return target.getvalue()


def formats_of(book: Workbook) -> dict[str, Format]:
    """The looks of cells, by style."""
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "valign": "top"}),
        "text": book.add_format({"valign": "top"}),
        "file_text": book.add_format({"valign": "top", "quote_prefix": True}),
        "link": book.add_format({"font_color": "#0B5394", "underline": 1, "valign": "top"}),
        "row_number": book.add_format({"font_color": "#5F6B7A", "valign": "top"}),
    }
    marks = {name: book.add_format({"bg_color": f"#{fill}", "font_color": f"#{INK}", "quote_prefix": True}) for name, fill in FILLS.items()}
    return formats | marks


def write_sheet(
    sheet: Worksheet, grid: Grid, rows: dict[int, dict[int | None, list[Finding]]], formats: dict[str, Format], language: Language,
    places: dict[tuple[str, int], tuple[str, int, int]], *, is_whole: bool, comments: int,
) -> int:  # fmt: skip
    """Write one sheet and note in ``places`` where each row with findings stands; returns how many comments were written."""
    width, written = grid.cells.shape[1], 0
    shift = 0 if is_whole else 1
    kept = range(len(grid.cells)) if is_whole else [row - 1 for row in sorted(rows) if row <= len(grid.cells)]
    target = 0
    if not is_whole:
        target = write_header(sheet, grid, rows, formats, language)
    for index in list(kept)[:MOST_ROWS]:
        columns = rows.get(index + 1, {})
        marks = marks_of_row(columns, width)
        if not is_whole:
            sheet.write_number(target, 0, index + 1, formats["row_number"])
        for column in range(max(width, max(marks, default=-1) + 1)):
            text = grid.cells.iat[index, column] if column < width else ""
            form = formats[marks[column]] if column in marks else formats["file_text"]
            if text:
                sheet.write_string(target, column + shift, text[:LONGEST_CELL], form)
            elif column in marks:
                sheet.write_blank(target, column + shift, None, form)
        for column, found in comments_of(columns).items():
            if written < comments:
                sheet.write_comment(target, column + shift, comment_text(found, language), {"author": AUTHOR, "x_scale": 2})
                written += 1
        if columns:
            places[grid.sheet, index + 1] = (sheet.get_name(), target, shift)
        target += 1
    sheet.set_column(0, width + shift, 16)
    return written


def comments_of(columns: dict[int | None, list[Finding]]) -> dict[int, list[Finding]]:
    """Column → what its comment says; what concerns the whole row stands at its first cell."""
    comments: dict[int, list[Finding]] = {}
    for column, found in columns.items():
        comments.setdefault(column or 0, []).extend(found)
    return comments


def write_header(
    sheet: Worksheet, grid: Grid, rows: dict[int, dict[int | None, list[Finding]]], formats: dict[str, Format], language: Language
) -> int:
    """The sender's own header over the rows, where it can be found by the headings of the findings; returns the next row."""
    sheet.write_string(0, 0, translate("Row in your file", language), formats["head"])
    index = header_index(grid.cells, [finding for columns in rows.values() for found in columns.values() for finding in found])
    for column in range(grid.cells.shape[1]) if index is not None else ():
        sheet.write_string(0, column + 1, grid.cells.iat[index, column][:LONGEST_CELL], formats["head"])
    sheet.freeze_panes(1, 1)
    return 1


def header_index(cells: pd.DataFrame, findings: Sequence[Finding]) -> int | None:
    """The row, from 0, in which the heading of a finding stands over its column."""
    headings = {(finding.column, finding.heading) for finding in findings if finding.column is not None and finding.heading}
    for index in range(min(len(cells), SEARCHED_ROW_COUNT)):
        if any(column < cells.shape[1] and " ".join(cells.iat[index, column].split()) == heading for column, heading in headings):
            return index
    return None


def write_summary(sheet: Worksheet, rows: list[list[SummaryCell]], formats: dict[str, Format]) -> None:
    """Write the sheet of check results."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(COLUMN_WIDTHS):
        sheet.set_column(column, column, width)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell.link:
                sheet.write_url(row, column, f"internal:{cell.link}", formats["link"], cell.text)
            else:
                sheet.write_string(row, column, cell.text[:LONGEST_CELL], formats[cell.style])
    sheet.activate()
