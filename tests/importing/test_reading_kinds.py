"""JSON, pages and XML under the name of a workbook, and texts that were decoded wrongly."""

import csv
import json
from pathlib import Path

import pytest

from fairboard.errors import InputFileError
from fairboard.importing.reading import json_stream, limits, mojibake, read_file

RECORDS = '[{"职位": "焊工", "单位": "船厂", "福利": ["五险", "双休"]},\n {"职位": "钳工", "人数": 3.0, "急": true, "地点": {"市": "大连"}, "单位": null}]'
TABLE = [
    ["职位", "单位", "福利", "人数", "急", "地点"],
    ["焊工", "船厂", "五险|双休", "", "", ""],
    ["钳工", "", "", "3", "TRUE", '{"市": "大连"}'],
]


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_text(text, encoding=encoding)
    return path


def cells(path: Path) -> list[list[str]]:
    return read_file(path).grids[0].cells.to_numpy().tolist()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
def test_a_list_of_records_has_its_keys_as_header_in_the_order_of_appearance(tmp_path, encoding):
    source = read_file(write(tmp_path / "jobs.csv", RECORDS, encoding))
    assert source.format == "json"
    assert source.grids[0].cells.to_numpy().tolist() == TABLE


@pytest.mark.parametrize("text", [
    f'{{"code": 0, "message": "ok", "data": {RECORDS}}}',
    f'{{"result": {{"total": 2, "codes": [1, 2], "list": {RECORDS}, "next": null}}, "log": {{}}}}',
    "\n\n".join(json.dumps(record, ensure_ascii=False) for record in json.loads(RECORDS)),
    json.dumps(TABLE, ensure_ascii=False),
    "\n".join(json.dumps(row, ensure_ascii=False) for row in TABLE),
], ids=["an object with a list", "a list further in", "one record a line", "a list of lists", "one list a line"])  # fmt: skip
def test_records_are_found_whichever_way_they_are_put(tmp_path, text):
    assert cells(write(tmp_path / "jobs.json", text)) == TABLE


def test_records_that_lie_across_portions_are_read_alike(tmp_path, monkeypatch):
    whole = [["a", "b"], *[[str(number), "文" * (number % 9)] for number in range(2_000)]]
    text = json.dumps(
        {"data": [dict(zip("ab", [int(row[0]), row[1]], strict=True)) for row in whole[1:]], "n": 12345}, ensure_ascii=False, indent=1
    )
    monkeypatch.setattr(json_stream, "CHUNK_CHARACTERS", 7)
    assert cells(write(tmp_path / "a.json", text)) == whole


def test_numbers_stay_exact_and_what_is_no_number_is_empty(tmp_path):
    text = f'[{{"a": NaN, "b": 1e999, "c": {"9" * 5_000}, "d": 0.1, "e": -0.50, "f": 210100000000000123, "g": Infinity}}]'
    assert cells(write(tmp_path / "a.json", text))[1] == ["", "1e999", "9" * 5_000, "0.1", "-0.5", "210100000000000123", "Infinity"]


@pytest.mark.parametrize(("text", "message"), [
    ('[{"a": 1},\n{"a": 1, "a": 2}]', "line 2 gives two values for a"),
    ('[{"a": 1},\n{"a": 1},\n{"a": "焊', r"Unterminated string starting at \(line 3\)"),
    ('[{"a": 1},\n{"a": 1},', r"\(line 2\)"),
    ('{"data": [{"a": 1},\n{"a": 1}', r"\(line 2\)"),
    ('[{"a": 1}]\n\nx', r"more text after the end \(line 3\)"),
    ('[{"a": 1},\n[1]]', r"different kinds \(line 2\)"),
    ('[{"a": ' + "[" * 100_000 + "]" * 100_000 + "}]", "nested too deep"),
    ("[" * 1_000_000, "nested too deep"),
    ('{"a":' * 1_000_000, "nested too deep"),
    ('{"a": [{"x": 1}],\n"b": [{"x": 1}]}', "more than one list of records; the second one is b"),
    ("[]", "no rows"),
    ('{"data": []}', "no rows"),
])  # fmt: skip
def test_json_that_is_no_table_is_refused_with_the_line(tmp_path, text, message):
    with pytest.raises(InputFileError, match=message):
        read_file(write(tmp_path / "a.json", text))


def test_the_same_key_twice_with_the_same_value_is_allowed(tmp_path):
    assert cells(write(tmp_path / "a.json", '[{"a": 1, "a": 1}]')) == [["a"], ["1"]]


def test_half_a_pair_of_surrogates_and_control_characters_are_cleaned(tmp_path):
    assert cells(write(tmp_path / "a.json", '[{"a\\udfff": "\\ud800x\\u0000y\\u0007"}]')) == [["a�"], ["�xy"]]


def test_a_record_with_endlessly_many_keys_is_refused(tmp_path):
    text = json.dumps([{f"k{number}": 1} for number in range(limits.LARGEST_COLUMN_COUNT + 1)])
    with pytest.raises(InputFileError, match="1,001 columns"):
        read_file(write(tmp_path / "a.json", text))


@pytest.mark.parametrize("heading", ["[职位]", "{职位}", "[1]职位"])
def test_a_heading_in_brackets_makes_no_json(tmp_path, heading):
    assert cells(write(tmp_path / "a.csv", f"{heading},单位\n焊工,船厂\n")) == [[heading, "单位"], ["焊工", "船厂"]]


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td {mso-number-format:"\\@"}</style></head>
<body><script>alert(1)</script><table><caption>x</caption><tr><th colspan=2>2026年职位表</th></tr><tr><td>职位<td>单位</tr>
<tr><td rowspan="2">焊工&nbsp;&amp;<br>高级</td><td>大连
  船厂<script>alert(1)</script></td></tr><tr><td><b>机床</b></td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig"])
def test_a_page_that_calls_itself_a_workbook_is_read_as_text(tmp_path, encoding):
    source = read_file(write(tmp_path / "jobs.xls", PAGE, encoding))
    assert source.format == "html"
    assert source.grids[0].cells.to_numpy().tolist() == [
        ["2026年职位表", ""],
        ["职位", "单位"],
        ["焊工 &\n高级", "大连 船厂"],
        ["", "机床"],
    ]
    assert source.grids[0].merged == (((0, 0), (0, 1)), ((2, 0), (3, 0)))


def test_each_table_of_a_page_is_a_grid_and_a_page_without_one_has_no_rows(tmp_path):
    grids = read_file(write(tmp_path / "a.xls", "<table><tr><td>x<table><tr><td>y</table><td>z</table>")).grids
    assert [(grid.sheet, grid.cells.to_numpy().tolist()) for grid in grids] == [("a 1", [["y"]]), ("a 2", [["x", "z"]])]
    with pytest.raises(InputFileError, match="no rows"):
        read_file(write(tmp_path / "b.xls", "<html><body>请登录</body></html>"))


def test_the_xml_of_excel_2003_is_read(tmp_path):
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    text = (
        f'<?xml version="1.0" encoding="gb2312"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="岗位"><Table>'
        '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">职位表</Data></Cell><Cell><Data>z</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell><Data>焊工</Data><Comment><Data>c</Data></Comment></Cell><Cell ss:Index="3"><Data>5.0</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>"
    )
    source = read_file(write(tmp_path / "a.xls", text, "gbk"))
    assert (source.format, source.grids[0].sheet, source.grids[0].merged) == ("xml", "岗位", (((0, 0), (0, 1)),))
    assert source.grids[0].cells.to_numpy().tolist() == [["职位表", "", "z"], ["", "", ""], ["焊工", "", "5"]]


def test_tabs_under_the_name_of_a_workbook_are_read(tmp_path):
    source = read_file(write(tmp_path / "a.xls", "职位\t单位\n焊工\t船厂\n", "gbk"))
    assert (source.format, source.encoding) == ("delimited", "gb18030")
    assert source.grids[0].cells.to_numpy().tolist() == [["职位", "单位"], ["焊工", "船厂"]]


def test_the_delimiter_that_excel_names_is_taken(tmp_path):
    assert cells(write(tmp_path / "a.csv", "sep=;\n职位;备注\n焊工;a,b,c\n"))[1:] == [["职位", "备注"], ["焊工", "a,b,c"]]


CHINESE = [
    ["职位", "单位", "城市"],
    ["焊接工程师", "沈阳机床", "沈阳"],
    ["会计", "大连重工有限公司", "大连"],
    ["Java工程师", "鞍钢", "鞍山"],
]


def as_csv(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def wrongly(text: str, encoding: str) -> str:
    """``text`` as UTF-8, read in ``encoding``; bytes that it has no sign for are shown as the control codes of Latin-1."""
    if encoding == "cp1252":
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    return text.encode().decode(encoding, "replace")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_texts_that_were_read_as_latin_are_put_right_and_counted(tmp_path, encoding):
    grid = read_file(as_csv(tmp_path / "a.csv", [[wrongly(cell, encoding) for cell in row] for row in CHINESE])).grids[0]
    assert grid.cells.to_numpy().tolist() == CHINESE
    assert grid.repaired_cell_count == 12


def test_texts_that_were_read_as_gbk_are_put_right_where_no_byte_was_lost(tmp_path):
    given = [[wrongly(cell, "gb18030") for cell in row] for row in CHINESE]
    assert given[1][2] == "娌堥槼" and given[1][0].endswith("�")
    grid = read_file(as_csv(tmp_path / "a.csv", given)).grids[0]
    expected = [[wrong if "�" in wrong else right for wrong, right in zip(*rows, strict=True)] for rows in zip(given, CHINESE, strict=True)]
    assert grid.cells.to_numpy().tolist() == expected
    assert grid.repaired_cell_count == sum("�" not in cell for row in given for cell in row)


def test_one_wrong_column_beside_right_ones_is_put_right_alone(tmp_path):
    rows = [[*row[:2], wrongly(row[2], "gb18030")] for row in CHINESE]
    grid = read_file(as_csv(tmp_path / "a.csv", rows)).grids[0]
    assert grid.cells.to_numpy().tolist() == CHINESE
    assert grid.repaired_cell_count == 4


@pytest.mark.parametrize(
    "text",
    ["café”… é”…", "«déjà»", "Müller & Söhne GmbH", "naïve – façade", "Ã©", "ÄÖÜ", "联通", "楠溪江", "瀹", "�沈阳", "Привет", "東京"],
)
def test_what_cannot_be_proven_wrong_stays(text):
    assert mojibake.repair(text) is None


def test_no_text_of_the_real_files_is_taken_for_a_wrong_one(real_files):
    for path in ("51job-2023-isixe/51job.csv", "zhaopin-2018-lai/zhilian.csv", "henan-civil-service-2026/henan-2026-positions.xlsx"):
        assert sum(grid.repaired_cell_count for grid in read_file(real_files / path).grids) == 0
