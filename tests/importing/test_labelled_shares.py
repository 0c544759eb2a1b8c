"""How much of the real job tables the parsers understand, by the columns that a person finds in them."""

import csv
from collections import Counter

import openpyxl
import pytest

from fairboard.importing.parsing.degree import parse_degree
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.parsing.wage import parse_wage

WORKBOOKS = tuple(f"51job-2024-huangshuai/result_{name}.xlsx" for name in ("会计", "教师", "销售"))
CIVIL_SERVICE = "henan-civil-service-2026/henan-2026-positions.xlsx"


def parse_thousands(text):
    return parse_wage(text, unit_yuan=1000)


# file, column, parser, the least share of the texts that state something, texts that state no value of the kind
COLUMNS = [
    ("51job-2018-hirefy/51job.csv", "薪酬", parse_wage, 1, ()),
    ("51job-2018-hirefy/51job.csv", "地址", parse_place, 1, ("异地招聘",)),
    ("51job-2023-isixe/51job.csv", "salary", parse_wage, 0.999, ()),
    ("51job-2023-isixe/51job.csv", "area", parse_place, 0.999, ()),
    ("51job-2023-isixe/51job.csv", "degree", parse_education, 1, ()),
    ("51job-2023-isixe/51job.csv", "companyType", parse_ownership, 0.999, ()),
    *((name, "薪资", parse_wage, 1, ()) for name in WORKBOOKS),
    *((name, "地点", parse_place, 1, ()) for name in WORKBOOKS),
    *((name, "性质", parse_ownership, 0.998, ()) for name in WORKBOOKS),
    *((name, "主营", parse_industry, 1, ("多元化业务集团公司",)) for name in WORKBOOKS),
    (CIVIL_SERVICE, "招录人数", parse_headcount, 1, ()),
    (CIVIL_SERVICE, "学历要求", parse_education, 1, ()),
    (CIVIL_SERVICE, "招录机关（单位）", parse_place_in_name, 0.98, ()),
    ("liaoning-university-notices-2026/latest_jobs.csv", "city", parse_place, 1, ("省级",)),
    ("liaoning-university-notices-2026/latest_jobs.csv", "degree_requirement", parse_education, 1, ()),
    ("liepin-2019-rovesoul/智联招聘.csv", "薪酬low", parse_thousands, 1, ()),
    ("liepin-2019-rovesoul/智联招聘.csv", "薪酬high", parse_thousands, 1, ()),
    ("liepin-2019-rovesoul/智联招聘.csv", "工作城市", parse_place, 1, ()),
    ("liepin-2019-rovesoul/智联招聘.csv", "学历", parse_education, 1, ()),
    ("zhaopin-2018-lai/zhilian.csv", "salary", parse_wage, 1, ()),
    ("zhaopin-2018-lai/zhilian.csv", "location", parse_place, 1, ()),
    ("zhaopin-2018-lai/zhilian.csv", "edu", parse_education, 1, ()),
    ("zhaopin-2018-lai/zhilian.csv", "companyNature", parse_ownership, 1, ()),
    ("zhaopin-fanjuchen/zhilian.csv", "2", parse_wage, 1, ()),
    ("zhaopin-fanjuchen/zhilian.csv", "4", parse_place, 1, ()),
    ("zhaopin-fanjuchen/zhilian.csv", "6", parse_education, 1, ()),
    ("cqu-graduate-destinations/毕业生去向数据表_清洗后.xlsx", "学历", parse_degree, 1, ()),
]


@pytest.fixture(scope="module")
def columns(real_files):
    """The texts of every column of a table, each with the number of its rows."""
    tables = {}

    def read(name):
        if name not in tables:
            path = real_files / name
            if path.suffix == ".csv":
                with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                    rows = list(csv.reader(file))
                sheets = [rows]
            else:
                book = openpyxl.load_workbook(path, read_only=True)
                sheets = [list(sheet.iter_rows(min_row=3 if name == CIVIL_SERVICE else 1, values_only=True)) for sheet in book]
            counts = {}
            for header, *rows in sheets:
                for place, heading in enumerate(header):
                    texts = ("" if row[place] is None else str(row[place]) for row in rows if place < len(row) and any(row))
                    counts.setdefault(heading, Counter()).update(texts)
            tables[name] = counts
        return tables[name]

    return read


@pytest.mark.parametrize(("name", "column", "parse", "share", "no_value"), COLUMNS, ids=lambda value: getattr(value, "__name__", None))
def test_the_texts_of_a_column_are_understood(columns, name, column, parse, share, no_value):
    statuses, unparsed = Counter(), Counter()
    for text, rows in columns(name)[column].items():
        status = parse(text).status
        if text not in no_value:
            statuses[status] += rows
            unparsed[text] += rows if status == "unparsed" else 0
    assert statuses["stated"] / (statuses["stated"] + statuses["unparsed"]) >= share, unparsed.most_common(20)


def test_every_second_figure_of_a_wage_agrees(columns, real_files):
    with (real_files / "zhaopin-2018-lai" / "zhilian.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["salary"] and row["minSalary"]:
                wage = parse_wage(row["salary"])
                assert (str(wage.minimum), str(wage.maximum)) == (row["minSalary"], row["maxSalary"])
