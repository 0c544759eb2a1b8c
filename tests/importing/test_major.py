"""Major texts against classes of the Ministry's catalogue, looked up by hand."""

import csv
from collections import Counter

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.major import load_catalogue, parse_major
from fairboard.importing.parsing.place import REFERENCE

MAJORS = [
    ("计算机类、电子信息类", "0807 0809"), ("机械设计制造及其自动化等相关专业", "0802"), ("机电相关专业", "0802"), ("英语", "0502"), ("日语专业", "0502"),
    ("本科：金融学类（0203），法学类（0301）；研究生：应用经济学（0202）", "0201 0202 0203 0204 0301"),
    ("研究生：计算机科学与技术（0812）", "0809"), ("本科：测绘类（0812）", "0812"), ("本科：国际商务（120205）；研究生：国际商务（0254）", "0204 1202"),
    ("研究生：教育（0451，仅限学科教学（英语））", "0401"), ("土木、水利与海洋工程", "0810"), ("电气类或自动化类", "0806 0808"), ("1、会计学 2、审计学", "1202"),
    ("会计、财务管理等相关专业优先", "1202"), ("博士：化学；硕士：材料", "0703 0804"), ("计算机、软件、通信", "0807 0809"), ("大数据与会计", "1202"),
    ("本科：某专业（080901）", "0809"), ("化学工程与技术", "0813"), ("市场营销/广告/传媒", "0503 1202"), ("财务会计类（3303）", "1202"),
]  # fmt: skip
DISCIPLINES = [
    ("工学", "08"), ("理工科", "07 08"), ("本科：经济学（02），法学（03）；研究生：经济学（02）", "02 03"), ("财经类", "02 12"), ("医学", "10"),
    ("电子与信息大类", "08"), ("管理学（12）", "12"),
]  # fmt: skip
UNKNOWN = ["测试", "五险一金", "详见官方公告", "计�机", "123", "=1+1", "除医学外均可", "计算机" * 2000]


@pytest.mark.parametrize(("text", "codes"), MAJORS)
def test_majors_give_their_classes_and_the_disciplines_of_these(text, codes):
    majors = parse_major(text)
    assert (" ".join(majors.class_codes), majors.is_any, majors.status) == (codes, False, "stated")
    assert majors.discipline_codes == tuple(sorted({code[:2] for code in majors.class_codes}))


@pytest.mark.parametrize(("text", "codes"), DISCIPLINES)
def test_a_discipline_is_no_class(text, codes):
    assert parse_major(text).class_codes == ()
    assert " ".join(parse_major(text).discipline_codes) == codes


@pytest.mark.parametrize("text", ["不限专业", "专业不限", "不限", "任意专业", "专业无要求"])
def test_any_major_is_stated_and_names_no_class(text):
    majors = parse_major(text)
    assert (majors.class_codes, majors.is_any, majors.status) == ((), True, "stated")


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_names_no_major_is_unparsed(text):
    assert parse_major(text).status == "unparsed"


@pytest.mark.parametrize("text", ["", "无", " - "])
def test_no_major_is_absent(text):
    assert parse_major(text).status == "absent"


def read(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_reference_lists_of_majors_hold_together():
    classes, disciplines = read("major_classes"), {row["discipline_code"] for row in read("disciplines")}
    codes = {row["class_code"] for row in classes}
    assert len(codes) == len(classes) == 93
    assert all(row["class_code"][:2] == row["discipline_code"] in disciplines and row["name_en"] for row in classes)
    rows = read("majors")
    assert max(Counter((row["name"], row["level"]) for row in rows).values()) == 1
    for row in rows:
        assert row["class_codes"] or row["discipline_codes"], row
        assert (
            set(filter(None, row["class_codes"].split("|"))) <= codes
            and set(filter(None, row["discipline_codes"].split("|"))) <= disciplines
        )
    rules = read("major_rules")
    assert {rule["class_code"] for rule in rules} <= codes
    assert max(Counter(rule["priority"] for rule in rules).values()) == 1


def test_every_class_of_the_ministrys_list_has_its_code_and_nearly_every_major_its_class(real_files):
    with (real_files / "reference" / "majors_undergraduate_moe.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 792
    assert {(row["class_code"], row["major_class"]) for row in rows} == {
        (row["class_code"], row["name_zh"]) for row in read("major_classes")
    }
    wrong = [row["major_zh"] for row in rows if parse_major(row["major_zh"]).class_codes != (row["class_code"],)]
    assert len(wrong) <= 3, wrong  # three names are cut off or written otherwise in the list


def test_every_major_text_of_the_civil_service_is_understood(real_files):
    book = openpyxl.load_workbook(real_files / "henan-civil-service-2026" / "henan-2026-positions.xlsx", read_only=True)
    texts = {str(row[7]) for sheet in book for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]}
    assert len(texts) > 2000
    assert all(parse_major(text).status == "stated" for text in texts)


@given(st.text(max_size=40) | st.text(alphabet="计算机类电子工程学法本科研究生专业不限（）()，、；：0123/", max_size=30))
def test_no_text_raises_and_codes_are_of_the_catalogue(text):
    majors = parse_major(text)
    assert set(majors.class_codes) <= set(load_catalogue().classes.values())
    assert (majors.status == "stated") == bool(majors.class_codes or majors.discipline_codes or majors.is_any)
