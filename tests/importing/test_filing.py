"""What becomes of filings: an office's newer one takes the place of its last, a batch is taken back, rules are applied again."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from fairboard.errors import RequestError
from fairboard.importing import sectors
from fairboard.importing.batch import read_intake
from fairboard.importing.filing import NewFair, store_intake, undo_batches
from fairboard.importing.reclassify import reclassify
from fairboard.store import checks, filings, versions

FAIR = NewFair("春季招聘会", "Spring fair", "on_site", date(2026, 3, 25), date(2026, 3, 26), "210200")
HEAD = "单位名称,岗位名称,工作地点,月薪,招聘人数\n"
FIRST = HEAD + "大连船厂,焊工,大连,6000-8000,5\n大连船厂,钳工,大连,5000-6000,2\n沈阳机床,会计,沈阳,面议,1\n沈阳机床,会计,沈阳,面议,3\n"
SECOND = HEAD + "大连船厂,焊工,大连,6500-8000,5\n沈阳机床,会计,沈阳,面议,1\n沈阳机床,会计,沈阳,面议,3\n大连船厂,电工,大连,5000-6000,2\n"
"""The welder's wage rises, the fitter goes, an electrician comes; the two accountants stay."""


@pytest.fixture
def write(tmp_path):
    def file(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return file


def ask(query):
    """Rows of the current version, which must be consistent."""
    con = versions.open_reader(versions.current_version())
    try:
        assert checks.find_faults(con) == []
        return con.execute(query).fetchall()
    finally:
        con.close()


def test_a_newer_filing_of_an_office_takes_the_place_of_its_last(write, data_folder):
    first = store_intake(read_intake(write("a.csv", FIRST)), replace(FAIR, filings_due_on=date(2026, 4, 30)), office="210200")
    assert ask("select filings_due_on::varchar from fairs where record_kind = 'recorded'") == [("2026-04-30",)]
    store_intake(read_intake(write("b.csv", HEAD + "鞍山钢铁,司机,鞍山,5000,1\n")), first.fair_id, office="210300")
    second = store_intake(read_intake(write("c.csv", SECOND)), first.fair_id, office="210200", is_replacing=True)
    assert (second.fair_id, second.replaced_ids) == (first.fair_id, (1,))
    assert ask("select batch_id, status, replaced_by from batches order by 1") == [(1, "replaced", 3), (2, "active", None), (3, "active", None)]
    assert ask("select count(*), sum(openings)::int from postings") == [(5, 12)]
    changes = ask("select change, title, before_text, after_text from filing_changes order by all")
    assert changes == [
        ("added", "电工", None, "5000-6000 · 2 · 大连"),
        ("changed", "焊工", "6000-8000 · 5 · 大连", "6500-8000 · 5 · 大连"),
        ("removed", "钳工", "5000-6000 · 2 · 大连", None),
    ]


def test_taking_a_replacement_back_brings_the_earlier_filing_back_row_for_row(write, data_folder):
    first = store_intake(read_intake(write("a.csv", FIRST + ",,,,\n无名公司,,大连,高薪,1\n")), FAIR, office="210200")
    everything = ["select * from postings order by posting_id", "select * from participations order by all", "select * from rejected_rows",
                  "select * from unparsed_texts order by all"]  # fmt: skip
    before = [ask(query) for query in everything]
    store_intake(read_intake(write("c.csv", SECOND)), first.fair_id, office="210200", is_replacing=True)
    with pytest.raises(RequestError, match="Take 2 back, and 1 is in use again"):
        undo_batches([1])
    assert undo_batches([2]) == [1]
    assert [ask(query) for query in everything] == before
    assert ask("select batch_id, status, replaced_by from batches order by 1") == [(1, "active", None), (2, "undone", None)]
    assert ask("select count(*) from retired_rows") == [(0,)]


def test_the_number_of_a_fair_that_is_gone_is_not_given_to_another(write, data_folder):
    first = store_intake(read_intake(write("a.csv", FIRST)), FAIR)
    undo_batches([1])
    second = store_intake(read_intake(write("c.csv", SECOND)), replace(FAIR, name_zh="另一场"))
    assert second.fair_id == first.fair_id + 1


def test_only_a_known_office_can_replace_and_other_kinds_stay(write, data_folder):
    first = store_intake(read_intake(write("a.csv", FIRST)), FAIR, office="210200")
    people = write("签到.csv", "学校,学历,参会人数\n大连理工大学,本科,12\n辽宁大学,硕士,3\n")
    store_intake(read_intake(people), first.fair_id, office="210200", is_replacing=True)
    assert ask("select table_kind, status from batches order by batch_id") == [("postings", "active"), ("attendance", "active")]
    with pytest.raises(RequestError, match="which office"):
        store_intake(read_intake(write("c.csv", SECOND)), first.fair_id, is_replacing=True)


def test_taking_back_one_of_two_files_leaves_the_fair_and_the_last_takes_it_along(write, data_folder):
    first = store_intake(read_intake(write("a.csv", FIRST)), FAIR)
    store_intake(read_intake(write("名单.csv", "单位名称,统一社会信用代码,单位性质\n大连船厂,91210200118417612X,国企\n新来的公司,912102001184176138,民营\n")), first.fair_id)
    assert ask("select count(*) from participations") == [(3,)]
    assert ask("select ownership, credit_code from employers where name = '大连船厂'") == [("state", "91210200118417612X")]
    undo_batches([1])
    assert ask("select count(*) from postings") == [(0,)]
    assert ask("select employers.name from participations inner join employers using (employer_id) order by 1") == [("大连船厂",), ("新来的公司",)]
    undo_batches([2])
    assert ask("select count(*) from fairs where record_kind = 'recorded'") == [(0,)]
    assert ask("select status, ended_at is not null from batches") == [("undone", True), ("undone", True)]
    with pytest.raises(RequestError, match="not active any more"):
        undo_batches([2])
    with pytest.raises(RequestError, match="no batch 99"):
        undo_batches([99])


def test_a_list_of_agreements_needs_no_fair_and_a_job_table_does(write, data_folder):
    agreements = write("协议.csv", "签约城市,签约高校,签订日期,有效期至\n沈阳市,东北大学,2026-03-18,2029-03-17\n大连市人力资源和社会保障局,大连理工大学,2026年3月18日,\n")
    store_intake(read_intake(agreements), None)
    assert ask("select region_code, university_code, signed_on::varchar, in_force_until::varchar, record_kind from agreements order by 1") == [
        ("210100", "10145", "2026-03-18", "2029-03-17", "recorded"),
        ("210200", "10141", "2026-03-18", None, "recorded"),
    ]
    with pytest.raises(RequestError, match="which fair"):
        store_intake(read_intake(write("a.csv", FIRST)), None)


def test_what_stands_at_the_fair_already_is_counted_by_employer_and_title(write, data_folder):
    first = store_intake(read_intake(write("a.csv", FIRST)), FAIR)
    records = read_intake(write("c.csv", SECOND)).of_kind("postings").records
    con = versions.open_reader(versions.current_version())
    count, examples = filings.count_overlap(con, first.fair_id, records[["employer", "title"]])
    con.close()
    assert (count, examples) == (3, [("大连船厂", "焊工"), ("沈阳机床", "会计")])


def test_rules_edited_by_an_official_are_applied_to_what_is_there(write, data_folder, tmp_path, monkeypatch):
    store_intake(read_intake(write("a.csv", HEAD + "甲公司,小能手,大连,5000,1\n甲公司,小能手,沈阳,6000,1\n乙公司,焊工,大连,5000,1\n")), FAIR)
    assert ask("select sector_code, count(*)::int from postings where title = '小能手' group by 1") == [("unclassified", 2)]
    rules = tmp_path / "sector_rules.csv"
    rules.write_text(sectors.RULES_FILE.read_text(encoding="utf-8") + "sales,小能手,1,title,\n", encoding="utf-8")
    monkeypatch.setattr(sectors, "RULES_FILE", rules)
    result = reclassify()
    sectors.forget_rules()
    assert (result.posting_count, result.changed_count, result.unclassified_before, result.unclassified_after) == (3, 2, 2, 0)
    assert ask("select sector_code, count(*)::int from postings where title = '小能手' group by 1") == [("sales", 2)]
    assert ask("select count(*) from unparsed_texts where field = 'sector'") == [(0,)]
    assert ask("select json_value(column_report, '$.sector.parsed') from batches") == [("3",)]


def test_a_hidden_sheet_is_left_out_and_told_of(tmp_path):
    book = openpyxl.Workbook()
    for row in (["单位名称", "岗位名称"], ["大连船厂", "焊工"]):
        book.active.append(row)
    old = book.create_sheet("去年")
    for row in (["单位名称", "岗位名称"], ["大连船厂", "钳工"]):
        old.append(row)
    old.sheet_state = "hidden"
    book.save(tmp_path / "岗位.xlsx")
    intake = read_intake(tmp_path / "岗位.xlsx")
    assert intake.of_kind("postings").records["title"].tolist() == ["焊工"]
    assert [(sheet.sheet, "is hidden" in str(sheet.problem)) for sheet in intake.left_out] == [("去年", True)]
