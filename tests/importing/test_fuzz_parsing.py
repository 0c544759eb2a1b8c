"""No text whatever makes a parser raise, answer out of bounds or take long."""

import time
from dataclasses import asdict

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fairboard.importing.parsing.count import LARGEST_COUNT, parse_count
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.degree import DEGREES, parse_degree
from fairboard.importing.parsing.education import LEVELS, parse_education
from fairboard.importing.parsing.headcount import LARGEST_HEADCOUNT, parse_headcount
from fairboard.importing.parsing.industry import SECTION_NAMES, parse_industry
from fairboard.importing.parsing.major import load_catalogue, name_majors, parse_major
from fairboard.importing.parsing.moment import parse_moment
from fairboard.importing.parsing.numerals import read_numeral
from fairboard.importing.parsing.ownership import WORDS, parse_ownership
from fairboard.importing.parsing.packed import TOKEN_FIELDS, name_tokens, split_packed
from fairboard.importing.parsing.place import find_region, parse_place, parse_place_in_name, read_rows
from fairboard.importing.parsing.university import load_schools, parse_university
from fairboard.importing.parsing.wage import LARGEST_MONTHLY_YUAN, parse_wage
from fairboard.importing.sectors import classify, classify_profession, load_rules

PARSERS = (
    parse_wage, parse_place, parse_place_in_name, parse_headcount, parse_education, parse_ownership, parse_industry, parse_university, parse_major,
    parse_count, parse_degree, parse_date, parse_moment, split_packed, name_majors, classify, classify_profession,
)  # fmt: skip
PIECES = st.sampled_from((
    "8", "12", "6.5", "1,234", "0", "-3", "千", "万", "k", "w", "K", "元", "/", "月", "年", "天", "小时", "薪", "·", "~", "-", "—", "至",
    "以上", "以下", "起", "面议", "五", "千", "十", "两", "约", "+", "提成", "（", "）", "(", ")", "[", "]", "'", '"', ",", "，", "、", "；", "：",
    ":", "|", "辽宁省", "沈阳", "大连市", "朝阳", "区", "县", "路", "全国", "Shenyang", "210100", "东北大学", "大连理工大学", "学院", "校区", "10145",
    "4121010145", "计算机类", "（0809）", "本科：", "研究生：", "不限", "专业", "仅限", "会计学", "招", "人", "名", "若干", "50-150人", "民营", "国企", "制造业",
    "C35", "IT服务", "2024-03-18", "09:30", "上午", "45000.5", "博士", "大专", "及以上", "%", "\ufffd", "\u3000", "\x00", "\ue000", "\ue001",
    "ſ", "İ", "１２", "㈱", "²",
))  # fmt: skip
TEXTS = st.text(max_size=40) | st.lists(PIECES, max_size=9).map("".join) | st.lists(PIECES, max_size=6).map(" ".join)
REGIONS = {row["region_code"] for row in read_rows("regions.csv")}


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
@example("")
@example("²")
@example("٣人")
@example("१२३४-१२३५元")
def test_no_text_raises_and_every_answer_lies_within_its_bounds(text):
    answers = {parse.__name__: parse(text) for parse in PARSERS}
    for answer in answers.values():
        if hasattr(answer, "status"):
            assert answer.status in ("stated", "absent", "unparsed")
    wage = answers["parse_wage"]
    ends = [end for end in (wage.minimum, wage.maximum) if end is not None]
    assert ends == sorted(ends) and all(0 < end <= LARGEST_MONTHLY_YUAN for end in ends) and 1 <= wage.months <= 24
    assert wage.status == "stated" or not ends
    for place in (answers["parse_place"], answers["parse_place_in_name"]):
        assert place.region_code in REGIONS if place.status == "stated" else place.region_code is None
    headcount, count = answers["parse_headcount"], answers["parse_count"]
    assert headcount.value is None or 0 <= headcount.value <= LARGEST_HEADCOUNT
    assert count.value is None or 0 <= count.value <= LARGEST_COUNT
    assert answers["parse_education"].level in (*LEVELS, "unknown")
    assert answers["parse_degree"].degree in (None, *DEGREES)
    assert answers["parse_ownership"].code in {"unknown", *dict(WORDS)}
    assert answers["parse_industry"].section in {None, *SECTION_NAMES.values()}
    assert answers["parse_university"].university_code in {None, *load_schools().province}
    assert set(answers["parse_major"].class_codes) <= set(load_catalogue().classes.values())
    assert answers["parse_moment"] is None or 0 <= answers["parse_moment"] < 1440
    assert set(name_tokens(answers["split_packed"])) <= {None, *TOKEN_FIELDS}
    assert answers["classify"] in {None, *(rule.sector_code for rule in load_rules())}
    find_region(text)
    read_numeral(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blanks_and_full_width_forms_around_a_text_change_nothing(text):
    for parse in (parse_wage, parse_place, parse_headcount, parse_education, parse_industry, parse_degree):
        assert asdict(parse(text)) == asdict(parse(f" \u3000{text}\xa0"))


HOSTILE = [
    "8", "8-", "8千", "(", "((8", "（", "[", "'", "['", "五", "千", "十万", "、", "，计算机", "计算机类（0809），", "（仅限", "本科：", "东北大学", "沈阳", "大连·", "大连/",
    "3-5年/本科/", "招1人|", "a", "A b", " ", "8 ", "1,", ".", "年", "及以上", "薪", "·13薪", "面议", "包吃住", "\ufffd", "\ue000", "辽宁省", "校区", "学院", "\\'",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_cell_of_a_hundred_thousand_characters_is_answered_quickly(piece):
    text = (piece * 100_000)[:100_000]
    for parse in PARSERS:
        for cell in (text, text[:4_000], text[:400]):
            began = time.process_time()
            parse(cell)
            assert time.process_time() - began < 0.5, (parse.__name__, len(cell))


MORE = [
    "系",
    "专业",
    "相关专业",
    "等相关",
    "毕业生",
    "就业",
    "非全日制",
    "（系）",
    "、系",
    "研究生院",
    "双休",
    "包住",
    "上午",
    "点",
    "经验",
    "按",
    "标准",
    "/人/月",
]


@pytest.mark.parametrize("head", ["东北大学", "Dalian University", "计算机", "本科：", "8000-", "年薪", "沈阳", "3-5年", "约", "上午"])
def test_a_value_with_the_same_words_again_and_again_behind_it_is_answered_quickly(head):
    for piece in (*HOSTILE, *MORE):
        for cell in ((head + piece * 400)[:400], (head + piece * 400)[:399] + "x", (head + piece * 40)[:60] + "。#"):
            for parse in PARSERS:
                began = time.process_time()
                parse(cell)
                assert time.process_time() - began < 1, (parse.__name__, cell[:40])


def test_a_cell_that_is_longer_than_any_value_is_unparsed():
    for parse in PARSERS:
        answer = parse("沈阳大学 5000元 本科 " * 10_000)
        assert getattr(answer, "status", "unparsed") == "unparsed"
