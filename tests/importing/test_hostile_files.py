"""Files made to do harm, or so broken that they could: each is refused with what is wrong, or gives clean text, within bounds."""

import os
import struct
import time
import zipfile
from pathlib import Path

import pytest

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits, read_file, workbook
from fairboard.locale import explain
from tests.importing.workbooks import TABLE, rows, text_cell, write_workbook


def laughs(level: int) -> str:
    """Ten times the entity of a level."""
    return f"&lol{level};" * 10


LEVELS = "".join(f'<!ENTITY lol{level} "{laughs(level - 1)}">' for level in range(1, 10))
ENTITIES = f'<!DOCTYPE lolz [<!ENTITY lol0 "lol">{LEVELS}]>'
FILE_ENTITY = '<!DOCTYPE a [<!ENTITY lol9 SYSTEM "file:///etc/passwd">]>'


def refusal(path: Path) -> str:
    """What is said about a file that is refused, after a look at the Chinese."""
    with pytest.raises(InputFileError) as caught:
        read_file(path)
    chinese = explain(caught.value, "zh")
    assert chinese != str(caught.value) and "{" not in chinese
    return str(caught.value)


def cells(path: Path) -> list[list[str]]:
    return read_file(path).grids[0].cells.to_numpy().tolist()


def test_formulas_html_and_sql_are_only_texts(tmp_path):
    given = ["=cmd|'/c calc'!A1", "<script>alert(1)</script>", "x'; drop table postings; --", "@SUM(1)", "+1", "{{7*7}}", "$(id)"]
    escaped = [text.replace("<", "&lt;") for text in given]
    formula = (
        f'<sheetData><row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c>{text_cell("B1", "z")}</row></sheetData>'
    )
    assert cells(write_workbook(tmp_path / "a.xlsx", rows(escaped)))[0] == given
    assert cells(write_workbook(tmp_path / "b.xlsx", formula)) == [["y", "z"]]
    (tmp_path / "c.csv").write_text("职位,单位\n" + ",".join(given[:2]), encoding="utf-8")
    assert cells(tmp_path / "c.csv")[1] == given[:2]


@pytest.mark.parametrize("prolog", [ENTITIES, FILE_ENTITY], ids=["billion laughs", "a file of the system"])
@pytest.mark.parametrize("place", ["sheet", "shared"])
def test_declared_entities_are_refused_wherever_they_stand(tmp_path, prolog, place):
    sheet = TABLE.replace("焊工", "&lol9;") if place == "sheet" else '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    path = write_workbook(tmp_path / "a.xlsx", sheet, shared="<si><t>&lol9;</t></si>", prolog=prolog)
    assert "declares entities" in refusal(path)


def test_entities_in_the_xml_of_excel_2003_are_refused(tmp_path):
    path = tmp_path / "a.xls"
    path.write_text(f'<?xml version="1.0"?>{ENTITIES}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&lol9;</Workbook>')
    assert "declares entities" in refusal(path)


FAR = {
    "the usual writing": '<c r="XFD1048576"><v>1</v></c>',
    "an address twice": '<c r="A2" r="XFD1048576"><v>1</v></c>',
    "an address that is last": "<c t='n' r='XFD1048576'><v>1</v></c>",
    "a sign in an attribute": '<c r="XFD1048576" x="/>"><v>1</v></c>',
    "no address at all": '</row><row r="1048576"><c><v>1</v></c>' + "<c/>" * 16_382 + "<c><v>1</v></c>",
    "a row beyond all rows": '<c r="A4294967295"><v>1</v></c>',
    "a column beyond all columns": '<c r="ZZZZZZZ1"><v>1</v></c>',
    "an escaped address": '<c r="&#88;FD1048576"><v>1</v></c>',
}


@pytest.mark.parametrize("cell", FAR.values(), ids=FAR)
def test_two_cells_at_the_ends_of_a_sheet_are_refused_before_they_take_memory(tmp_path, cell):
    path = write_workbook(tmp_path / "far.xlsx", f'<sheetData><row r="1">{text_cell("A1", "职位")}{cell}</row></sheetData>')
    assert any(words in refusal(path) for words in ("reaches to row", "too large", "within 3 GB", "damaged"))


def test_the_far_cell_is_named(tmp_path):
    path = write_workbook(
        tmp_path / "far.xlsx", f'<sheetData><row r="1">{text_cell("A1", "x")}</row>{FAR["the usual writing"]}</sheetData>'
    )
    assert "row 1,048,576 and column 16,384, which is 17,179,869,184 cells, 2 of them filled" in refusal(path)


def test_a_stated_range_that_is_not_used_does_no_harm(tmp_path):
    path = write_workbook(tmp_path / "a.xlsx", f'<dimension ref="A1:XFD1048576"/>{TABLE}')
    assert cells(path) == [["职位名称", "单位名称"], ["焊工", "大连船厂"]]


def test_many_empty_formatted_rows_are_no_rows(tmp_path):
    empty = "".join(f'<row r="{row}" s="1"><c r="A{row}" s="1"/><c r="XFD{row}" s="1"/></row>' for row in range(3, 200_000))
    path = write_workbook(tmp_path / "a.xlsx", TABLE.replace("</sheetData>", f"{empty}</sheetData>"))
    assert cells(path) == [["职位名称", "单位名称"], ["焊工", "大连船厂"]]


def test_a_sheet_of_16384_columns_is_refused_with_the_limit(tmp_path):
    row = "".join(f'<c r="{letters}1"><v>1</v></c>' for letters in ("A", "ALL", "ALM", "XFD"))
    assert "16,384 columns; the limit is 1,000" in refusal(
        write_workbook(tmp_path / "a.xlsx", f'<sheetData><row r="1">{row}</row></sheetData>')
    )
    (tmp_path / "b.csv").write_text("x," * 300_000, encoding="utf-8")
    assert "300,000 columns" in refusal(tmp_path / "b.csv")


def state_size(path: Path, stated_bytes: int) -> None:
    """Let the archive say that its largest file is smaller than it is."""
    data, place = bytearray(path.read_bytes()), 0
    while (place := data.find(b"PK\x01\x02", place)) != -1:
        if struct.unpack_from("<I", data, place + 24)[0] > 1_000_000:
            struct.pack_into("<I", data, place + 24, stated_bytes)
        place += 4
    path.write_bytes(data)


def test_an_archive_that_understates_what_it_unpacks_to_is_refused(tmp_path):
    path = write_workbook(tmp_path / "bomb.xlsx", TABLE + " " * 20_000_000)
    state_size(path, 1_000)
    assert "> 1,000 B" in refusal(path)


def test_an_archive_of_too_many_files_is_refused(tmp_path):
    path = write_workbook(tmp_path / "many.xlsx", TABLE)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(limits.LARGEST_ENTRY_COUNT):
            archive.writestr(f"xl/media/{number}.png", b"")
    assert "files in the archive" in refusal(path)


def test_an_archive_within_an_archive_is_not_unpacked(tmp_path):
    write_workbook(tmp_path / "inner.xlsx", TABLE)
    with zipfile.ZipFile(tmp_path / "outer.xlsx", "w") as archive:
        archive.write(tmp_path / "inner.xlsx", "inner.xlsx")
    assert "is an archive that is not a workbook" in refusal(tmp_path / "outer.xlsx")


def test_too_many_shared_texts_or_merged_ranges_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("fairboard.importing.reading.archive.MOST_KEPT_TAGS", 1_000)
    assert "1,001 texts" in refusal(write_workbook(tmp_path / "a.xlsx", TABLE, shared="<si/>" * 1_001))
    monkeypatch.setattr("fairboard.importing.reading.archive.MOST_MERGED_RANGES", 1_000)
    merged = "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 1_001 + "</mergeCells>"
    assert "1,001 merged ranges" in refusal(write_workbook(tmp_path / "b.xlsx", TABLE + merged))


@pytest.mark.parametrize("filling", [b"<c ", b"<c " + b" r " * 3_000, b"<x:c <" + b"w" * 9_999, b"\x00" * 1_000])
def test_tags_without_an_end_take_no_endless_time(tmp_path, filling):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", filling * (20_000_000 // len(filling)))
    begun = time.monotonic()
    refusal(tmp_path / "a.xlsx")
    assert time.monotonic() - begun < 20


def test_two_hundred_sheets_with_strange_names_are_read(tmp_path):
    names = ("a&#10;b", "&lt;script&gt;", "=cmd|1", "x" * 500, "../../etc", *(f"表{number}" for number in range(195)))
    grids = read_file(write_workbook(tmp_path / "a.xlsx", *[TABLE] * 200, names=names)).grids
    assert [grid.sheet for grid in grids[:5]] == ["a b", "<script>", "=cmd|1", "x" * 100, "../../etc"]
    assert len(grids) == 200


def test_a_cell_of_a_million_characters_is_read_and_a_longer_one_refused(tmp_path):
    assert len(cells(write_workbook(tmp_path / "a.xlsx", rows(["职位", "焊" * 1_000_000])))[0][1]) == 1_000_000
    assert "more than 1,000,000 characters" in refusal(write_workbook(tmp_path / "b.xlsx", rows(["职位", "焊" * 1_000_001])))
    (tmp_path / "c.csv").write_text(f'职位,"{"x" * 1_100_000}"\n', encoding="utf-8")
    assert "field larger than field limit" in refusal(tmp_path / "c.csv")


def test_hidden_sheets_are_read_and_marked_and_charts_are_left_out(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["职位", "单位"])
    book.create_chartsheet("图")
    for name, state in (("隐藏", "hidden"), ("深藏", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet.append(["职位"])
        sheet.sheet_state = state
    book.save(tmp_path / "a.xlsx")
    grids = read_file(tmp_path / "a.xlsx").grids
    assert [(grid.sheet, grid.is_hidden) for grid in grids] == [("Sheet", False), ("隐藏", True), ("深藏", True)]


def test_a_table_that_begins_further_down_and_right_keeps_its_place(tmp_path):
    sheet = f'<sheetData><row r="3">{text_cell("C3", "职位")}</row><row r="5">{text_cell("D5", "x")}</row></sheetData>'
    assert cells(write_workbook(tmp_path / "a.xlsx", sheet)) == [[""] * 4, [""] * 4, ["", "", "职位", ""], [""] * 4, ["", "", "", "x"]]


@pytest.mark.parametrize("name", ["a.xls", "a.csv", "a.ods", "a.json", "a"])
def test_a_workbook_is_known_whatever_its_name_says(tmp_path, name):
    assert read_file(write_workbook(tmp_path / name, TABLE)).format == "xlsx"


def test_the_name_of_a_file_is_shown_without_folders_and_controls(tmp_path):
    for name in ("a\x1b[31m\n\\..\\..\\职位.csv", os.fsdecode(b"\xff\xfe.csv"), "名" * 80 + ".csv", "\u202efdp.csv"):
        path = tmp_path / name
        path.write_text("职位,单位\n焊工,船厂\n", encoding="utf-8")
        shown = read_file(path).name
        assert shown.isprintable() and "\\" not in shown and len(shown) <= 150
        assert shown.encode("utf-8")


def test_a_name_that_no_file_can_have_is_a_clear_refusal(tmp_path):
    for name in ("x" * 5_000, "a\x00b.csv"):
        assert len(refusal(tmp_path / name)) < 6_000


def test_many_old_sheets_that_reach_to_their_ends_are_refused(tmp_path):
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    for number in range(12):
        sheet = book.add_sheet(f"s{number}")
        sheet.write(0, 0, "职位")
        sheet.write(65_535, 255, "x")
    book.save(str(tmp_path / "a.xls"))
    assert "within 3 GB of memory" in refusal(tmp_path / "a.xls")


def test_a_program_that_lies_beside_an_old_workbook_is_not_run(tmp_path, monkeypatch):
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    book.add_sheet("s").write(0, 0, "职位")
    book.save(str(tmp_path / "a.xls"))
    for name in ("json.py", "pyarrow.py", "fairboard.py"):
        (tmp_path / name).write_text("open('run', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cells(Path("a.xls")) == [["职位"]]
    assert not (tmp_path / "run").exists()


def test_a_password_is_told_wherever_the_list_of_streams_stands(tmp_path):
    header = bytearray(512)
    header[:8], header[30:32], header[48:52] = bytes.fromhex("d0cf11e0a1b11ae1"), (9).to_bytes(2, "little"), (40_000).to_bytes(4, "little")
    path = tmp_path / "a.xlsx"
    path.write_bytes(bytes(header) + bytes(512 * 40_000) + "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0"))
    assert "password" in refusal(path)


def test_a_panic_of_the_library_is_a_refusal_and_an_interrupt_is_not():
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(InputFileError, match="panic"), workbook.calamine_errors("a.xls"):
        raise panic("index out of bounds")
    with pytest.raises(KeyboardInterrupt), workbook.calamine_errors("a.xls"):
        raise KeyboardInterrupt


HTML = {
    "an endless tag": "<tr><td " + "a" * 3_000_000,
    "an endless comment": "<tr><td><!--" + "a" * 3_000_000,
    "open angles": "<tr><td>" + "<" * 300_000,
    "declarations": "<tr><td>" + "<!" * 200_000,
    "quotation marks": "<tr><td " + "a='" * 300_000 + ">",
    "tables in tables": "<tr><td><table>" * 10_000,
    "wide cells": "<tr><td colspan=999>x" * 50_000,
    "an endless script": "<tr><td>x</table><script>" + "</scrip" * 300_000,
}


@pytest.mark.parametrize("content", HTML.values(), ids=HTML)
def test_a_hostile_page_takes_no_endless_time(tmp_path, content):
    (tmp_path / "a.xls").write_text(f"<html><table>{content}", encoding="utf-8")
    begun = time.monotonic()
    try:
        read_file(tmp_path / "a.xls")
    except InputFileError as error:
        assert explain(error, "zh") != str(error)
    assert time.monotonic() - begun < 20


def test_binary_data_anywhere_in_a_text_is_refused(tmp_path):
    for name, data in (
        ("a.csv", b"\x00" + "职位,单位\n".encode()),
        ("b.csv", "职位,单位\n焊工,船厂\n".encode() * 300_000 + b"\x00" * 4_096),
    ):
        (tmp_path / name).write_bytes(data)
        assert "binary data" in refusal(tmp_path / name)


def test_control_characters_in_a_text_are_dropped(tmp_path):
    (tmp_path / "a.csv").write_text("职位\x01,\x1b[31m单位\x0b备注\n焊\x08工,船厂\n", encoding="utf-8")
    assert cells(tmp_path / "a.csv") == [["职位", "[31m单位\n备注"], ["焊工", "船厂"]]


def test_a_text_that_breaks_off_within_a_character_is_said_to_be_cut(tmp_path):
    (tmp_path / "a.csv").write_bytes("职位,单位\n焊工,船厂".encode()[:-1])
    assert "breaks off in the middle of a character" in refusal(tmp_path / "a.csv")


def test_millions_of_empty_lines_under_a_wide_one_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_CELL_COUNT", 1_000_000)
    (tmp_path / "a.csv").write_text("," * 999 + "x\n" + "\n" * 20_000, encoding="utf-8")
    assert "too large" in refusal(tmp_path / "a.csv")


def test_web_archives_and_other_xml_are_refused(tmp_path):
    for content in ("MIME-Version: 1.0\nContent-Type: multipart/related\n", '<?xml version="1.0"?><kml/>'):
        (tmp_path / "a.xls").write_text(content, encoding="utf-8")
        assert "web archive or an XML file" in refusal(tmp_path / "a.xls")
