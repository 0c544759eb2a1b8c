"""Workbooks that an office fills in: one for each kind of table, with drop-down lists, so that nothing has to be guessed afterwards.

The first sheet is the table, with nothing under its header. The second explains the fields, with examples; the third, hidden,
holds the lists that the cells offer. An import leaves the two out: their names are in ``INSTRUCTION_SHEETS``.
"""

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook, Worksheet

from fairboard.importing.kinds import Field, Kind
from fairboard.importing.options import option_texts
from fairboard.locale import LANGUAGES, Language, translate

INSTRUCTIONS, LISTS, CHECK_RESULTS = "How to fill this in", "Drop-down lists", "Check results"
NUMBERED = ("", *(f" {number}" for number in range(2, 10)))
"""What follows the name of a sheet where the workbook has others of that name."""
INSTRUCTION_SHEETS = frozenset(
    translate(name, language) + number for name in (INSTRUCTIONS, LISTS, CHECK_RESULTS) for language in LANGUAGES for number in NUMBERED
)
"""Names of the sheets, in either language, that the program itself adds to a workbook: nothing on them is a record."""

LAST_ROW = 20_000
"""Last row, from 1, with drop-down lists and checks."""
NUMBER_FIELDS = {"headcount", "attendance_count", "views"}
DATE_FIELDS = {"issued_on", "signed_on", "in_force_until", "posted_on"}
TIME_FIELDS = {"arrived_at", "slot_at"}
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
REQUIRED_FILL, OPTIONAL_FILL, REQUIRED_INK, OPTIONAL_INK = "#1F4E79", "#DDE6EF", "#FFFFFF", "#1F2933"
NARROWEST, WIDEST, SAMPLED_OPTION_COUNT = 12, 34, 200
MADE_AT = datetime(2026, 1, 1)
"""Stands in every template, so that the same lists give the same bytes."""


def file_name(kind: Kind, language: Language) -> str:
    """What the file of a template is called."""
    return translate("Template - {table}.xlsx", language, table=translate(kind.label, language))


def write_template(kind: Kind, language: Language) -> bytes:
    """The bytes of an XLSX workbook for a kind of table, its headings and lists in ``language``."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": translate(kind.label, language), "created": MADE_AT})
        table = book.add_worksheet(translate(kind.label, language))
        instructions = book.add_worksheet(translate(INSTRUCTIONS, language))
        lists = book.add_worksheet(translate(LISTS, language))
        fields = [field for field in kind.fields if field.is_in_template]
        ranges = write_lists(lists, fields, language)
        write_table(book, table, fields, ranges, language)
        write_instructions(book, instructions, kind, fields, language)
    return target.getvalue()


def list_of(field: Field) -> str | None:
    """The list that the cells of a field offer."""
    return "universities" if field.name == "university" else field.options


def write_lists(sheet: Worksheet, fields: list[Field], language: Language) -> dict[str, str]:
    """Put each list into a column of the hidden sheet; list → the range where it stands."""
    sheet.hide()
    ranges: dict[str, str] = {}
    for name in dict.fromkeys(filter(None, map(list_of, fields))):
        column, texts = len(ranges), option_texts(name, language)
        sheet.write_column(0, column, texts)
        letter = xl_col_to_name(column, col_abs=True)
        ranges[name] = f"='{sheet.get_name()}'!{letter}$1:{letter}${len(texts)}"
    return ranges


def write_table(book: Workbook, sheet: Worksheet, fields: list[Field], ranges: dict[str, str], language: Language) -> None:
    """The header, and under it empty cells that accept what fits."""
    heads = {is_required: book.add_format(head_style(is_required=is_required)) for is_required in (True, False)}
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 32)
    for column, field in enumerate(fields):
        sheet.set_column(column, column, width_of(field, language), book.add_format({"num_format": number_format(field)}))
        sheet.write_string(0, column, heading_of(field, language), heads[field.is_required])
        sheet.write_comment(0, column, comment_of(field, language), {"author": "Fairboard", "x_scale": 2, "y_scale": 1.2, "font_size": 9})
        if validation := validation_of(field, ranges, language):
            sheet.data_validation(1, column, LAST_ROW - 1, column, validation)


def head_style(*, is_required: bool) -> dict[str, Any]:
    """How a heading looks; a required one is dark and has a star besides."""
    fill, ink = (REQUIRED_FILL, REQUIRED_INK) if is_required else (OPTIONAL_FILL, OPTIONAL_INK)
    return {
        "bold": True,
        "bg_color": fill,
        "font_color": ink,
        "text_wrap": True,
        "valign": "vcenter",
        "border": 1,
        "border_color": "#9AA5B1",
    }


def heading_of(field: Field, language: Language) -> str:
    """The heading, with a star where the field is required; the star is no part of the name when a table is read."""
    label = translate(field.label, language)
    return f"{label}*" if field.is_required else label


def comment_of(field: Field, language: Language) -> str:
    """What the heading says when one points at it."""
    must = translate("Required." if field.is_required else "May be left empty.", language)
    return "\n".join(
        (translate(field.hint, language), must, translate("Example: {example}", language, example=example_of(field, language)))
    )


def example_of(field: Field, language: Language) -> str:
    """The example of a field."""
    return field.example_zh if language == "zh" else field.example_en


def number_format(field: Field) -> str:
    """Numbers and days as such, anything else as text: Excel would take 6-8 for a day and eat the zeros before a code."""
    if field.name in NUMBER_FIELDS:
        return "0"
    if field.name in DATE_FIELDS:
        return "yyyy-mm-dd"
    return "General" if field.name in TIME_FIELDS else "@"


def width_of(field: Field, language: Language) -> int:
    """Characters that the column is wide: enough for its heading, its example and the usual text of its list."""
    name = list_of(field)
    texts = [
        heading_of(field, language),
        example_of(field, language),
        *(option_texts(name, language)[:SAMPLED_OPTION_COUNT] if name else ()),
    ]
    widths = sorted(sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) for text in texts)
    usual = widths[int(len(widths) * 0.9)] if name else widths[-1]
    return max(NARROWEST, min(usual + 3, WIDEST))


def validation_of(field: Field, ranges: dict[str, str], language: Language) -> dict[str, Any] | None:
    """What Excel checks in the cells of a field; a warning can be passed over, for what no list can foresee."""

    def rule(kind: str, message: str, error_type: str = "stop", **more: Any) -> dict[str, Any]:
        error = {
            "error_title": translate("Please check", language),
            "error_message": translate(message, language),
            "error_type": error_type,
        }
        return {"validate": kind, "ignore_blank": True, **error, **more}

    if name := list_of(field):
        message = "Please choose from the list. A text that is not in it may not be understood."
        return rule("list", message, "stop" if name in ("liaoning_units", "degree_levels") else "warning", source=ranges[name])
    if field.name == "headcount":
        return rule(
            "integer",
            "A whole number is wanted. Where it is not fixed, write several or leave the cell empty.",
            "warning",
            criteria=">=",
            value=0,
        )
    if field.name in NUMBER_FIELDS:
        return rule("integer", "A whole number from 0 on is wanted.", criteria=">=", value=0)
    if field.name in DATE_FIELDS:
        return rule("date", "A day is wanted, such as 2026-03-18.", criteria="between", minimum=FIRST_DAY, maximum=LAST_DAY)
    if field.name in TIME_FIELDS:
        return rule("decimal", "A time is wanted, such as 09:30, or a day with a time.", "warning", criteria=">=", value=0)
    if field.name == "credit_code":
        return rule("length", "The code has 18 characters.", "warning", criteria="==", value=18)
    return None


def write_instructions(book: Workbook, sheet: Worksheet, kind: Kind, fields: list[Field], language: Language) -> None:
    """What each field means. One field a row, so that no row holds two headings and could be taken for a header."""
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for column, width in enumerate((26, 52, 12, 30, 44)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, translate("How to fill in: {table}", language, table=translate(kind.label, language)), title)
    sheet.write_string(1, 0, translate(kind.description, language))
    for line, text in enumerate(RULES, start=2):
        sheet.write_string(line, 0, translate(text, language))
    first = 2 + len(RULES) + 1
    for column, text in enumerate(("Column", "What it means", "Required?", "For example", "What can be chosen")):
        sheet.write_string(first, column, translate(text, language), head)
    for row, field in enumerate(fields, start=first + 1):
        texts = (
            translate(field.label, language), translate(field.hint, language), translate("required" if field.is_required else "optional", language),
            example_of(field, language), choice_of(field, language),
        )  # fmt: skip
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, cell)


def choice_of(field: Field, language: Language) -> str:
    """The choices of a field in one text; of a long list only how long it is."""
    name = list_of(field)
    texts = option_texts(name, language) if name else ()
    if len(texts) > 20:
        return translate("{count:,} names, in the drop-down list", language, count=len(texts))
    return " / ".join(texts)


RULES = (
    "Fill in the first sheet only. Leave its header as it is; one row is one record.",
    "Dark headings with a star are required. A row without them cannot be taken over.",
    "Write no totals and merge no cells. Names of persons, telephone and identity numbers do not belong here and are dropped.",
)
"""What holds for every table."""
