"""Whatever bytes a file holds, reading it raises nothing but an error of the project that can be shown in both languages."""

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.errors import FairboardError, InputFileError
from fairboard.importing.reading import SourceFile, read_file
from fairboard.importing.reading.mojibake import ORDINARY_SIGNS, repair
from fairboard.importing.reading.workbook import calamine_errors
from fairboard.locale import explain

ROWS = [
    ["职位名称", "单位名称", "人数", "备注"],
    ["焊工", "大连船厂", "3", 'a,"b"\n'],
    ["会计", "沈阳机床", "若干", "<b>&amp;"],
    ["合计", "", "3", ""],
]
PIECES = [
    "职位",
    "单位",
    "人数",
    "合计",
    "",
    "1",
    "x\n",
    '"',
    "�",
    "\t",
    ";",
    "sep=;",
    "\ufeff",
    "[",
    "{",
    '{"a":',
    "]",
    "<table>",
    "<td>",
    "</table>",
    "<?xml",
]


def settings_of(examples: int):
    """A fixed number of examples, however long one of them takes."""
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, deadline=None, suppress_health_check=quiet)


def read_or_refuse(path: Path) -> SourceFile | None:
    """The file if it can be read, with texts that any encoding can hold; None where it is refused with a reason."""
    try:
        source = read_file(path)
    except FairboardError as error:
        assert isinstance(error, InputFileError)
        assert str(error) and explain(error, "zh") != str(error)
        return None
    for grid in source.grids:
        assert list(grid.cells.columns) == list(range(grid.cells.shape[1]))
        for text in grid.cells.to_numpy().ravel().tolist():
            assert isinstance(text, str) and "\x00" not in text
            text.encode("utf-8")
    return source


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """``whole`` cut off, with bytes changed, taken out, repeated or put in."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(0, 4))):
        place, size = draw(st.integers(0, len(data))), draw(st.integers(1, 40))
        match draw(st.sampled_from(["change", "cut", "repeat", "insert", "number"])):
            case "change":
                data[place : place + 1] = draw(st.binary(min_size=1, max_size=1))
            case "cut":
                del data[place : place + size]
            case "repeat":
                data[place:place] = data[place : place + size]
            case "insert":
                data[place:place] = draw(st.binary(min_size=1, max_size=20))
            case "number":
                data[place : place + 4] = draw(
                    st.sampled_from([b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x00", b"\x00\x00\x00\x80"])
                )
    end = draw(st.one_of(st.none(), st.integers(1, max(len(data), 1))))
    return bytes(data[:end])


def xlsx_bytes() -> bytes:
    """A small XLSX file."""
    book, data = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A4:B4")
    book.save(data)
    return data.getvalue()


def xls_bytes() -> bytes:
    """A small XLS file."""
    xlwt = pytest.importorskip("xlwt")
    book, data = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("岗位")
    for place, row in enumerate(ROWS):
        for column, text in enumerate(row):
            sheet.write(place, column, text)
    book.save(data)
    return data.getvalue()


def csv_text() -> str:
    """A small CSV file."""
    text = io.StringIO()
    csv.writer(text).writerows(ROWS)
    return text.getvalue()


XLSX = xlsx_bytes()
RECORDS = [
    dict(zip(ROWS[0], row, strict=True)) | {"tags": ["a", "b"], "place": {"city": "大连", "n": [1.5, None, True]}} for row in ROWS[1:]
]
HTML = (
    "<html><meta charset=gbk><table>"
    + "".join("<tr>" + "".join(f"<td rowspan=1>{cell}" for cell in row) for row in ROWS)
    + "</table></html>"
)
XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Worksheet ss:Name="岗位"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">职位</Data></Cell></Row></Table></Worksheet></Workbook>'
)
TEXTS = {
    "csv": csv_text(),
    "tsv": csv_text().replace(",", "\t"),
    "json": json.dumps(RECORDS, ensure_ascii=False, indent=1),
    "json in an object": json.dumps({"code": 0, "data": {"total": 3, "list": RECORDS}}, ensure_ascii=False),
    "json lines": "\n".join(json.dumps(record) for record in RECORDS),
    "html": HTML,
    "xml": XML,
}


@settings_of(150)
@given(st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda pieces: ",".join(pieces).encode()))
def test_no_bytes_raise_anything_but_an_error_of_the_project(tmp_path, data):
    (tmp_path / "any.csv").write_bytes(data)
    read_or_refuse(tmp_path / "any.csv")


@pytest.mark.parametrize("kind", TEXTS)
@settings_of(60)
@given(data=st.data(), encoding=st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_a_damaged_text_is_read_or_refused(tmp_path, kind, data, encoding):
    (tmp_path / "a.xls").write_bytes(data.draw(damaged(TEXTS[kind].encode(encoding))))
    read_or_refuse(tmp_path / "a.xls")


@settings_of(250)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused(tmp_path, data):
    (tmp_path / "a.xlsx").write_bytes(data.draw(damaged(XLSX)))
    read_or_refuse(tmp_path / "a.xlsx")


@settings_of(50)
@given(
    data=st.data(),
    part=st.sampled_from(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"]),
)
def test_a_workbook_with_a_damaged_part_is_read_or_refused(tmp_path, data, part):
    with zipfile.ZipFile(io.BytesIO(XLSX)) as whole, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(name, data.draw(damaged(content)) if name == part else content)
    read_or_refuse(tmp_path / "a.xlsx")


@settings_of(12)
@given(data=st.data())
def test_a_damaged_old_workbook_is_read_or_refused(tmp_path, data):
    (tmp_path / "a.xls").write_bytes(data.draw(damaged(xls_bytes())))
    read_or_refuse(tmp_path / "a.xls")


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_a_file_cut_off_anywhere_is_read_or_refused(tmp_path, kind):
    whole = XLSX if kind == "xlsx" else TEXTS[kind].encode()
    for end in range(10, len(whole), max(len(whole) // 150, 1)):
        (tmp_path / "a").write_bytes(whole[:end])
        source = read_or_refuse(tmp_path / "a")
        assert source is None or kind == "csv", "only of a text without an end can it not be told that it breaks off"


@settings_of(40)
@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=8), min_size=1, max_size=4),
        min_size=1,
        max_size=12,
    )
)
def test_what_was_written_as_csv_is_what_is_read(tmp_path, table):
    table = [["职位名称", "单位名称", "人数"], *[row for row in table if any(cell.strip() for cell in row)], ["末", "行", "1"]]
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    read = read_file(tmp_path / "a.csv").grids[0]
    width = max(map(len, table))
    assert read.repaired_cell_count == 0
    assert [row[: read.cells.shape[1]] for row in (row + [""] * (width - len(row)) for row in table)] == read.cells.to_numpy().tolist()


@settings_of(40)
@given(
    st.lists(
        st.dictionaries(st.text(min_size=1, max_size=4), st.none() | st.booleans() | st.integers() | st.text(max_size=6)),
        min_size=1,
        max_size=8,
    )
)
def test_the_three_ways_of_putting_records_into_json_are_read_alike(tmp_path, records):
    ways = [
        json.dumps(records),
        json.dumps({"data": records, "tags": ["x"]}),
        "\n".join(json.dumps(record) for record in [*records, records[-1]]),
    ]
    tables = []
    for way in ways:
        (tmp_path / "a.json").write_text(way, encoding="utf-8")
        source = read_or_refuse(tmp_path / "a.json")
        tables.append(source and source.grids[0].cells.to_numpy().tolist())
    assert tables[0] == tables[1]
    assert tables[2] is None or tables[2][:-1] == tables[0] or not any(records[-1].values())


ORDINARY = st.text(
    st.sampled_from("沈阳大连焊工招聘人数经理机械工程师有限公司本科及以上月薪面议若干，。（）、·ABCabc123 -/"), min_size=1, max_size=20
)
CHINESE = st.text(st.characters(codec="gb2312", min_codepoint=0x20), min_size=1, max_size=20)
LATIN = st.text(st.sampled_from("abc éèêëüöäßñçåæøÉÜÖ’“”–…€«» -.,"), min_size=1, max_size=20)


@settings_of(400)
@given(ORDINARY | CHINESE)
def test_no_chinese_text_of_gb2312_is_taken_for_one_that_was_decoded_wrongly(text):
    assert repair(text) is None


@settings_of(400)
@given(LATIN)
def test_no_accented_text_is_taken_for_chinese_that_was_decoded_wrongly(text):
    assert repair(text) is None


@settings_of(200)
@given(st.text(st.sampled_from("沈阳大连鞍山抚顺焊工钳电招聘会计教师销售经理机械工程有限公司"), min_size=2, max_size=12))
def test_chinese_that_was_read_as_latin_is_put_right(text):
    assert repair(text.encode().decode("latin-1")) == text
    windows = "".join(bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in text.encode())
    is_provable = bool(ORDINARY_SIGNS.sub("", windows))  # 销 alone is é”€, which can end a quotation
    assert repair(windows) == (text if is_provable else None)


def test_the_library_of_workbooks_is_asked_within_the_guard():
    with pytest.raises(InputFileError), calamine_errors("a.xls"):
        raise ValueError("year 0 is out of range")
