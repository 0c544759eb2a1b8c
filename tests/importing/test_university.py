"""School names against codes of the Ministry's list, looked up by hand."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.place import REFERENCE
from fairboard.importing.parsing.university import load_schools, parse_university

NAMES = [
    ("东北大学", "10145"), ("大工", "10141"), ("沈工大", "10142"), ("辽大", "10140"), ("沈航", "10143"), ("大连理工大学", "10141"), ("大连大学", "11258"),
    ("大连工学院", "10141"), ("渤海大学文理学院", "13217"), ("沈阳大学", "11035"), ("沈阳大学科技工程学院", "13220"), ("大连理工大学城市学院", "13198"),
    ("东北大学（浑南校区）", "10145"), ("大连理工大学 盘锦校区", "10141"), ("沈阳工业大学机械学院", "10142"), ("大连理工大学(开发区校区)软件学院", "10141"),
    ("辽宁省沈阳市东北大学", "10145"), ("沈阳市东北大学", "10145"), ("沈阳 东北大学", "10145"), ("东 北 大 学", "10145"), ("学校：东北大学", "10145"),
    ("10145", "10145"), ("10145.0", "10145"), ("4121010145", "10145"), ("东北大学(10145)", "10145"), ("10145 东北大学", "10145"), ("4113010080", "10080"),
    ("Dalian University of Technology", "10141"), ("the University of Science & Technology Liaoning", "10146"), ("SHENYANG UNIVERSITY", "11035"),
    ("Dalian University of Technology (Panjin Campus)", "10141"), ("中国石油大学（北京）", "11414"), ("中国石油大学(华东)", "10425"),
    ("哈尔滨工业大学(威海)", "10213"), ("香港中文大学（深圳）", "16407"), ("北京大学医学部", "10001"), ("清华大学深圳研究生院", "10003"),
    ("电子科技大学(非全日制)", "10614"), ("东北大学就业指导中心", "10145"), ("上海体育学院", "10277"), ("重庆科技大学", "11551"),
]  # fmt: skip
UNKNOWN = [
    "东大", "山大", "中国石油大学", "辽工大", "东北大学秦皇岛分校", "东北大学（秦皇岛）", "东北大学(日本)", "东北大学出版社有限公司", "大连理工大学附属中学",
    "大连大学附属中山医院", "锦州医科大学附属第一医院", "4111010145", "10141东北大学", "99999", "东北大学、辽宁大学", "东北", "大学", "北京理工大学重庆创新中心",
    "Taizhou University", "国防科技大学", "辽宁水利职业学院", "东北大�", "13900000000", "大连理工大学周边餐饮", "辽宁省教育厅",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), NAMES)
def test_a_school_is_found_by_every_way_of_writing_it(text, code):
    assert (parse_university(text).university_code, parse_university(text).status) == (code, "stated")


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_no_school_or_several_is_unparsed(text):
    assert (parse_university(text).university_code, parse_university(text).status) == (None, "unparsed")


@pytest.mark.parametrize("text", ["", " ", "无", "-", "不限"])
def test_no_school_is_absent(text):
    assert parse_university(text).status == "absent"


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_school_of_the_shipped_list_is_found_by_its_name_and_by_its_code():
    for row in read(REFERENCE / "universities.csv"):
        assert parse_university(row["name_zh"]).university_code == row["university_code"]
        assert parse_university(row["university_code"]).university_code == row["university_code"]


def test_every_other_name_points_to_a_school_and_says_why():
    rows = read(REFERENCE / "university_aliases.csv")
    codes = {row["university_code"] for row in read(REFERENCE / "universities.csv")}
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert row["source"] and row["kind"] in ("former", "later", "short", "english", "campus", "separate", "ambiguous"), row
        assert (row["university_code"] in codes) != (row["kind"] in ("separate", "ambiguous")), row


def test_every_name_of_the_ministrys_list_gives_its_own_code_or_is_known_to_have_left_the_list(real_files):
    others = {row["name"]: row for row in read(REFERENCE / "university_aliases.csv")}
    exceptions = 0
    for row in read(real_files / "reference" / "universities_moe.csv"):
        name = row["name_zh"].replace("\\n", "")
        if parse_university(name).university_code != row["school_code5"]:
            exceptions += 1
            assert others[name]["kind"] == "separate" or "a code of its own" in others[name]["source"], name
    assert exceptions == 36  # 28 schools that were closed or merged since 2017, 8 that got a new code when they became universities


def test_every_school_of_the_notices_is_found_and_no_office_is_one(real_files):
    for row in read(real_files / "liaoning-university-notices-2026" / "latest_jobs.csv"):
        assert bool(parse_university(row["school"]).university_code) == row["school"].endswith("大学")


@given(st.text(max_size=30) | st.text(alphabet="东北大连理工学院沈阳辽宁校区（）() 0145·", max_size=14))
def test_no_text_raises_and_a_code_is_in_the_list(text):
    found = parse_university(text)
    assert (found.university_code in load_schools().province) == (found.status == "stated")
