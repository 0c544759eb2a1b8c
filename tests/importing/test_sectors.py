"""The rules for sectors: which text decides, and that the shipped rules are sound."""

import csv

import pandas as pd
import pytest

from fairboard.errors import InputFileError
from fairboard.importing import sectors
from fairboard.importing.sectors import classify_postings, load_rules

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
    load_rules.cache_clear()
    yield path
    load_rules.cache_clear()


def test_the_title_decides_then_the_major_then_the_employer(own_rules):
    title = pd.Series(["护士", "销售软件员", "科员", "科员", "科员"])
    major = pd.Series(["机械", "", "机械类", "", ""])
    employer = pd.Series(["某法院", "某法院", "某法院", "某法院", "某局"])
    assert classify_postings(title, major, employer).tolist() == ["medical", "sales", "mechanical", "law_public", "unclassified"]


def test_a_rule_that_cannot_be_read_is_named_by_its_line(own_rules):
    own_rules.write_text(RULES + "sales,(,60,title,\n", encoding="utf-8")
    load_rules.cache_clear()
    with pytest.raises(InputFileError, match="Line 7 of sector_rules.csv"):
        load_rules()


def test_every_shipped_rule_gives_a_sector_that_exists():
    with sectors.RULES_FILE.with_name("sectors.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["sector_code"] for row in csv.DictReader(file)}
    assert {rule.sector_code for rule in load_rules()} <= known
    assert {rule.field for rule in load_rules()} <= {"title", "major", "employer"}
