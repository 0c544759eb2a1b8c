"""Layouts that a person corrected: recognised again, asked about where they have changed, passed over where they are damaged."""

import json

import pytest

from fairboard.errors import QuestionError
from fairboard.importing.batch import read_intake
from fairboard.importing.folder import Choices
from fairboard.importing.layouts import Layout, layout_of, layouts_folder, load_layouts, remove_layout, save_layout
from fairboard.importing.reading import read_file
from fairboard.importing.understanding import understand
from tests.importing.tables import fields_of, plan_of, rows_of, values_of, write_delimited, write_workbook

ROWS = rows_of("""
    2026年第一季度用工信息
    用工方|招什么人|招多少|给多少钱|在哪儿干
    沈阳机床股份有限公司|机械工程师|5|6000-8000|沈阳
    沈阳机床股份有限公司|数控车工|20|5000-6000|沈阳
    大连船舶重工集团有限公司|焊工|30|7000-9000|大连
    东软集团股份有限公司|软件工程师|12|8000-15000|沈阳
""")
FIELDS = ("employer", "title", "headcount", "wage", "place")


@pytest.fixture(autouse=True)
def folder(data_folder):
    return data_folder


def corrected(path, fields=FIELDS, constants=()):
    """The plan of a file after a person has said what each of its columns is."""
    plan = plan_of(path)
    mapping = plan.with_header(1, 1).mapping if plan.mapping.header_row != 2 else plan.mapping
    for column, name in enumerate(fields):
        mapping = mapping.with_field(column, name)
    for name, value in constants:
        mapping = mapping.with_constant(name, value)
    return plan.with_mapping(mapping)


def saved_plan(path):
    return understand(read_file(path), load_layouts())[0]


def test_a_layout_nobody_knows_is_asked_about_until_it_was_corrected_once(tmp_path):
    path = write_workbook(tmp_path / "用工.xlsx", {"Sheet1": ROWS})
    with pytest.raises(QuestionError):
        read_intake(path)
    save_layout(layout_of(corrected(path).mapping, "210100"))
    intake = read_intake(path)
    assert intake.of_kind("postings").loaded_count == 4
    assert {column.reason for column in intake.of_kind("postings").mappings[0].columns} == {"saved"}


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("另一个表", ROWS),
        ("Sheet1", [ROWS[0], ROWS[1], *ROWS[:1:-1]]),
        ("Sheet1", [["2026年第二季度"], ["填报单位：沈阳市人社局"], [], *ROWS[1:]]),
        ("Sheet1", ROWS[1:]),
        ("Sheet1", [ROWS[0], [f" {' '.join(cell)}：" for cell in ROWS[1]], *ROWS[2:]]),
    ],
    ids=["another name of the sheet", "another order of the rows", "another title", "no title", "blanks and colons in the headings"],
)
def test_a_corrected_layout_is_recognised(tmp_path, sheet, rows):
    first = write_workbook(tmp_path / "first.xlsx", {"Sheet1": ROWS})
    save_layout(layout_of(corrected(first).mapping))
    plan = saved_plan(write_workbook(tmp_path / "next.xlsx", {sheet: rows}))
    assert plan.is_ready and plan.layout is not None
    assert sorted(fields_of(plan)) == sorted(FIELDS)
    assert sorted(values_of(plan, ["headcount"])["headcount"]) == [5, 12, 20, 30]


def test_another_column_more_is_another_layout(tmp_path):
    save_layout(layout_of(corrected(write_workbook(tmp_path / "first.xlsx", {"Sheet1": ROWS})).mapping))
    wider = [ROWS[0], *([*row, cell] for row, cell in zip(ROWS[1:], ["干多久", "1年", "2年", "3年", "1年"], strict=True))]
    assert saved_plan(write_workbook(tmp_path / "next.xlsx", {"Sheet1": wider})).layout is None


def test_a_column_whose_values_have_changed_is_asked_about_again(tmp_path):
    save_layout(layout_of(corrected(write_workbook(tmp_path / "first.xlsx", {"Sheet1": ROWS})).mapping))
    swapped = [*ROWS[:2], *([row[1], row[0], row[3], row[2], row[4]] for row in ROWS[2:])]
    plan = saved_plan(write_workbook(tmp_path / "next.xlsx", {"Sheet1": swapped}))
    assert not plan.is_ready
    assert {column.proposed for column in plan.mapping.questions} == {"employer", "title", "headcount", "wage"}


def test_a_layout_without_a_header_is_not_put_on_a_table_that_has_one(tmp_path):
    bare = write_delimited(tmp_path / "bare.csv", ROWS[2:])
    plan = plan_of(bare)
    assert plan.mapping.header_height == 0
    mapping = plan.mapping
    for column, name in enumerate(FIELDS):
        mapping = mapping.with_field(column, name)
    save_layout(layout_of(mapping))
    assert saved_plan(bare).is_ready and len(saved_plan(bare).table.rows) == 4
    headed = rows_of("""
        序号|商品|单位|单价|产地
        1|车床|台|85000|沈阳
        2|铣床|台|95000|大连
    """)
    assert not saved_plan(write_delimited(tmp_path / "headed.csv", headed)).is_ready


def test_an_employer_given_for_a_whole_sheet_is_asked_about_again_the_next_time(tmp_path):
    rows = rows_of("""
        沈阳鼓风机集团股份有限公司招聘表
        岗位名称|招聘人数|学历
        气动设计师|4|硕士
        焊接工艺员|2|本科
    """)
    path = write_workbook(tmp_path / "first.xlsx", {"Sheet1": rows})
    plan = plan_of(path)
    answered = plan.with_mapping(plan.mapping.answered())
    assert answered.is_ready and values_of(answered, ["employer"]) == {"employer": ["沈阳鼓风机集团股份有限公司"] * 2}
    save_layout(layout_of(answered.mapping))
    other = write_workbook(tmp_path / "next.xlsx", {"Sheet1": [["大连冰山集团有限公司招聘表"], *rows[1:]]})
    again = saved_plan(other)
    assert again.layout and not again.is_ready and again.mapping.proposals == {"employer": "大连冰山集团有限公司"}
    nameless = saved_plan(write_workbook(tmp_path / "third.xlsx", {"Sheet1": rows[1:]}))
    assert not nameless.is_ready and nameless.question_count == 1


def test_degrees_across_stay_apart_under_a_saved_layout(tmp_path):
    rows = rows_of("""
        参会学校|本科|硕士|合计
        东北大学|120|85|205
        辽宁大学|64|20|84
    """)
    path = write_workbook(tmp_path / "签到.xlsx", {"Sheet1": rows})
    plan = plan_of(path)
    plan = plan.with_mapping(plan.mapping.with_field(0, "university"))
    expected = values_of(plan, ["degree_level", "attendance_count"])
    assert expected == {"degree_level": ["bachelor", "bachelor", "master", "master"], "attendance_count": [120, 64, 85, 20]}
    save_layout(layout_of(plan.mapping))
    assert values_of(saved_plan(path), ["degree_level", "attendance_count"]) == expected


def test_the_office_is_kept_with_the_layout_and_gives_way_to_what_is_said(tmp_path):
    path = write_workbook(tmp_path / "用工.xlsx", {"Sheet1": ROWS})
    save_layout(layout_of(corrected(path).mapping, "210800"))
    intake = read_intake(path)
    assert intake.layout_office == "210800"
    assert Choices().office_of(path, intake) == "210800"
    assert Choices().office_of(tmp_path / "大连市_用工.xlsx", intake) == "210200"
    assert Choices(office="210100").office_of(tmp_path / "大连市_用工.xlsx", intake) == "210100"
    assert Choices().office_of(path) is None


SOUND = {"kind": "postings", "header_height": 1, "keys": ["用工方", "招什么人"], "fields": ["employer", "title"], "constants": {}, "office": None}
DAMAGED = {
    "no JSON": "{", "a list": "[]", "a number": "7", "nothing": "", "an unknown kind": {"kind": "prices"}, "a kind that is a list": {"kind": []},
    "an unknown field": {"fields": ["employer", "password"]}, "a field that is a list": {"fields": ["employer", ["title"]]},
    "fields that are a number": {"fields": 3}, "more fields than headings": {"fields": ["employer", "title", "wage"]},
    "no field at all": {"fields": [None, None]}, "a header below zero": {"header_height": -4}, "an endless header": {"header_height": 10**9},
    "a height that is a word": {"header_height": "one"}, "constants that are a list": {"constants": ["employer"]},
    "a constant of an unknown field": {"constants": {"__class__": "x"}}, "an office that is a path": {"office": "../../etc/passwd"},
    "an office that is a list": {"office": ["210100"]}, "an enormous file": {"saved_at": "x" * 2_000_000}, "deep brackets": "[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_or_hostile_layout_is_passed_over(tmp_path, name):
    change = DAMAGED[name]
    layouts_folder().mkdir(parents=True)
    text = change if isinstance(change, str) else json.dumps(SOUND | change, ensure_ascii=False)
    (layouts_folder() / "0123456789abcdef.json").write_text(text, encoding="utf-8")
    assert load_layouts() == ()


def test_only_files_named_like_a_layout_are_read(tmp_path):
    layouts_folder().mkdir(parents=True)
    for name in ("notes.json", "0123456789abcdef.json.bak", "0123456789ABCDEF.json"):
        (layouts_folder() / name).write_text(json.dumps(SOUND), encoding="utf-8")
    (layouts_folder() / "fedcba9876543210.json").mkdir()
    assert load_layouts() == ()


def test_a_layout_that_was_removed_is_forgotten(tmp_path):
    layout = Layout("postings", 1, ("用工方", "招什么人"), ("employer", "title"))
    save_layout(layout)
    remove_layout("../" + layout.layout_id)
    assert [found.layout_id for found in load_layouts()] == [layout.layout_id]
    remove_layout(layout.layout_id)
    assert load_layouts() == ()
