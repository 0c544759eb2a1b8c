"""Wage texts against expectations worked out by hand from the conventions: (text, low, high, period, months)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.wage import parse_wage

STATED = [
    ("6-8千", 6000, 8000, "month", 12),
    ("1-1.5万", 10000, 15000, "month", 12),
    ("0.8-1万", 8000, 10000, "month", 12),
    ("8千-1.2万", 8000, 12000, "month", 12),
    ("6千-1.2万", 6000, 12000, "month", 12),
    ("9千-1.3万·13薪", 9000, 13000, "month", 13),
    ("6-8千·14薪", 6000, 8000, "month", 14),
    ("2-3万·14薪", 20000, 30000, "month", 14),
    ("1.5万-2万·13薪", 15000, 20000, "month", 13),
    ("8千-1.1万", 8000, 11000, "month", 12),
    ("5千-8千元/月", 5000, 8000, "month", 12),
    ("6-8千/月", 6000, 8000, "month", 12),
    ("0.8-1.3万/月", 8000, 13000, "month", 12),
    ("6-8k", 6000, 8000, "month", 12),
    ("15K-25K", 15000, 25000, "month", 12),
    ("8k-1.2w", 8000, 12000, "month", 12),
    ("6001-8000", 6001, 8000, "month", 12),
    ("4000~6000", 4000, 6000, "month", 12),
    ("4000—6000元", 4000, 6000, "month", 12),
    ("4000至6000元/月", 4000, 6000, "month", 12),
    ("4,000-6,000元", 4000, 6000, "month", 12),
    ("４０００－６０００", 4000, 6000, "month", 12),
    ("5000", 5000, 5000, "month", 12),
    ("5000元/月", 5000, 5000, "month", 12),
    ("月薪5000-8000元", 5000, 8000, "month", 12),
    ("8000-1.2万", 8000, 12000, "month", 12),
    ("6千-8千", 6000, 8000, "month", 12),
    (" 6 - 8 千 ", 6000, 8000, "month", 12),
    ("6000 - 8000 元", 6000, 8000, "month", 12),
    # a year is divided by 12, half a yuan rounds up
    ("20-30万/年", 16667, 25000, "year", 12),
    ("10-15万/年", 8333, 12500, "year", 12),
    ("年薪12-18万", 10000, 15000, "year", 12),
    ("12-18万年薪", 10000, 15000, "year", 12),
    ("6-6.0006万/年", 5000, 5001, "year", 12),  # 60006 / 12 = 5000.5
    # a day × 21.75
    ("200元/天", 4350, 4350, "day", 12),
    ("150元/天", 3263, 3263, "day", 12),  # 3262.5
    ("1千/天", 21750, 21750, "day", 12),
    ("150-200/天", 3263, 4350, "day", 12),
    ("200-300元/天", 4350, 6525, "day", 12),
    ("日薪200元", 4350, 4350, "day", 12),
    # an hour × 174, a week × 4.35
    ("75元/小时", 13050, 13050, "hour", 12),
    ("20-30元/时", 3480, 5220, "hour", 12),
    ("时薪25元", 4350, 4350, "hour", 12),
    ("1000-2000元/周", 4350, 8700, "week", 12),
    ("1010元/周", 4394, 4394, "week", 12),  # 4393.5
    # open ends
    ("3千及以下", None, 3000, "month", 12),
    ("3千以下", None, 3000, "month", 12),
    ("3千及以下·13薪", None, 3000, "month", 13),
    ("1.5万以上", 15000, None, "month", 12),
    ("1.5万及以上", 15000, None, "month", 12),
    ("10000元以上", 10000, None, "month", 12),
    ("1.5万及以下/年", None, 1250, "year", 12),
    ("100万及以下/年", None, 83333, "year", 12),
    ("不低于5000元", 5000, None, "month", 12),
    ("5000+", 5000, None, "month", 12),
    ("3000元起", 3000, None, "month", 12),
    # per task gives no month
    ("100-200元/次", None, None, "task", 12),
    ("50元/课时", None, None, "task", 12),
]
ABSENT = ["", " ", "面议", "薪资面议", "无", "-", "/", "面谈", "待遇面议", "null"]
UNKNOWN = [
    "9�-1.5万·13薪",  # a broken character
    "1.5-1万",  # low above high
    "8000-6000",
    "1.5万-8千",
    "优厚",
    "五险一金",
    "1-2-3万",
    "6-8",  # a unit that nobody stated
    "12",
    "6-8千·0薪",
    "6000 8000",
    "9999999999999999999999万",
    "0",
    "=1+1",
    "'; drop table postings; --",
]


@pytest.mark.parametrize(("text", "low", "high", "period", "months"), STATED)
def test_a_stated_wage_is_read_as_a_person_reads_it(text, low, high, period, months):
    wage = parse_wage(text)
    assert (wage.minimum, wage.maximum, wage.period, wage.months, wage.status) == (low, high, period, months, "stated")


@pytest.mark.parametrize("text", ABSENT)
def test_no_wage_is_unknown_and_never_zero(text):
    wage = parse_wage(text)
    assert (wage.minimum, wage.maximum, wage.period, wage.status) == (None, None, "unknown", "absent")


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_wage_that_makes_no_sense_is_unknown_and_reported(text):
    wage = parse_wage(text)
    assert (wage.minimum, wage.maximum, wage.status) == (None, None, "unparsed")


def test_the_heading_gives_the_unit_and_the_period_that_a_cell_leaves_out():
    assert parse_wage("6-8", unit_yuan=1000).maximum == 8000
    assert parse_wage("12-18", unit_yuan=10000, period="year").minimum == 10000
    assert parse_wage("6-8千", unit_yuan=10000).minimum == 6000


@given(st.text(alphabet="0123456789.-~千万k元/年月天小时周次·薪面议以上下及+ \ufffd", max_size=16) | st.text(max_size=30))
def test_no_text_raises_and_the_low_end_is_never_above_the_high_end(text):
    wage = parse_wage(text)
    assert wage.minimum is None or wage.minimum > 0
    assert wage.maximum is None or wage.maximum > 0
    assert wage.minimum is None or wage.maximum is None or wage.minimum <= wage.maximum
    assert wage.status == "stated" or (wage.minimum, wage.maximum) == (None, None)


@given(st.integers(1, 99), st.integers(0, 99), st.sampled_from(["千", "万"]))
def test_one_unit_at_the_end_serves_both_ends(low, more, unit):
    wage = parse_wage(f"{low}-{low + more}{unit}")
    factor = {"千": 1_000, "万": 10_000}[unit]
    assert (wage.minimum, wage.maximum) == (low * factor, (low + more) * factor)
