"""Real job tables; the expected counts come from their SOURCE.md or are worked out here by other means."""

import csv

import openpyxl
import pytest

from fairboard.importing.batch import read_intake


@pytest.fixture(scope="module")
def job_site(real_files):
    return read_intake(real_files / "51job-2023-isixe" / "51job.csv").of_kind("postings")


@pytest.fixture(scope="module")
def civil_service(real_files):
    return read_intake(real_files / "henan-civil-service-2026" / "henan-2026-positions.xlsx").of_kind("postings")


def test_every_row_of_the_job_site_is_loaded(job_site):
    assert (job_site.row_count, len(job_site.records), len(job_site.rejected), job_site.repeated_count) == (4580, 4580, 0, 0)


def test_the_liaoning_rows_of_the_job_site_are_those_of_its_description(job_site):
    found = job_site.records["region_code"].value_counts()
    in_liaoning = {code: int(count) for code, count in found.items() if code.startswith("21")}
    assert in_liaoning == {"210200": 139, "210100": 54, "211100": 3, "210600": 2, "210300": 2, "211300": 1, "210400": 1, "210700": 1}


def test_no_link_column_of_the_job_site_is_taken_for_personal_data(job_site):
    assert job_site.mappings[0].dropped_personal() == ()


def test_wages_of_the_job_site_are_those_of_a_second_reading(job_site, real_files):
    with (real_files / "51job-2023-isixe" / "51job.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["salary"] for row in csv.DictReader(file)]
    assert job_site.records["wage_period"].value_counts().to_dict() == {
        "month": sum(1 for text in texts if text and "/" not in text and "\ufffd" not in text),
        "year": sum(1 for text in texts if text.endswith("/年")),
        "day": sum(1 for text in texts if text.endswith("/天")),
        "unknown": sum(1 for text in texts if not text or "\ufffd" in text),
    }
    over = {"1-1.5万": False, "1.2-1.8万": True, "8千-1.5万": False, "20-30万/年": True, "200元/天": False}
    for text, is_over in over.items():
        rows = job_site.records[job_site.records["wage_text"] == text]
        assert len(rows) == texts.count(text) and ((rows["wage_min"] > 10000) == is_over).all()


def test_both_sheets_of_the_civil_service_table_are_loaded_with_all_their_openings(civil_service, real_files):
    book = openpyxl.load_workbook(real_files / "henan-civil-service-2026" / "henan-2026-positions.xlsx", read_only=True)
    wanted = [int(row[3]) for sheet in book for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]]
    assert [sheet.row_count for sheet in civil_service.sheets] == [7160, 349]
    assert [sheet.header_row for sheet in civil_service.sheets] == [3, 3]
    assert len(civil_service.records) == len(wanted) == 7509
    assert int(civil_service.records["openings"].sum()) == sum(wanted)
    assert set(civil_service.records["headcount_status"]) == {"stated"}


def test_education_rules_of_the_civil_service_are_their_lowest_levels(civil_service):
    # counted in the published table: 大专及以上 and 大专或本科; 本科…; 硕士…; 博士…
    assert civil_service.records["education_level"].value_counts().to_dict() == {
        "bachelor": 5379 + 507 + 25 + 216 + 3 + 1, "associate": 908 + 5 + 7, "master": 209 + 126 + 108 + 5, "doctor": 1 + 9
    }  # fmt: skip


def test_the_place_of_an_office_stands_in_its_name(civil_service):
    regions = civil_service.records["region_code"]
    assert regions.notna().mean() > 0.98
    assert regions.dropna().str.startswith("41").all()


@pytest.mark.parametrize(
    ("name", "repeats", "in_liaoning"), [("result_会计.xlsx", 262, 135), ("result_教师.xlsx", 1852, 172), ("result_销售.xlsx", 394, 109)]
)
def test_the_workbooks_with_repeats_are_counted_as_described(real_files, name, repeats, in_liaoning):
    batch = read_intake(real_files / "51job-2024-huangshuai" / name).of_kind("postings")
    assert (batch.row_count, batch.repeated_count, len(batch.rejected)) == (11000, repeats, 0)
    assert batch.mappings[0].column_of("size").heading == "需求"
    assert batch.coverage["wage"].parsed == batch.coverage["wage"].filled
    assert 0 < batch.records["region_code"].str.startswith("21", na=False).sum() <= in_liaoning


JOB_TABLES = {
    "51job-2018-hirefy/51job.csv": (500, 0, 0),
    "51job-2023-isixe/51job.csv": (4_580, 0, 0),
    "51job-2024-huangshuai/result_会计.xlsx": (11_000, 0, 262),
    "51job-2024-huangshuai/result_教师.xlsx": (11_000, 0, 1_852),
    "51job-2024-huangshuai/result_销售.xlsx": (11_000, 0, 394),
    "henan-civil-service-2026/henan-2026-positions.xlsx": (7_160 + 349, 0, 0),
    "liepin-2019-rovesoul/智联招聘.csv": (4_002, 1, 16),
    "zhaopin-2018-lai/zhilian.csv": (3_000, 553, 68),
    "zhaopin-fanjuchen/zhilian.csv": (14_251, 0, 949),
}
"""Rows and repeats as each SOURCE.md states them; rejected rows have no job title or no employer, which the next test counts anew."""


@pytest.mark.parametrize("name", JOB_TABLES)
def test_every_job_table_goes_in_with_no_mapping_made_by_hand(real_files, name):
    batch = read_intake(real_files / name).of_kind("postings")
    rows, rejected, repeated = JOB_TABLES[name]
    assert (batch.row_count, batch.rejected_count, batch.repeated_count) == (rows, rejected, repeated)
    assert batch.row_count == batch.loaded_count + batch.rejected_count + batch.repeated_count
    assert batch.loaded_count == len(batch.records)


@pytest.mark.parametrize(
    ("name", "column"), [("zhaopin-2018-lai/zhilian.csv", "jobName"), ("liepin-2019-rovesoul/智联招聘.csv", "公司名称")]
)
def test_what_was_rejected_has_no_job_title_or_no_employer(real_files, name, column):
    with (real_files / name).open(encoding="utf-8-sig", newline="") as file:
        different = {tuple(row.values()): row for row in csv.DictReader(file)}
    empty = [row for row in different.values() if row[column].strip() in ("", "无", "/", "-", ".", "null", "—")]
    assert len(empty) == JOB_TABLES[name][1]
