"""The workbooks that an office fills in: opened again as Excel would, with their lists, checks and explanations."""

import csv
import io
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from fairboard.__main__ import main
from fairboard.importing import templates
from fairboard.importing.headings import find_heading
from fairboard.importing.kinds import KINDS, Kind
from fairboard.importing.options import option_texts
from fairboard.importing.parsing.degree import parse_degree
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.place import find_region
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.reading import read_file
from fairboard.locale import LANGUAGES, translate

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def opened(kind: Kind, language: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(templates.write_template(kind, language)))


def list_behind(book: openpyxl.Workbook, formula: str) -> list[str]:
    """The texts of the range ``'Lists'!$A$1:$A$9`` that a drop-down list points to."""
    sheet, _, cells = formula.removeprefix("=").partition("!")
    return [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]


@EVERY_KIND
@BOTH_LANGUAGES
def test_the_first_sheet_has_a_recognised_heading_for_each_field_and_nothing_under_it(kind, language):
    sheet = opened(kind, language).worksheets[0]
    fields = [field for field in kind.fields if field.is_in_template]
    assert [find_heading(cell.value, kind).field for cell in sheet[1]] == [field.name for field in fields]
    assert sheet.max_row == 1
    assert sheet.freeze_panes == "A2"


@EVERY_KIND
@BOTH_LANGUAGES
def test_every_label_is_a_recognised_heading(kind, language):
    found = {field.name: find_heading(translate(field.label, language), kind) for field in kind.fields}
    assert {name: heading and heading.field for name, heading in found.items()} == {name: name for name in kind.field_names}


@EVERY_KIND
@BOTH_LANGUAGES
def test_what_is_required_is_seen_by_its_colour_and_its_star_and_said_in_the_comment(kind, language):
    for cell, field in zip(opened(kind, language).worksheets[0][1], (field for field in kind.fields if field.is_in_template), strict=True):
        assert cell.value.endswith("*") == field.is_required
        assert (cell.fill.fgColor.rgb == "FF1F4E79") == field.is_required
        assert translate(field.hint, language) in cell.comment.text
        assert translate("Required." if field.is_required else "May be left empty.", language) in cell.comment.text


@EVERY_KIND
@BOTH_LANGUAGES
def test_every_field_with_a_list_offers_just_the_reference_list(kind, language):
    book = opened(kind, language)
    checks = {next(iter(check.sqref.ranges)).min_col: check for check in book.worksheets[0].data_validations.dataValidation}
    expected = {
        "education_levels": [row[f"name_{language}"] for row in rows("education_levels") if row["rank"] != "-1"],
        "degree_levels": ["大专", "本科", "硕士", "博士"] if language == "zh" else ["Junior college", "Bachelor", "Master", "Doctor"],
        "ownerships": [row[f"name_{language}"] for row in rows("ownerships")][:6],
        "industries": [row[f"name_{language}"] for row in rows("industries")],
        "liaoning_units": [row[f"name_{language}"] for row in rows("regions") if row["is_liaoning_unit"] == "true"],
    }
    for position, field in enumerate((field for field in kind.fields if field.is_in_template), start=1):
        if field.options:
            assert checks[position].type == "list"
            assert list_behind(book, checks[position].formula1) == expected[field.options]
        if field.name == "university":
            offered = list_behind(book, checks[position].formula1)
            assert len(offered) == len(set(offered)) == len(rows("universities"))
    assert {len(expected["liaoning_units"]), len(expected["industries"])} == {15, 20}


def test_numbers_and_days_are_checked_and_everything_else_is_text():
    sheet = opened(KINDS["postings"], "zh").worksheets[0]
    checks = {next(iter(check.sqref.ranges)).min_col: check for check in sheet.data_validations.dataValidation}
    position = {find_heading(cell.value, KINDS["postings"]).field: cell.column for cell in sheet[1]}
    assert (checks[position["headcount"]].type, checks[position["headcount"]].formula1) == ("whole", "0")
    letters = {name: openpyxl.utils.get_column_letter(column) for name, column in position.items()}
    assert sheet.column_dimensions[letters["credit_code"]].number_format == "@"
    assert sheet.column_dimensions[letters["wage"]].number_format == "@", "Excel would take 6-8 for a day"
    agreements = opened(KINDS["agreements"], "en").worksheets[0]
    assert [check.type for check in agreements.data_validations.dataValidation] == ["list", "list", "date", "date"]


PARSERS = {
    "education_levels": lambda text: parse_education(text).level, "degree_levels": lambda text: parse_degree(text).degree,
    "ownerships": lambda text: parse_ownership(text).code, "industries": lambda text: parse_industry(text).section,
    "liaoning_units": find_region, "universities": lambda text: parse_university(text).university_code,
}  # fmt: skip


@pytest.mark.parametrize(("options", "language"), [
    *((options, language) for options in PARSERS for language in ("zh", "en")),
])  # fmt: skip
def test_whatever_can_be_chosen_is_understood_and_no_two_choices_mean_the_same(options, language):
    found = [PARSERS[options](text) for text in option_texts(options, language)]
    assert None not in found
    assert "unknown" not in found
    assert len(set(found)) == len(found)


@EVERY_KIND
@BOTH_LANGUAGES
def test_no_row_of_the_instructions_could_be_taken_for_a_header(kind, language):
    sheet = opened(kind, language).worksheets[1]
    for row in sheet.iter_rows(values_only=True):
        headings = {heading.field for text in row if text and (heading := find_heading(text, kind))}
        assert len(headings) < 2, row


@EVERY_KIND
@BOTH_LANGUAGES
def test_the_sheets_that_are_not_the_table_are_named_in_the_list_that_an_import_leaves_out(kind, language):
    book = opened(kind, language)
    assert {sheet.title for sheet in book.worksheets[1:]} <= templates.INSTRUCTION_SHEETS
    assert book.worksheets[0].title not in templates.INSTRUCTION_SHEETS
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible", "hidden"]


def test_the_same_lists_give_the_same_bytes():
    assert templates.write_template(KINDS["postings"], "zh") == templates.write_template(KINDS["postings"], "zh")


def test_the_command_writes_a_file_for_each_kind_and_replaces_none_unasked(tmp_path):
    run = CliRunner().invoke(main, ["--lang", "en", "template", "--language", "zh", "--out", str(tmp_path / "new")], catch_exceptions=False)
    assert run.exit_code == 0, run.output
    files = sorted((tmp_path / "new").iterdir())
    assert len(files) == len(KINDS)
    assert (tmp_path / "new" / "模板-岗位表.xlsx") in files
    assert all(read_file(file).grids for file in files)
    again = CliRunner().invoke(main, ["--lang", "en", "template", "--kind", "postings", "--language", "zh", "--out", str(tmp_path / "new")])
    assert "is there already" in str(again.exception)


def filled_in(kind: Kind, language: str, path: Path) -> Path:
    """The template with its own examples as two records, as an office would fill it in."""
    book = opened(kind, language)
    for row in (2, 3):
        for column, field in enumerate((field for field in kind.fields if field.is_in_template), start=1):
            book.worksheets[0].cell(row, column).value = value_of(field, language, row)
    book.save(path)
    return path


def value_of(field, language: str, row: int):
    text = templates.example_of(field, language)
    if field.name in templates.NUMBER_FIELDS:
        return int(text) + row
    if field.name in templates.TIME_FIELDS:
        return time(9, row)
    return (
        f"{text} {row}"
        if field.name in ("employer", "title")
        else date.fromisoformat(text)
        if field.name in templates.DATE_FIELDS
        else text
    )


@EVERY_KIND
@BOTH_LANGUAGES
def test_a_template_that_was_filled_in_is_read_without_a_question(kind, language, tmp_path, data_folder):
    path = filled_in(kind, language, tmp_path / "filled.xlsx")
    run = CliRunner().invoke(main, ["--lang", "en", "import", str(path), "--dry-run", "--new-fair", "x"], catch_exceptions=False)
    assert run.exit_code == 0, run.output
    assert f"{kind.label}: 2 rows read" in run.output
    assert "0 rejected" in run.output
    if language == "zh":
        assert "Not understood" not in run.output
