"""A return file made of the sender's own XLSX: cells are coloured and commented, everything else stays as it is."""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from copy import copy
from pathlib import Path

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fairboard.importing.findings import Finding, gravest
from fairboard.importing.return_extensions import find_lists, put_lists
from fairboard.importing.return_summary import (
    AUTHOR,
    COLUMN_WIDTHS,
    FILLS,
    INK,
    MOST_COMMENTS,
    SummaryCell,
    by_place,
    cell_place,
    comment_text,
    marks_of_row,
    summary_rows,
    unique_title,
)  # fmt: skip
from fairboard.importing.templates import CHECK_RESULTS
from fairboard.locale import LANGUAGES, Language, translate

CODE_NAME = "FairboardCheckResults"
"""Tells our own sheet, when a return file comes in again, from one of the sender's with the same name."""
SEPARATOR = "\n———\n"
LEAST_CONTRAST = 4.5
WIDEST_MARK = 200
LOST_PARTS = re.compile(r"xl/(media|charts|drawings/drawing|ctrlProps|slicers|embeddings)")
LOST = (
    "Pictures, charts, buttons and some conditional formats of your file could not be taken over into this copy; nothing else was changed."
)


class NotOpenableError(Exception):
    """The file is no XLSX that openpyxl can open safely."""


def mark_workbook(path: Path, findings: Sequence[Finding], summary: Sequence[tuple[str, str]], language: Language) -> bytes:
    """The bytes of the sender's workbook with marks, comments and a first sheet of check results."""
    book = open_safely(path)
    lists, has_other_extensions = find_lists(path)
    clear_earlier_marks(book)
    remaining = MOST_COMMENTS
    for title, rows in by_place(findings).items():
        if title in book.sheetnames and isinstance(book[title], Worksheet):
            remaining -= mark_sheet(book[title], rows, language, remaining)
    notes = (LOST,) if has_other_extensions or has_lost_parts(path) else ()
    add_summary(book, path, findings, summary, language, notes)
    target = io.BytesIO()
    book.save(target)
    return put_lists(target.getvalue(), lists)


def open_safely(path: Path) -> Workbook:
    """The workbook with formulas, links and rich text as they are. XML entities and document types are refused by defusedxml."""
    if openpyxl.LXML or not openpyxl.DEFUSEDXML:
        raise NotOpenableError("openpyxl reads XML without protection here")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about extensions, which are dealt with on their own
            return openpyxl.load_workbook(path, rich_text=True)
    except Exception as error:  # openpyxl raises whatever it stumbles over, and wraps what defusedxml says
        is_hostile = isinstance(error, DefusedXmlException) or isinstance(error.__context__, DefusedXmlException)
        raise NotOpenableError("the XML of the workbook holds entities" if is_hostile else str(error)) from error


def mark_sheet(sheet: Worksheet, rows: dict[int, dict[int | None, list[Finding]]], language: Language, comments: int) -> int:
    """Colour and comment the cells of one sheet; returns how many comments were written."""
    top_left = merged_cells(sheet)
    width = min(sheet.max_column, WIDEST_MARK)
    said: dict[tuple[int, int], list[Finding]] = {}
    for row, columns in rows.items():
        for column, severity in marks_of_row(columns, width).items():
            colour(sheet.cell(row, column + 1), FILLS[severity])
        for column, found in columns.items():
            place = (row, (column or 0) + 1)
            said.setdefault(top_left.get(place, place), []).extend(found)
    for number, ((row, column), found) in enumerate(said.items()):
        if own := [finding for finding in found if finding.column is not None]:
            colour(sheet.cell(row, column), FILLS[gravest(own)])
        if number < comments:
            comment(sheet.cell(row, column), comment_text(found, language, row))
    return min(len(said), comments)


def merged_cells(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Every cell of a merged range, by row and column from 1 → the top-left one, which alone is seen."""
    found = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1):
            for column in range(area.min_col, min(area.max_col, sheet.max_column) + 1):
                found[row, column] = (area.min_row, area.min_col)
    return found


def colour(cell: Cell | MergedCell, fill: str) -> None:
    """Give a cell a fill, and dark text where its own would be hard to read on it."""
    cell.fill = PatternFill("solid", fgColor=f"FF{fill}")
    if not is_readable(cell.font, fill):
        font = copy(cell.font)
        font.color = f"FF{INK}"
        cell.font = font


def is_readable(font: Font, fill: str) -> bool:
    """True when the text's own colour is known and stands out from the fill by the contrast that WCAG 2 asks for."""
    own = font.color.rgb if font.color is not None and font.color.type == "rgb" else None
    if not isinstance(own, str):
        return False
    lighter, darker = sorted((luminance(own[-6:]), luminance(fill)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST


def luminance(rgb: str) -> float:
    """Relative luminance, 0 to 1, of a colour such as F9CDB5 (WCAG 2)."""
    parts = [int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def comment(cell: Cell, text: str) -> None:
    """Write a comment, under what the sender's own says."""
    kept = cell.comment.text.strip() if cell.comment else ""
    author = cell.comment.author if kept else AUTHOR
    cell.comment = Comment(f"{kept}{SEPARATOR}{text}" if kept else text, author or AUTHOR, width=320, height=60 + 20 * text.count("\n"))


def clear_earlier_marks(book: Workbook) -> None:
    """Take our own sheet, colours and comments out of a return file that comes in again, so that nothing corrected stays marked."""
    titles = {translate(CHECK_RESULTS, language) for language in LANGUAGES}
    earlier = [sheet for sheet in book.worksheets if sheet.title in titles and sheet.sheet_properties.codeName == CODE_NAME]
    for sheet in earlier:
        book.remove(sheet)
    fills = {f"FF{fill}" for fill in FILLS.values()}
    for sheet in book.worksheets if earlier else ():
        for row in sheet.iter_rows():
            for cell in row:
                if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in fills:
                    cell.fill = PatternFill()
                if cell.comment:
                    clear_comment(cell)


def clear_comment(cell: Cell) -> None:
    """Leave of a comment only what the sender wrote."""
    if SEPARATOR in cell.comment.text:
        cell.comment = Comment(cell.comment.text.split(SEPARATOR)[0], cell.comment.author)
    elif cell.comment.author == AUTHOR:
        cell.comment = None


def add_summary(
    book: Workbook,
    path: Path,
    findings: Sequence[Finding],
    summary: Sequence[tuple[str, str]],
    language: Language,
    notes: Sequence[str],
) -> None:
    """Put the sheet of check results before the others; only it is selected, or typing would go into several sheets at once."""
    title = unique_title(translate(CHECK_RESULTS, language), book.sheetnames)
    sheet = book.create_sheet(title, 0)
    sheet.sheet_properties.codeName = CODE_NAME
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    names = set(book.sheetnames)

    def link(finding: Finding) -> tuple[str, str | None]:
        name = f"{get_column_letter((finding.column or 0) + 1)}{finding.row}"
        return name, cell_place(finding.sheet, name) if finding.sheet in names else None

    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for column, width in enumerate(COLUMN_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, cells in enumerate(summary_rows(path.name, findings, summary, language, link, notes), start=1):
        for column, item in enumerate(cells, start=1):
            fill_in(sheet.cell(row, column), item)


def has_lost_parts(path: Path) -> bool:
    """True when the workbook has pictures, charts or the like, which openpyxl does not take over."""
    with zipfile.ZipFile(path) as archive:
        return any(LOST_PARTS.match(name) for name in archive.namelist())


def fill_in(cell: Cell, item: SummaryCell) -> None:
    """Write one cell of the summary: always as text, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", item.text)
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top")
    cell.quotePrefix = item.style == "file_text"
    if item.style in FILLS:
        colour(cell, FILLS[item.style])
    elif item.link:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=item.link)
        cell.font = Font(color="FF0B5394", underline="single")
    elif item.style in ("title", "head"):
        cell.font = Font(bold=True, size=14 if item.style == "title" else 11)
