"""Files of every kind, good and bad, made by hand."""

import ast
import zipfile
from pathlib import Path

import openpyxl
import pytest

from fairboard.errors import InputFileError
from fairboard.importing import reading
from fairboard.importing.reading import limits, read_file
from fairboard.locale import catalogue, explain

TEXT = "职位名称,单位名称,工作地点\n焊工,大连船厂,大连\n钳工,沈阳机床,沈阳\n"
CELLS = [["职位名称", "单位名称", "工作地点"], ["焊工", "大连船厂", "大连"], ["钳工", "沈阳机床", "沈阳"]]


def cells(path):
    return read_file(path).grids[0].cells.to_numpy().tolist()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_csv_reads_the_same_in_every_encoding(tmp_path, encoding):
    path = tmp_path / "jobs.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert cells(path) == CELLS


@pytest.mark.parametrize(("name", "delimiter"), [("jobs.tsv", "\t"), ("jobs.txt", "\t"), ("jobs.csv", ";"), ("jobs.csv", "\t")])
def test_the_delimiter_is_found(tmp_path, name, delimiter):
    path = tmp_path / name
    path.write_text(TEXT.replace(",", delimiter), encoding="utf-8")
    assert cells(path) == CELLS


def test_a_quoted_cell_keeps_its_commas_and_line_feeds(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text('职位,单位,备注\n"焊工,高级","大连\n船厂",\n', encoding="utf-8")
    assert cells(path)[1] == ["焊工,高级", "大连\n船厂", ""] or cells(path)[1] == ["焊工,高级", "大连\n船厂"]


def test_rows_of_different_length_are_filled_up(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("2026年职位表\n职位,单位,人数\n焊工,船厂\n", encoding="utf-8")
    assert cells(path) == [["2026年职位表", "", ""], ["职位", "单位", "人数"], ["焊工", "船厂", ""]]


def test_a_workbook_gives_each_sheet_with_whole_numbers_and_texts(tmp_path):
    path = tmp_path / "jobs.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["职位名称", "人数", "代码"])
    book.active.append(["焊工", 3, "007"])
    book.create_sheet("第二页").append(["职位名称", 1.5])
    book.create_sheet("空")
    book.save(path)
    grids = read_file(path).grids
    assert [grid.sheet for grid in grids] == ["Sheet", "第二页"]
    assert grids[0].cells.to_numpy().tolist() == [["职位名称", "人数", "代码"], ["焊工", "3", "007"]]
    assert grids[1].cells.to_numpy().tolist() == [["职位名称", "1.5"]]


def test_an_old_workbook_is_read_whatever_its_name_says(tmp_path):
    xlwt = pytest.importorskip("xlwt", reason="xlwt, which writes XLS files, is not installed")
    path = tmp_path / "jobs.csv"
    book = xlwt.Workbook()
    sheet = book.add_sheet("岗位")
    for row, texts in enumerate(CELLS):
        for column, text in enumerate(texts):
            sheet.write(row, column, text)
    book.save(str(path))
    assert cells(path) == CELLS


def test_the_digest_is_that_of_the_bytes(tmp_path):
    path = tmp_path / "abc.csv"
    path.write_bytes(b"abc")
    assert read_file(path).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-2, appendix B.1


def make_bad_file(folder, kind):
    path = folder / "坏文件.xlsx"
    match kind:
        case "missing":
            pass
        case "folder":
            path.mkdir()
        case "empty":
            path.write_bytes(b"")
        case "blank":
            path.write_bytes(b"\n\n  \n")
        case "binary":
            path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 10)
        case "protected":
            path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(3000))
        case "undecodable":
            path.write_bytes("职位名称,单位名称\n".encode() + b"\xff\xfe\x81\xff\xff\n" * 20)
        case "latin":
            path.write_bytes("métier,société\nsoudeur,chantier naval à Marseille\nélève,école privée\n".encode("latin-1") * 20)
        case "zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a.txt", "no workbook")
        case "truncated":
            book = openpyxl.Workbook()
            book.active.append(["职位名称", "单位名称"])
            book.save(path)
            path.write_bytes(path.read_bytes()[:-500])
        case "ole":
            path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000))
    return path


BAD = {
    "missing": "There is no file", "folder": "is a folder", "empty": "is empty", "blank": "has no rows", "binary": "binary data",
    "protected": "password", "undecodable": "neither UTF-8 nor GBK", "latin": "neither UTF-8 nor GBK", "zip": "not a workbook",
    "truncated": "damaged", "ole": "not a workbook",
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_what_is_wrong_in_both_languages(tmp_path, kind):
    with pytest.raises(InputFileError) as caught:
        read_file(make_bad_file(tmp_path, kind))
    assert BAD[kind] in str(caught.value)
    chinese = explain(caught.value, "zh")
    assert "坏文件.xlsx" in chinese and chinese != str(caught.value) and "{" not in chinese


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_rows_silently(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text('职位,单位\n焊工,船厂\n"钳工,机床\n会计,钢铁\n', encoding="utf-8")
    with pytest.raises(InputFileError, match="line 3 is opened and never closed"):
        read_file(path)


def test_an_enormous_file_is_refused_with_the_limit(tmp_path, monkeypatch):
    path = tmp_path / "jobs.csv"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(limits, "LARGEST_ROW_COUNT", 2)
    with pytest.raises(InputFileError, match="too large"):
        read_file(path)
    monkeypatch.setattr(limits, "LARGEST_FILE_BYTES", 10)
    with pytest.raises(InputFileError, match="too large"):
        read_file(path)


def test_an_archive_that_unpacks_to_more_than_the_limit_is_refused_unopened(tmp_path, monkeypatch):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 3_000_000)
    monkeypatch.setattr(limits, "LARGEST_FILE_BYTES", 1_000_000)
    with pytest.raises(InputFileError, match="too large"):
        read_file(path)


def test_every_error_of_reading_has_a_chinese_text():
    sources = Path(reading.__file__).parent.glob("*.py")
    calls = [node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    templates = {
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", "") == "InputFileError" and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert len(templates) > 20
    assert templates - set(catalogue()) == set()
