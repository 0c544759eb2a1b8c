"""The rules for sectors: which text decides, and that the shipped rules are sound."""

import csv

import pandas as pd
import pytest

from fairboard.errors import InputFileError
from fairboard.importing import sectors
from fairboard.importing.sectors import FIELDS, classify_postings, classify_profession, forget_rules, load_rules

RULES = """sector_code,pattern,priority,field,note
medical,护士,10,title,
sales,销售,20,title,
software,销售软件,30,title,
mechanical,机械,40,major,
law_public,法院,50,employer,
"""


@pytest.fixture
def own_rules(tmp_path, monkeypatch):
    path = tmp_path / "sector_rules.csv"
    path.write_text(RULES, encoding="utf-8")
    monkeypatch.setattr(sectors, "RULES_FILE", path)
    forget_rules()
    yield path
    forget_rules()


def test_the_title_decides_then_the_major_then_the_employer(own_rules):
    title = pd.Series(["护士", "销售软件员", "科员", "科员", "科员"])
    major = pd.Series(["机械", "", "机械类", "", ""])
    employer = pd.Series(["某法院", "某法院", "某法院", "某法院", "某局"])
    assert classify_postings(title, major, employer).tolist() == ["medical", "sales", "mechanical", "law_public", "unclassified"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("sales,(,60,title,", "“\\(” is not a rule: missing"),
        ("selling,销售,60,title,", "no sector “selling”"),
        ("sales,销售,first,title,", "priority “first” is not a whole number"),
        ("sales,销售,,title,", "priority “” is not a whole number"),
        ("sales,销售,60,place,", "not for “place”"),
        ("sales,销售,60", "not for “”"),
        ("sales,,60,title,", "“” would fit every text"),
        ("sales,销售|,60,title,", "would fit every text"),
    ],
)
def test_a_rule_that_cannot_be_read_is_named_by_its_line_and_its_fault(own_rules, line, reason):
    own_rules.write_text(RULES + line + "\n", encoding="utf-8")
    forget_rules()
    with pytest.raises(InputFileError, match=f"Line 7 of sector_rules.csv: .*{reason}"):
        load_rules()


@pytest.mark.parametrize("column", ["sector_code", "pattern", "priority", "field"])
def test_a_column_that_is_missing_is_named(own_rules, column):
    own_rules.write_text(RULES.replace(column, "other", 1), encoding="utf-8")
    forget_rules()
    with pytest.raises(InputFileError, match=f"has no column {column}"):
        load_rules()


def test_a_rank_is_a_public_post_unless_all_its_majors_are_of_one_profession():
    majors = {
        "本科：会计学（120203K），财务管理（120204）；研究生：工商管理学（1202，仅限会计学、审计学），会计（1253）": "finance",
        "本科：计算机类（0809）；研究生：计算机科学与技术（0812），软件工程（0835），网络空间安全（0839），智能科学与技术（1405）": "software",
        "本科：法学类（0301），计算机类（0809）": "law_public",
        "本科：食品科学与工程类（0827）": "law_public",
        "不限专业": "law_public",
        "": "law_public",
    }
    assert [classify_profession(major) or "law_public" for major in majors] == list(majors.values())
    for title in ("一级科员", "执法勤务类四级警长及以下", "二级主任科员及以下"):
        found = classify_postings(pd.Series([title] * len(majors)), pd.Series(list(majors)), pd.Series(["某局"] * len(majors)))
        assert found.tolist() == list(majors.values())
    assert classify_postings(pd.Series(["五级法官助理"]), pd.Series(["会计学"]), pd.Series(["某法院"])).tolist() == ["law_public"]


def test_every_shipped_rule_gives_a_sector_that_exists():
    with sectors.RULES_FILE.with_name("sectors.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["sector_code"] for row in csv.DictReader(file)}
    assert {rule.sector_code for rule in load_rules()} <= known
    assert {rule.field for rule in load_rules()} <= set(FIELDS)
