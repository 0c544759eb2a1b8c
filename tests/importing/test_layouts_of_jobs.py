"""Job tables in some forty layouts: each is understood without a question and rightly, or it is asked about."""

import pytest

from tests.importing.job_layouts import asked, employers, headcounts, headings, packed, wages
from tests.importing.tables import (
    asked_of,
    fields_of,
    plan_of,
    plan_of_case,
    rows_of,
    values_of,
    write_delimited,
    write_json,
    write_workbook,
)

PLAIN = rows_of("""
    单位名称|岗位名称|招聘人数|学历要求|专业要求|月薪(元)|工作地点
    沈阳机床股份有限公司|机械工程师|5|本科及以上|机械设计制造及其自动化|6000-8000|沈阳市铁西区
    沈阳机床股份有限公司|装配钳工|20|中专|不限|4500-6000|沈阳市铁西区
    大连船舶重工集团有限公司|焊工|30|高中|不限|7000-9000|大连市西岗区
    东软集团股份有限公司|软件工程师|12|本科|计算机科学与技术|8000-15000|沈阳市浑南区
""")
PLAIN_FIELDS = {"employer": "单位名称", "title": "岗位名称", "headcount": "招聘人数", "education": "学历要求", "major": "专业要求",
                "wage": "月薪(元)", "place": "工作地点"}  # fmt: skip
PLAIN_VALUES = {
    "title": ["机械工程师", "装配钳工", "焊工", "软件工程师"],
    "headcount": [5, 20, 30, 12],
    "wage_min": [6000, 4500, 7000, 8000],
    "wage_max": [8000, 6000, 9000, 15000],
    "education_level": ["bachelor", "secondary_vocational", "senior_secondary", "bachelor"],
    "region_code": ["210100", "210100", "210200", "210100"],
}

CASES = (*headings.CASES, *employers.CASES, *wages.CASES, *headcounts.CASES, *packed.CASES, *asked.CASES)


def write_xls(path, rows):
    xlwt = pytest.importorskip("xlwt", reason="xlwt, which writes XLS files, is not installed")
    book = xlwt.Workbook()
    sheet = book.add_sheet("岗位")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(row, column, int(cell) if cell.isdigit() else cell)
    book.save(str(path))
    return path


WRITERS = {
    "jobs.xlsx": lambda path: write_workbook(path, {"岗位": PLAIN}),
    "jobs.xls": lambda path: write_xls(path, PLAIN),
    "utf8.csv": lambda path: write_delimited(path, PLAIN, "utf-8-sig"),
    "gbk.csv": lambda path: write_delimited(path, PLAIN, "gbk"),
    "jobs.tsv": lambda path: write_delimited(path, PLAIN, delimiter="\t"),
    "semicolons.csv": lambda path: write_delimited(path, PLAIN, delimiter=";"),
    "jobs.json": lambda path: write_json(path, PLAIN),
    "jobs.jsonl": lambda path: write_json(path, PLAIN, is_lines=True),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_postings(name, tmp_path):
    plan = plan_of(WRITERS[name](tmp_path / name))
    assert plan.is_ready
    assert fields_of(plan) == PLAIN_FIELDS
    assert values_of(plan, PLAIN_VALUES) == PLAIN_VALUES


def test_a_csv_without_a_header_is_understood_by_its_values(tmp_path):
    plan = plan_of(write_delimited(tmp_path / "jobs.csv", PLAIN[1:]))
    assert plan.mapping.header_height == 0 and len(plan.table.rows) == 4
    assert {name: letter for letter, column in zip("ABCDEFG", plan.mapping.columns, strict=True) if (name := column.field)} == {
        "employer": "A", "title": "B", "education": "D", "major": "E", "wage": "F", "place": "G"
    }  # fmt: skip
    assert asked_of(plan) == {"headcount"}


def test_a_header_of_two_rows_is_read_from_a_csv_that_knows_no_merged_cells(tmp_path):
    case = next(case for case in CASES if case.name == "two rows of headings, groups merged")
    plan = plan_of(write_delimited(tmp_path / "jobs.csv", case.rows))
    assert plan.is_ready and fields_of(plan) == case.fields
    assert values_of(plan, case.values) == case.values


SURE = [case for case in CASES if case.is_sure and not case.merged]


@pytest.mark.parametrize("case", SURE, ids=lambda case: case.name)
def test_without_its_headings_a_column_is_what_it_was_or_is_asked_about(case, tmp_path):
    plan = plan_of_case(case, tmp_path)
    known = {column.column: {column.field, *column.parts} for column in plan.mapping.columns}
    header = plan.table.header
    names = [f"col{column}" for column in range(len(header.labels))]
    bare = [*case.rows[: header.row], names, *case.rows[header.row + 1 :]]
    found = plan_of(write_workbook(tmp_path / "bare.xlsx", {"Sheet1": bare}))
    assert not found.is_ready or all(column.field is None or column.field in known[column.column] for column in found.mapping.columns)


@pytest.mark.parametrize("case", SURE, ids=lambda case: case.name)
def test_a_table_that_lacks_the_jobs_or_the_employers_is_never_taken_over_unasked(case, tmp_path):
    plan = plan_of_case(case, tmp_path)
    for name in ("title", "employer"):
        column = plan.mapping.column_of(name).column
        rows = [[cell for place, cell in enumerate(row) if place != column] if len(row) > 1 else row for row in case.rows]
        assert not plan_of(write_workbook(tmp_path / "less.xlsx", {"Sheet1": rows})).is_ready, name
