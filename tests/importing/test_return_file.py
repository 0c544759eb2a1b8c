"""The file that goes back: everything as it was but for the marks, a first sheet that sums it up, and nothing in it that runs."""

import io
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from fairboard.importing import return_file
from fairboard.importing.findings import SEVERITIES, Finding
from fairboard.importing.reading import read_file
from fairboard.importing.return_file import write_return_file
from fairboard.importing.return_marks import LEAST_CONTRAST, NotOpenableError, luminance, open_safely
from fairboard.importing.return_summary import AUTHOR, FILLS, INK, unique_title
from fairboard.importing.templates import INSTRUCTION_SHEETS

WRONG = "Not a wage"


def finding(sheet="岗位", row=4, column=2, value="面议吧", reason=WRONG, severity="unparsed", heading="月薪"):
    return Finding(sheet, row, column, heading, value, reason, severity)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A small job table with all that a sender may have in it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "岗位"
    sheet.append(["某市岗位需求表"])
    sheet.merge_cells("A1:D1")
    sheet.append([None])
    sheet.append(["单位", "岗位", "月薪", "人数"])
    sheet.append(["甲公司", "车工", "面议吧", 3])
    sheet.append([None, "钳工", "=1+1", 2])
    sheet.merge_cells("A4:A5")
    sheet.append(["=乙公司", "焊工", "6000", "=SUM(D4:D5)"])
    sheet["C4"].font = Font(name="SimSun", bold=True, color="FFFFFFFF")
    sheet["C4"].fill = PatternFill("solid", fgColor="FF000000")
    sheet["B6"].comment = Comment("请核实", "王")
    sheet.column_dimensions["B"].width = 33
    sheet.row_dimensions[3].height = 28
    sheet.freeze_panes = "A4"
    hidden = book.create_sheet("它's 隐藏")
    hidden.append(["x", 1.5])
    hidden.sheet_state = "hidden"
    path = tmp_path / "岗位表.xlsx"
    book.save(path)
    return path


def returned(path: Path, findings: list[Finding], language="zh", summary=(("Rows read", "3"),)) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_return_file(path, findings, summary, language)), rich_text=True)


def style_of(cell) -> tuple[str, ...]:
    """All that makes up a cell's look, as text: openpyxl's own objects of two workbooks are never equal."""
    return tuple(repr(part) for part in (cell.font, cell.fill, cell.border, cell.number_format, cell.alignment, cell.protection))


def assert_same_but_for(path: Path, book: openpyxl.Workbook, marked: set[tuple[str, str]]) -> int:
    """Compare every cell, width, merge and state with the sender's file; returns how many cells were compared."""
    before = openpyxl.load_workbook(path, rich_text=True)
    assert book.sheetnames[1:] == before.sheetnames
    count, pairs = 0, {}
    for own in before.worksheets:
        sheet = book[own.title]
        assert (sheet.dimensions, sheet.sheet_state, sheet.freeze_panes) == (own.dimensions, own.sheet_state, own.freeze_panes)
        assert {str(area) for area in sheet.merged_cells.ranges} == {str(area) for area in own.merged_cells.ranges}
        for name, dimension in own.column_dimensions.items():
            copy = sheet.column_dimensions[name]
            assert (copy.width, copy.hidden, copy.min, copy.max) == (dimension.width, dimension.hidden, dimension.min, dimension.max)
        assert {row: d.height for row, d in sheet.row_dimensions.items()} == {row: d.height for row, d in own.row_dimensions.items()}
        for left, right in zip(own.iter_rows(), sheet.iter_rows(), strict=True):
            for a, b in zip(left, right, strict=True):
                count += 1
                assert str(a.value) == str(b.value), b.coordinate
                assert a.data_type == b.data_type
                if (own.title, a.coordinate) not in marked:
                    pairs[tuple(a._style or ()), tuple(b._style or ())] = (a, b)
    for a, b in pairs.values():
        assert style_of(a) == style_of(b), a.coordinate
    return count


def test_everything_but_the_marked_cell_is_as_it_was(sent):
    assert assert_same_but_for(sent, returned(sent, [finding()]), {("岗位", "C4")}) == 6 * 4 + 2


def test_a_marked_cell_has_the_colour_of_its_severity_a_comment_and_text_that_can_be_read(sent):
    cell = returned(sent, [finding()])["岗位"]["C4"]
    assert cell.fill.fgColor.rgb == f"FF{FILLS['unparsed']}"
    assert cell.font.color.rgb == f"FF{INK}", "white on black became dark on yellow"
    assert (cell.font.name, cell.font.bold) == ("SimSun", True)
    assert cell.comment.text == f"未识别：{WRONG}"
    assert cell.comment.author == AUTHOR


@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_ink_can_be_read_on_every_mark(severity):
    assert (luminance(FILLS[severity]) + 0.05) / (luminance(INK) + 0.05) > 2 * LEAST_CONTRAST


def test_what_the_sender_wrote_in_a_comment_stays_above_ours(sent):
    comment = returned(sent, [finding(row=6, column=1)])["岗位"]["B6"].comment
    assert comment.text.startswith("请核实\n")
    assert WRONG in comment.text
    assert comment.author == "王"


def test_the_comment_on_a_merged_cell_stands_at_its_top_left_and_names_the_row(sent):
    sheet = returned(sent, [finding(row=5, column=0)])["岗位"]
    assert sheet["A4"].comment.text == f"第 5 行，未识别：{WRONG}"
    assert sheet["A4"].fill.fgColor.rgb == f"FF{FILLS['unparsed']}"


def test_a_row_that_was_left_out_is_coloured_in_all_its_cells_and_the_gravest_mark_wins(sent):
    sheet = returned(sent, [finding(row=6, column=None, severity="rejected"), finding(row=6, severity="flagged")])["岗位"]
    colours = [sheet.cell(6, column).fill.fgColor.rgb[2:] for column in range(1, 5)]
    assert colours == [FILLS["rejected"], FILLS["rejected"], FILLS["flagged"], FILLS["rejected"]]
    assert sheet["A6"].comment.text.startswith("未导入")
    two = returned(sent, [finding(severity="repeated"), finding(severity="rejected", reason="Other")])["岗位"]["C4"]
    assert two.fill.fgColor.rgb[2:] == FILLS["rejected"]
    assert two.comment.text.count("\n") == 1


def test_the_first_sheet_sums_up_and_links_to_each_cell(sent):
    findings = [finding(), finding(row=6, column=None, severity="rejected", reason="No title"), finding("它's 隐藏", 1, 1)]
    book = returned(sent, findings)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert (sheet.title, book.active.title) == ("核对结果", "核对结果")
    assert ["文件", "岗位表.xlsx"] in [row[:2] for row in rows]
    assert ["读取行数", "3"] in [row[:2] for row in rows]
    assert ["未识别", WRONG, "2"] in [row[:3] for row in rows]
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'岗位'!C4", "'岗位'!A6", "'它''s 隐藏'!B1"]
    assert [other.sheet_view.tabSelected for other in book.worksheets[1:]] == [False, False]


def test_a_text_of_the_file_is_never_a_formula_on_the_first_sheet(sent):
    sheet = returned(sent, [finding(value='=HYPERLINK("http://x","y")', heading="@x"), finding(value="\x07=cmd|' /C calc'!A0")]).worksheets[
        0
    ]
    risky = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(("=", "@"))]
    assert len(risky) == 3
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)


def test_english_and_chinese_differ_in_every_word_of_ours(sent):
    sheet = returned(sent, [finding()], "en").worksheets[0]
    assert sheet.title == "Check results"
    assert returned(sent, [finding()], "en")["岗位"]["C4"].comment.text == f"Not understood: {WRONG}"


def test_a_sheet_of_the_same_name_is_kept_and_ours_gets_another(sent):
    book = openpyxl.load_workbook(sent)
    book.create_sheet("核对结果").append(["own"])
    book.save(sent)
    assert returned(sent, [finding()]).sheetnames == ["核对结果 2", "岗位", "它's 隐藏", "核对结果"]
    assert "核对结果 2" in INSTRUCTION_SHEETS
    assert unique_title("a/b", ["A_B", "a_b 2"]) == "a_b 3"
    assert len(unique_title("长" * 40, ["长" * 31])) <= 31


def test_a_return_file_that_comes_back_corrected_loses_its_earlier_marks(sent):
    again = sent.with_name("again.xlsx")
    again.write_bytes(write_return_file(sent, [finding(), finding(row=6, column=1)], (), "zh"))
    book = returned(again, [finding(row=5, column=1)])
    assert book.sheetnames == ["核对结果", "岗位", "它's 隐藏"]
    assert book["岗位"]["C4"].comment is None
    assert book["岗位"]["C4"].fill.fill_type is None
    assert book["岗位"]["B6"].comment.text == "请核实"
    assert book["岗位"]["B5"].comment.text == f"未识别：{WRONG}"


@pytest.mark.parametrize(("name", "content"), [
    ("表.csv", "单位,岗位,月薪\n甲,车工,面议吧\n=乙,焊工,00612\n".encode()),
    ("表.csv", "单位,岗位,月薪\n甲,车工,面议吧\n=乙,焊工,00612\n".encode("gb18030")),
    ("表.tsv", "单位\t岗位\t月薪\n甲\t车工\t面议吧\n=乙\t焊工\t00612\n".encode()),
])  # fmt: skip
def test_a_text_file_comes_back_as_a_workbook_of_texts(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    book = returned(path, [finding("表", 2, 2), finding("表", 3, None, severity="rejected")])
    sheet = book["表"]
    assert [[cell.value for cell in row] for row in sheet] == [["单位", "岗位", "月薪"], ["甲", "车工", "面议吧"], ["=乙", "焊工", "00612"]]
    assert {cell.data_type for row in sheet for cell in row} == {"s"}
    assert sheet["A3"].quotePrefix
    assert sheet["C2"].comment.text == f"未识别：{WRONG}"
    assert sheet["B3"].fill.fgColor.rgb == f"FF{FILLS['rejected']}"
    assert [c.hyperlink.location for row in book.worksheets[0] for c in row if c.hyperlink] == ["'表'!C2", "'表'!A3"]


def test_of_a_very_large_file_only_the_rows_with_findings_come_back_with_their_numbers(sent, monkeypatch):
    monkeypatch.setattr(return_file, "MOST_CELLS", 10)
    book = returned(sent, [finding()])
    assert book.sheetnames == ["核对结果", "岗位"]
    assert [[cell.value for cell in row] for row in book["岗位"]] == [
        ["原文件行号", "单位", "岗位", "月薪", "人数"], [4, "甲公司", "车工", "面议吧", "3"],
    ]  # fmt: skip
    assert book["岗位"]["D2"].comment.text == f"未识别：{WRONG}"
    first = [cell.value for row in book.worksheets[0] for cell in row if cell.value]
    assert any("只含有问题的行" in text for text in first)
    links = [(cell.value, cell.hyperlink.location) for row in book.worksheets[0] for cell in row if cell.hyperlink]
    assert links == [("C4", "'岗位'!D2")], "the cell is named as in the sender's file, the link leads to the row here"


def test_openpyxl_never_expands_the_entities_of_a_workbook(sent):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bad = sent.with_name("bomb.xlsx")
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(bad, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).decode("utf-8")
            if entry.filename == "xl/workbook.xml":
                start = data.index("<workbook")
                data = data[:start] + bomb + data[start:]
            new.writestr(entry, data)
    with pytest.raises(NotOpenableError, match="entities"):
        open_safely(bad)


def test_a_file_without_findings_says_so(sent):
    book = returned(sent, [])
    assert "未发现问题" in book.worksheets[0]["A2"].value
    assert_same_but_for(sent, book, set())


def test_more_findings_than_the_list_holds_are_counted(sent):
    findings = [finding(row=row, column=0) for row in range(4, 5_104)]
    book = returned(sent, findings)
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert sum(1 for row in rows if row[1] == "岗位" and row[3]) == 5_000
    assert any("5,100" in str(row[0]) for row in rows)
    assert book["岗位"]["A5103"].fill.fgColor.rgb == f"FF{FILLS['unparsed']}"


def test_a_real_civil_service_table_comes_back_unchanged_but_for_its_marks(real_files):
    path = real_files / "henan-civil-service-2026" / "henan-2026-positions.xlsx"
    sheets = openpyxl.load_workbook(path, read_only=True).sheetnames
    findings = [finding(sheets[0], 10, 4), finding(sheets[0], 12, None, severity="rejected"), finding(sheets[1], 7, 2, severity="flagged")]
    book = returned(path, findings)
    width = book[sheets[0]].max_column
    marked = {
        (sheets[0], "E10"),
        (sheets[1], "C7"),
        *((sheets[0], book[sheets[0]].cell(12, column + 1).coordinate) for column in range(width)),
    }
    assert assert_same_but_for(path, book, marked) == 90_180
    assert book[sheets[0]]["E10"].comment.text == f"未识别：{WRONG}"


def test_a_workbook_that_openpyxl_cannot_open_comes_back_as_a_copy(sent, monkeypatch):
    def refuse(*_, **__):
        raise ValueError("invalid style")

    monkeypatch.setattr(openpyxl, "load_workbook", refuse)
    content = write_return_file(sent, [finding()], (), "zh")
    monkeypatch.undo()
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert "副本" in str(book.worksheets[0]["A3"].value)
    assert book["岗位"]["C4"].value == "面议吧"


def test_a_return_file_is_read_as_the_file_it_was_made_of(real_files, tmp_path):
    path = real_files / "henan-civil-service-2026" / "henan-2026-positions.xlsx"
    before = read_file(path)
    back = tmp_path / "back.xlsx"
    back.write_bytes(write_return_file(path, [finding(before.grids[0].sheet, 10, 4)], (), "zh"))
    after = [grid for grid in read_file(back).grids if grid.sheet not in INSTRUCTION_SHEETS]
    assert [grid.sheet for grid in after] == [grid.sheet for grid in before.grids]
    assert all(left.cells.equals(right.cells) and left.merged == right.merged for left, right in zip(before.grids, after, strict=True))


EXCELS_LIST = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:dataValidation type="list" allowBlank="1" xr:uid="{00000000-0002-0000-0000-000000000000}"><x14:formula1><xm:f>选项!$A$1:$A$3</xm:f>'
    "</x14:formula1><xm:sqref>D4:D9</xm:sqref></x14:dataValidation></x14:dataValidations></ext>{more}</extLst>"
)
"""How Excel writes a drop-down list whose values stand on another sheet."""


def opened_quietly(content: bytes) -> openpyxl.Workbook:
    """The workbook, without what openpyxl says about extensions that it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content))


def with_extension(path: Path, more: str = "") -> Path:
    """The workbook with Excel's extension at the end of its first sheet."""
    target = path.with_name("excel.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).decode("utf-8")
            if entry.filename == "xl/worksheets/sheet1.xml":
                names = ' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"'
                data = data.replace("<worksheet", f"<worksheet{names}", 1).replace(
                    "</worksheet>", EXCELS_LIST.replace("{more}", more) + "</worksheet>"
                )
            new.writestr(entry, data)
    return target


def test_the_drop_down_lists_that_excel_keeps_in_an_extension_stay(sent):
    content = write_return_file(with_extension(sent), [finding()], (), "zh")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.startswith("xl/worksheets/sheet")}
    holding = [part for part in parts.values() if "选项!$A$1:$A$3" in part]
    assert len(holding) == 1
    assert "xr:uid" not in holding[0]
    assert holding[0].index("<extLst>") > holding[0].index("</sheetData>")
    book = opened_quietly(content)
    assert book["岗位"]["C4"].comment.text == f"未识别：{WRONG}"


def test_an_extension_that_cannot_be_taken_over_is_named_on_the_first_sheet(sent):
    other = '<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext>'
    content = write_return_file(with_extension(sent, other), [finding()], (), "zh")
    sheet = opened_quietly(content).worksheets[0]
    assert "条件格式" in sheet["A3"].value
