"""Headcount, education, ownership, industry and dates against expectations worked out by hand."""

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.place import REFERENCE

HEADCOUNTS = [
    ("3", 3, "stated"), ("2.0", 2, "stated"), ("0", 0, "stated"), ("招5人", 5, "stated"), ("5人", 5, "stated"), ("5名", 5, "stated"), ("１２", 12, "stated"),
    (" 8 ", 8, "stated"), ("两名", 2, "stated"), ("一人", 1, "stated"), ("十人", 10, "stated"), ("3-5人", 3, "stated"), ("10人以上", 10, "stated"),
    ("3人（急聘）", 3, "stated"), ("3（含储备）", 3, "stated"), ("若干（长期招聘）", None, "several"), ("1个名额", 1, "stated"), ("三至五人", 3, "stated"),
    ("数十人", None, "several"), ("3、", 3, "stated"), ("20（男）", None, "missing"), ("3人(男2女1)", None, "missing"), ("五至三人", None, "missing"),
    ("约20人", 20, "stated"), ("招聘 6 人", 6, "stated"), ("999", 999, "stated"),
    ("若干", None, "several"), ("招若干人", None, "several"), ("若干名", None, "several"), ("多名", None, "several"), ("不限", None, "several"),
    ("", None, "missing"), ("无", None, "missing"), ("-", None, "missing"),
    ("1.5", None, "missing"), ("-3", None, "missing"), ("少于50人", None, "missing"), ("见附件", None, "missing"), ("5-3人", None, "missing"),
    ("99999999999", None, "missing"),
]  # fmt: skip
EDUCATION = [
    ("本科", "bachelor"), ("本科及以上", "bachelor"), ("仅限本科", "bachelor"), ("本科或硕士研究生", "bachelor"), ("大专或本科", "associate"),
    ("大专及以上", "associate"), ("硕士研究生及以上", "master"), ("仅限硕士研究生", "master"), ("仅限博士研究生", "doctor"), ("硕士", "master"), ("博士", "doctor"),
    ("研究生", "master"), ("研究生及以上", "master"), ("博士研究生", "doctor"), ("硕士/博士", "master"), ("统招本科", "bachelor"), ("大学本科", "bachelor"),
    ("学士", "bachelor"), ("大学专科", "associate"), ("专科及以上", "associate"), ("高职", "associate"), ("本专科", "associate"), ("专升本", "bachelor"),
    ("中专/中技", "secondary_vocational"), ("中技/中专", "secondary_vocational"), ("中专/中技及以上", "secondary_vocational"), ("中专", "secondary_vocational"),
    ("职高", "secondary_vocational"), ("技校", "secondary_vocational"), ("高中", "senior_secondary"), ("高中及以上", "senior_secondary"),
    ("高中/中专", "senior_secondary"), ("初中及以下", "junior_secondary"), ("初中", "junior_secondary"), ("不限", "none"), ("学历不限", "none"), ("无要求", "none"),
    ("不限/未明确", "none"), ("学历不限，本科优先", "none"), ("本科（硕士优先）", "bachelor"), ("Bachelor", "bachelor"), ("PhD", "doctor"), ("Master's degree", "master"),
    ("", "unknown"), ("无", "unknown"), ("本�", "unknown"), ("3年经验", "unknown"),
]  # fmt: skip
OWNERSHIPS = [
    ("国企", "state"),
    ("国有独资", "state"), ("国有企业", "state"), ("中央企业", "state"), ("民营", "private"), ("民营公司", "private"), ("私营企业", "private"), ("创业公司", "private"),
    ("外资（欧美）", "foreign"), ("外资（非欧美）", "foreign"), ("合资", "foreign"), ("外商独资", "foreign"), ("外企代表处", "foreign"),
    ("事业单位", "institution"), ("政府机关", "government"), ("机关", "government"), ("已上市", "other"), ("上市公司", "other"), ("股份制企业", "other"),
    ("非营利组织", "other"), ("", "unknown"), ("少于50人", "unknown"), ("��营", "unknown"), ("喜欢聊天", "unknown"),
]  # fmt: skip
INDUSTRIES = [
    ("制造业", "C"), ("农、林、牧、渔业", "A"), ("信息传输、软件和信息技术服务业", "I"), ("金融业", "J"), ("教育", "P"), ("C", "C"),
    ("计算机软件", "I"), ("互联网/电子商务", "I"), ("建筑/建材/工程", "E"), ("机械/设备/重工", "C"), ("电子技术/半导体/集成电路", "C"), ("贸易/进出口", "F"),
    ("批发/零售", "F"), ("教育/培训/院校", "P"), ("医疗/护理/卫生", "Q"), ("制药/生物工程", "C"), ("金融/投资/证券", "J"), ("交通/运输/物流", "G"),
    ("酒店/旅游", "H"), ("专业服务(咨询、人力资源、财会)", "L"), ("农/林/牧/渔", "A"), ("物业管理/商业中心", "K"), ("政府/公共事业", "S"), ("汽车零配件", "C"),
    ("电气/电力/水利", "D"), ("会计/审计", "L"), ("", None), ("多元化业务集团公司", None),
    ("C35", "C"), ("I65", "I"), ("3511", "C"), ("65", "I"), ("C65", None), ("9999", None), ("c35专用设备制造业", "C"), ("制造业(C)", "C"),
    ("I 信息传输、软件和信息技术服务业", "I"), ("信息传输/软件/信息技术服务业", "I"), ("农林牧渔业", "A"), ("信息系统集成和物联网技术服务", "I"),
    ("互联网金融", "J"), ("汽车4S店/经销商", "F"), ("建筑设备安装", "E"), ("运营商/增值服务", "I"), ("金属制品业", "C"), ("快消品", "C"),
    ("综合性电商，新零售，服务", "I"), ("银行，计算机软件", "J"), ("专业服务(咨询，人力资源，财会)", "L"), ("其他服务业", "O"), ("药物研发", "M"),
    ("未融资", None), ("天使轮", None), ("服务", None), ("20-99人", None), ("上市", None),
]  # fmt: skip
DATES = [
    ("2023-12-12 09:22:00", date(2023, 12, 12)), ("2019年12月15日", date(2019, 12, 15)), ("2024/3/1", date(2024, 3, 1)), ("20240301", date(2024, 3, 1)),
    ("2024年3月", date(2024, 3, 1)), ("2024-3", date(2024, 3, 1)), ("45000", date(2023, 3, 15)), ("45000.5", date(2023, 3, 15)),
    ("2024/3/1 09:30", date(2024, 3, 1)), ("2024年 3 月 18 日", date(2024, 3, 18)), ("2024.03.18", date(2024, 3, 18)), ("18.03.2024", date(2024, 3, 18)),
    ("发布时间：2024-03-18", date(2024, 3, 18)), ("2024-03-18T09:30:00", date(2024, 3, 18)),
    ("2024-02-30", None), ("09-03发布", None), ("03-18", None), ("", None), ("2024", None), ("12345", None), ("99999", None), ("2024年13月", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "status"), HEADCOUNTS)
def test_a_headcount_is_read_as_a_person_reads_it(text, value, status):
    headcount = parse_headcount(text)
    assert (headcount.value, headcount.headcount_status) == (value, status)


@pytest.mark.parametrize(("text", "level"), EDUCATION)
def test_education_is_the_lowest_level_accepted(text, level):
    assert parse_education(text).level == level


@pytest.mark.parametrize(("text", "code"), OWNERSHIPS)
def test_ownership_is_one_of_the_codes(text, code):
    assert parse_ownership(text).code == code


@pytest.mark.parametrize(("text", "section"), INDUSTRIES)
def test_an_industry_is_a_section_of_the_standard(text, section):
    assert parse_industry(text).section == section


def test_every_section_and_division_of_the_standard_is_found_by_its_name_and_its_code(real_files):
    with (real_files / "reference" / "industries_gbt4754_2017.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 117
    for row in rows:
        assert parse_industry(row["name_zh"]).section == row["section"], row
        assert parse_industry(row["code"]).section == row["section"], row
    with (REFERENCE / "industry_divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        shipped = {(row["division_code"], row["name_zh"], row["industry_section"]) for row in csv.DictReader(file)}
    assert shipped == {(row["code"], row["name_zh"], row["section"]) for row in rows if row["level"] != "section"}


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_date_is_read_or_none(text, day):
    assert parse_date(text) == day


@given(st.text(max_size=30) | st.text(alphabet="0123456789-年月人名招若干本科大专硕博研究生及以上下", max_size=12))
def test_no_text_raises(text):
    assert parse_headcount(text).value is None or parse_headcount(text).headcount_status == "stated"
    for parse in (parse_education, parse_ownership, parse_industry, parse_date):
        parse(text)
