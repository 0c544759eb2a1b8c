"""Workbooks of several sheets, and forms: what stands around a table says what its rows do not."""

import pytest

from fairboard.errors import QuestionError
from fairboard.importing.batch import read_intake
from fairboard.importing.reading import read_file
from fairboard.importing.understanding import understand
from tests.importing.tables import fields_of, plan_of, rows_of, values_of, write_workbook

HEADER = ["岗位名称", "招聘人数", "学历要求", "薪资待遇"]


def test_a_sheet_for_each_employer_proposes_the_employer_it_is_named_after(tmp_path):
    path = write_workbook(tmp_path / "岗位.xlsx", {
        "沈阳机床股份有限公司": [HEADER, ["机械工程师", "5", "本科", "6000-8000元"], ["装配钳工", "20", "中专", "4500-6000元"]],
        "东软集团股份有限公司": [HEADER, ["软件工程师", "12", "本科", "8000-15000元"], ["测试工程师", "6", "本科", "6000-9000元"]],
    })  # fmt: skip
    plans = understand(read_file(path))
    assert [plan.mapping.proposals for plan in plans] == [{"employer": "沈阳机床股份有限公司"}, {"employer": "东软集团股份有限公司"}]
    assert [(plan.is_ready, plan.is_kind_sure, plan.question_count) for plan in plans] == [(False, True, 1)] * 2
    with pytest.raises(QuestionError, match="which “Employer” do all rows have. Perhaps: 沈阳机床股份有限公司"):
        read_intake(path)
    postings = read_intake(path, is_answered=True).of_kind("postings").records
    assert postings["employer"].tolist() == ["沈阳机床股份有限公司"] * 2 + ["东软集团股份有限公司"] * 2


def test_sheets_for_each_district_are_one_batch(tmp_path):
    header = ["序号", "用人单位", *HEADER]
    path = write_workbook(tmp_path / "岗位.xlsx", {
        "铁西区": [header, ["1", "沈阳机床股份有限公司", "机械工程师", "5", "本科", "6000-8000元"]],
        "浑南区": [header, ["1", "东软集团股份有限公司", "软件工程师", "12", "本科", "8000-15000元"], ["2", "东软集团股份有限公司", "会计", "1", "本科", "5000元"]],
        "说明": [["填表说明"], ["一、请如实填写"], ["二、3月20日前报送"]],
    })  # fmt: skip
    intake = read_intake(path)
    batch = intake.of_kind("postings")
    assert [(sheet.sheet, sheet.loaded_count) for sheet in batch.sheets] == [("铁西区", 1), ("浑南区", 2)]
    assert [sheet.sheet for sheet in intake.left_out] == ["说明"]


def test_a_form_above_the_table_says_who_the_employer_is(tmp_path):
    plan = plan_of(write_workbook(tmp_path / "登记表.xlsx", {"Sheet1": rows_of("""
        招聘会参会单位登记表
        单位名称|营口忠旺铝业有限公司|单位性质|民营
        所属行业|制造业|单位规模|1000-5000人
        联系人|张三|联系电话|13800000000
        招聘岗位|招聘人数|学历要求|月薪
        挤压操作工|50|高中|5000-7000
        模具设计师|4|本科|8000-12000
    """)}))  # fmt: skip
    assert plan.is_ready and plan.mapping.header_row == 5
    assert fields_of(plan) == {"title": "招聘岗位", "headcount": "招聘人数", "education": "学历要求", "wage": "月薪"}
    assert values_of(plan, ["employer", "ownership", "industry_section", "size_text", "headcount"]) == {
        "employer": ["营口忠旺铝业有限公司"] * 2, "ownership": ["private"] * 2, "industry_section": ["C"] * 2, "size_text": ["1000-5000人"] * 2,
        "headcount": [50, 4],
    }  # fmt: skip


def test_a_labelled_line_above_the_table_says_who_the_employer_is(tmp_path):
    plan = plan_of(write_workbook(tmp_path / "岗位.xlsx", {"Sheet1": [["单位名称：营口忠旺铝业有限公司"], HEADER, ["挤压工", "50", "高中", "5000元"]]}))
    assert plan.is_ready and values_of(plan, ["employer"]) == {"employer": ["营口忠旺铝业有限公司"]}


def test_the_office_that_filled_a_table_in_is_not_taken_for_the_employer(tmp_path):
    plan = plan_of(write_workbook(tmp_path / "岗位.xlsx", {"Sheet1": [["填报单位：营口市人力资源和社会保障局"], HEADER, ["挤压工", "50", "高中", "5000元"]]}))
    assert not plan.is_ready and plan.mapping.missing == ("employer",) and not plan.mapping.proposals


def test_equal_jobs_of_two_employers_that_are_written_once_are_no_repeats(tmp_path):
    path = write_workbook(tmp_path / "岗位.xlsx", {"Sheet1": rows_of("""
        单位名称|岗位名称|招聘人数
        沈阳机床股份有限公司|钳工|5
        |普工|10
        |普工|10
        大连冰山集团有限公司|焊工|3
        |普工|10
    """)})  # fmt: skip
    batch = read_intake(path).of_kind("postings")
    assert (batch.row_count, batch.loaded_count, batch.repeated_count) == (5, 4, 1)
    assert batch.records["employer"].tolist() == ["沈阳机床股份有限公司"] * 2 + ["大连冰山集团有限公司"] * 2


def test_what_was_filled_down_is_reported(tmp_path):
    from fairboard.importing.summary import describe_batch

    path = write_workbook(tmp_path / "岗位.xlsx", {"Sheet1": rows_of("""
        单位名称|岗位名称|招聘人数
        沈阳机床股份有限公司|钳工|5
        |普工|10
        大连冰山集团有限公司|焊工|3
        |电工|10
    """)})  # fmt: skip
    batch = read_intake(path).of_kind("postings")
    assert batch.sheets[0].filled_down == {"employer": 2}
    assert "  Taken from the cell above where empty: Employer (2)" in list(describe_batch(batch, "en"))
