"""From a file made by hand to the rows of a version; what is expected stands beside the table."""

import json
from datetime import date

import openpyxl
import pytest

from fairboard.errors import InputFileError, QuestionError, RequestError
from fairboard.importing.batch import read_intake
from fairboard.importing.filing import NewFair, store_intake
from fairboard.importing.summary import describe_batch
from fairboard.store import versions

ROWS = [
    ["2026年春季招聘会岗位表"],
    ["填报单位：大连市人社局"],
    ["序号", "单位名称", "岗位 名称", "招聘人数", "月薪（元）", "学历要求", "工作地点", "联系人", "联系电话", "单位性质"],
    ["1", "大连船厂", "焊工", "5", "6000-8000", "大专及以上", "大连", "张三", "13800000000", "国企"],
    ["2", "大连船厂", "电气工程师", "若干", "1.2-1.8万", "本科", "大连·甘井子", "张三", "13800000000", "国企"],
    [],
    ["序号", "单位名称", "岗位 名称", "招聘人数", "月薪（元）", "学历要求", "工作地点", "联系人", "联系电话", "单位性质"],
    ["3", "沈阳机床", "会计", "", "面议", "不限", "沈阳", "李四", "13900000000", "民营"],
    ["3", "沈阳机床", "会计", "", "面议", "不限", "沈阳", "李四", "13900000000", "民营"],
    ["4", "沈阳机床", "", "2", "5000", "本科", "沈阳", "李四", "13900000000", "民营"],
    ["5", "", "钳工", "2", "5000", "本科", "沈阳", "李四", "13900000000", "民营"],
    ["6", "鞍山钢铁", "'); drop table postings; --", "0", "高薪", "=1+1", "火星", "王五", "13700000000", "未知"],
    ["合计", "", "", "9"],
    ["注：以上岗位以单位公布为准"],
]
FAIR = NewFair("春季招聘会", "Spring fair", "on_site", date(2026, 3, 25), date(2026, 3, 26), "210200")


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "岗位表.xlsx"
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append([cell or None for cell in row])
    for cell in book.active[12]:
        cell.data_type = "s"  # texts, not formulas
    book.active.merge_cells("A1:J1")
    book.save(path)
    return path


def test_every_row_is_loaded_rejected_repeated_or_no_record(workbook):
    batch = read_intake(workbook).of_kind("postings")
    sheet = batch.sheets[0]
    assert (sheet.header_row, batch.row_count, len(batch.records), len(batch.rejected), batch.repeated_count) == (3, 7, 4, 2, 1)
    assert sheet.skipped == {"above_header": 2, "blank": 1, "repeated_header": 1, "totals": 1, "note": 1}
    assert batch.records["source_row"].tolist() == [4, 5, 8, 12]
    rejected = batch.rejected[["source_row", "column_name", "reason"]].to_numpy().tolist()
    assert rejected == [[10, "岗位 名称", "The row has no job title."], [11, "单位名称", "The row has no employer."]]


def test_cells_become_values_and_what_is_not_understood_is_counted(workbook):
    batch = read_intake(workbook).of_kind("postings")
    rows = batch.records.astype(object).where(batch.records.notna(), None)
    assert rows["wage_min"].tolist() == [6000, 12000, None, None]
    assert rows["wage_max"].tolist() == [8000, 18000, None, None]
    assert rows["headcount"].tolist() == [5, None, None, 0]
    assert rows["headcount_status"].tolist() == ["stated", "several", "missing", "stated"]
    assert rows["openings"].tolist() == [5, 1, 1, 0]
    assert rows["education_level"].tolist() == ["associate", "bachelor", "none", "unknown"]
    assert rows["region_code"].tolist() == ["210200", "210200", "210100", None]
    assert rows["ownership"].tolist() == ["state", "state", "private", "unknown"]
    assert {field: dict(counts.unparsed) for field, counts in batch.coverage.items() if field in ("wage", "education", "place")} == {
        "wage": {"高薪": 1}, "education": {"=1+1": 1}, "place": {"火星": 1}
    }  # fmt: skip


def test_columns_with_personal_data_are_dropped_and_named(workbook):
    batch = read_intake(workbook).of_kind("postings")
    assert batch.mappings[0].dropped_personal() == ("联系人", "联系电话")
    assert not batch.records.astype(str).apply(lambda column: column.str.contains("张三|13800000000")).any().any()
    assert "联系人" in "\n".join(describe_batch(batch, "zh"))


def test_a_telephone_number_inside_a_kept_cell_is_removed_and_counted(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("职位,单位,地点\n焊工（电话13812345678）,船厂,大连\n钳工,船厂,大连\n", encoding="utf-8")
    batch = read_intake(path).of_kind("postings")
    assert batch.records["title"].tolist() == ["焊工（电话***）", "钳工"]
    assert batch.coverage["title"].removed == 1


def test_a_column_of_demand_that_holds_bands_of_people_is_company_size(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("职位,公司,需求\n焊工,船厂,50-150人\n钳工,机床,少于50人\n会计,钢铁,10000人以上\n司机,物流,无\n", encoding="utf-8")
    batch = read_intake(path).of_kind("postings")
    assert (batch.mappings[0].column_of("size").heading, batch.mappings[0].column_of("headcount")) == ("需求", None)
    assert batch.records["headcount_status"].tolist() == ["missing"] * 4


def test_a_column_of_demand_that_holds_numbers_is_headcount(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("职位,公司,需求\n焊工,船厂,5\n钳工,机床,10人\n会计,钢铁,若干\n", encoding="utf-8")
    assert read_intake(path).of_kind("postings").records["openings"].tolist() == [5, 10, 1]


def test_two_columns_of_small_numbers_are_thousands_with_their_months(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("职位,公司,薪酬low,薪酬high,几薪\n焊工,船厂,6,8,12\n钳工,机床,8.5,13,14\n会计,钢铁,面议,,\n", encoding="utf-8")
    postings = read_intake(path).of_kind("postings").records
    assert postings["wage_min"].fillna(-1).tolist() == [6000, 8500, -1]
    assert postings["wage_max"].fillna(-1).tolist() == [8000, 13000, -1]
    assert postings["wage_months"].tolist() == [12, 14, 12]


def test_an_employer_merged_over_its_rows_stands_in_each_and_a_merged_headcount_counts_once(tmp_path):
    path = tmp_path / "jobs.xlsx"
    book = openpyxl.Workbook()
    for row in [["单位名称", "职位名称", "招聘人数"], ["船厂", "焊工", 6], [None, "钳工", None], ["机床", "会计", 1]]:
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("C2:C3")
    book.save(path)
    postings = read_intake(path).of_kind("postings").records
    assert postings["employer"].tolist() == ["船厂", "船厂", "机床"]
    assert postings["headcount"].fillna(-1).tolist() == [6, -1, 1]


def test_what_a_file_lacks_is_asked_and_a_file_without_records_is_refused(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("单位名称,学历,人数\n船厂,本科,3\n", encoding="utf-8")
    with pytest.raises(QuestionError, match="what does it hold|which column gives the field “Job title”"):
        read_intake(path)
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(QuestionError, match="what does it hold"):
        read_intake(path)
    path.write_text("单位名称,职位名称\n,焊工\n", encoding="utf-8")
    with pytest.raises(InputFileError, match="None of the 1 rows"):
        read_intake(path)


def test_a_stored_batch_is_in_the_new_version_as_counted(workbook, data_folder):
    filing = store_intake(read_intake(workbook), FAIR)
    con = versions.open_reader(versions.current_version())
    assert con.execute(
        "select count(*), sum(openings)::int, count(distinct employer_id) from postings where fair_id = ?", [filing.fair_id]
    ).fetchone() == (4, 7, 3)
    assert con.execute("select record_kind, starts_on, host_region_code from fairs where fair_id = ?", [filing.fair_id]).fetchone() == (
        "recorded", date(2026, 3, 25), "210200"
    )  # fmt: skip
    batch = con.execute("select rows_read, rows_loaded, rows_rejected, rows_repeated, mapping, column_report from batches").fetchone()
    assert batch[:4] == (7, 4, 2, 1)
    assert json.loads(batch[4])["Sheet"]["columns"][1]["field"] == "employer"
    assert json.loads(batch[5])["wage"] == {"filled": 3, "parsed": 2, "unparsed": 1, "absent": 1, "removed": 0}
    assert con.execute("select count(*) from rejected_rows").fetchone() == (2,)
    assert con.execute("select field, cell_count from unparsed_texts where text = '火星'").fetchone() == ("place", 1)
    assert con.execute("select title from postings where source_row = 12").fetchone() == ("'); drop table postings; --",)
    con.close()


def test_the_same_file_goes_into_a_fair_only_once_unless_asked(workbook, data_folder):
    intake = read_intake(workbook)
    filing = store_intake(intake, FAIR)
    before = versions.current_version()
    for fair in (filing.fair_id, FAIR):
        with pytest.raises(RequestError, match="already"):
            store_intake(intake, fair)
    with pytest.raises(RequestError, match="no fair with the number"):
        store_intake(intake, 123456)
    assert versions.current_version() == before
    store_intake(intake, filing.fair_id, is_repeat_allowed=True)
    assert versions.current_version() != before


def test_records_are_never_added_to_a_published_or_synthetic_fair(workbook, data_folder):
    store_intake(read_intake(workbook), FAIR)
    con = versions.open_reader(versions.current_version())
    published = con.execute("select min(fair_id) from fairs where record_kind = 'published'").fetchone()[0]
    con.close()
    with pytest.raises(RequestError, match="not a recorded one"):
        store_intake(read_intake(workbook), published)


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "two\nlines", "nul\x00"])
def test_a_malformed_name_of_a_fair_is_refused(name):
    with pytest.raises(RequestError, match="name of a fair"):
        NewFair(name, "x", "on_site", date(2026, 3, 1), date(2026, 3, 1))


def test_a_fair_that_ends_before_it_starts_is_refused():
    with pytest.raises(RequestError, match="before it starts"):
        NewFair("x", "x", "on_site", date(2026, 3, 2), date(2026, 3, 1))
