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
    "15天带薪年假",
    "20240318",
    "20-30年",
    "8小时",
    "30天",
    "'; drop table postings; --",
]

# Ways of writing beyond the job sites: notices of offices, tables of companies.
OTHER_LAYOUTS = [
    ("15-20万元（年）", 12500, 16667, "year", 12), ("8000元（月）", 8000, 8000, "month", 12), ("年收入10万以上", 8333, None, "year", 12),
    ("年综合收入12-15万", 10000, 12500, "year", 12), ("月均6000", 6000, 6000, "month", 12), ("起薪不低于6000元", 6000, None, "month", 12),
    ("4500-6000/月，缴纳五险一金", 4500, 6000, "month", 12), ("5000―8000", 5000, 8000, "month", 12), ("4000-6000元/月+五险一金", 4000, 6000, "month", 12),
    ("8K-12K·14薪", 8000, 12000, "month", 14), ("8千~1.2万元/月", 8000, 12000, "month", 12), ("年薪15-20万", 12500, 16667, "year", 12),
    ("月薪5000元以上", 5000, None, "month", 12), ("¥6,000-8,000", 6000, 8000, "month", 12), ("6000～8000元/月", 6000, 8000, "month", 12),
    ("3500+提成", 3500, None, "month", 12), ("底薪3000+提成", 3000, None, "month", 12), ("18元/小时", 3132, 3132, "hour", 12),
    ("15—25万/年（税前）", 12500, 20833, "year", 12), ("五千至八千", 5000, 8000, "month", 12), ("3500左右", 3500, 3500, "month", 12),
    ("4000元起", 4000, None, "month", 12), ("不低于6000", 6000, None, "month", 12), ("10w-15w", 100000, 150000, "month", 12),
    ("8,000.00", 8000, 8000, "month", 12), ("6-8K*13", 6000, 8000, "month", 13), ("1.5-2万·15薪", 15000, 20000, "month", 15),
    ("综合月薪 6000-9000 元", 6000, 9000, "month", 12), ("6000/月", 6000, 6000, "month", 12), ("8000元-12000元", 8000, 12000, "month", 12),
    ("6k—8k", 6000, 8000, "month", 12), ("6000-8000元每月", 6000, 8000, "month", 12), ("5000-8000（元/月）", 5000, 8000, "month", 12),
    ("5000-8000(含五险一金)", 5000, 8000, "month", 12), ("年薪20万起", 16667, None, "year", 12), ("年薪不低于20万元", 16667, None, "year", 12),
    ("20万以上/年", 16667, None, "year", 12), ("20万元/年以上", 16667, None, "year", 12), ("30万/年", 25000, 25000, "year", 12),
    ("30万元（年薪）", 25000, 25000, "year", 12), ("税前年薪30万", 25000, 25000, "year", 12), ("5-8K/月", 5000, 8000, "month", 12),
    ("5000元/月+绩效", 5000, None, "month", 12), ("5000+绩效+提成", 5000, None, "month", 12), ("底薪4000-6000+提成", 4000, None, "month", 12),
    ("无责底薪5000+提成", 5000, None, "month", 12), ("5000-8000元+提成", 5000, None, "month", 12), ("6000至8000", 6000, 8000, "month", 12),
    ("6000到8000元", 6000, 8000, "month", 12), ("六千-八千", 6000, 8000, "month", 12), ("八千左右", 8000, 8000, "month", 12),
    ("一万以上", 10000, None, "month", 12), ("一万二至一万五", 12000, 15000, "month", 12), ("1万至1.5万元", 10000, 15000, "month", 12),
    ("1-2W", 10000, 20000, "month", 12), ("10000-15000元/月，13薪", 10000, 15000, "month", 13),
    ("10k-15k x 14薪", 10000, 15000, "month", 14), ("10-15k*16薪", 10000, 15000, "month", 16), ("200/天", 4350, 4350, "day", 12),
    ("150-200元/日", 3263, 4350, "day", 12), ("日结200元", 4350, 4350, "day", 12), ("25元/时", 4350, 4350, "hour", 12),
    ("时薪20-30", 3480, 5220, "hour", 12), ("20-25元/h", 3480, 4350, "hour", 12), ("800元/周", 3480, 3480, "week", 12),
    ("最低5000", 5000, None, "month", 12), ("最高10000", None, 10000, "month", 12), ("10000以内", None, 10000, "month", 12),
    ("10000元以下", None, 10000, "month", 12), ("5000以上", 5000, None, "month", 12), (">=5000", 5000, None, "month", 12),
    ("≥8000元", 8000, None, "month", 12), ("5000 以上/月", 5000, None, "month", 12), ("RMB 8000-12000", 8000, 12000, "month", 12),
    ("CNY8000", 8000, 8000, "month", 12), ("8000 RMB/month", 8000, 8000, "month", 12), ("￥8000-￥12000/月", 8000, 12000, "month", 12),
    ("8000元/人/月", 8000, 8000, "month", 12), ("5000-7000元/人.月", 5000, 7000, "month", 12), ("0-5000", None, 5000, "month", 12),
    ("1千-3千", 1000, 3000, "month", 12), ("8000.00-10000.00", 8000, 10000, "month", 12), ("8000.5", 8001, 8001, "month", 12),
    ("3000-5000元/月；提成另计", 3000, 5000, "month", 12), ("6000+", 6000, None, "month", 12), ("月薪：6000-8000元", 6000, 8000, "month", 12),
    ("月收入6000-8000", 6000, 8000, "month", 12), ("到手6000-8000", 6000, 8000, "month", 12), ("税后8000", 8000, 8000, "month", 12),
    ("6-8千元", 6000, 8000, "month", 12), ("6-8千元/月", 6000, 8000, "month", 12), ("0.6-0.8万/月", 6000, 8000, "month", 12),
    ("6000-8000元/月·13薪", 6000, 8000, "month", 13), ("6000-8000/月*13", 6000, 8000, "month", 13), ("4.5k-6k", 4500, 6000, "month", 12),
    ("4500—6000元/月（包吃住）", 4500, 6000, "month", 12), ("4000-5000 包吃住", 4000, 5000, "month", 12), ("约5000元", 5000, 5000, "month", 12),
    ("5000元左右/月", 5000, 5000, "month", 12), ("50万", 500000, 500000, "month", 12), ("年薪50-80w", 41667, 66667, "year", 12),
    ("50-80万元人民币/年", 41667, 66667, "year", 12), ("2500-3000元／月", 2500, 3000, "month", 12), ("3000--5000", 3000, 5000, "month", 12),
    ("3000----5000元", 3000, 5000, "month", 12), ("3000 – 5000", 3000, 5000, "month", 12), ("3000~5000+", 3000, None, "month", 12),
    ("5000元/年", 417, 417, "year", 12), ("1500元/次", None, None, "task", 12), ("计件", None, None, "task", 12),
    ("计件工资", None, None, "task", 12), ("50元/单", None, None, "task", 12), ("100元/场", None, None, "task", 12),
    ("5000-8000元/月 五险一金", 5000, 8000, "month", 12), ("5-8千，年底双薪", 5000, 8000, "month", 12), ("6-8k·14薪", 6000, 8000, "month", 14),
    ("60-80k·16薪", 60000, 80000, "month", 16), ("3500-4500底薪", 3500, 4500, "month", 12), ("12万+/年", 10000, None, "year", 12),
    ("15万以上（年薪）", 12500, None, "year", 12), ("10-15万（含税）/年", 8333, 12500, "year", 12),
    ("6000元-8000元/月（税前）", 6000, 8000, "month", 12), ("100元/天+餐补", 2175, None, "day", 12),
]  # fmt: skip
OTHER_ABSENT = [
    "年薪制",     "按公司标准", "协议工资制", "待定", "详谈", "按国家规定", "按国家有关规定执行", "参照事业单位标准", "按学校相关规定执行", "面议（可谈）",
    "工资面议", "薪酬面议", "薪资待遇面议",
    "按照公司薪酬标准执行", "执行事业单位工资标准", "另议",
]  # fmt: skip
OTHER_UNKNOWN = [
    "面议（5000起）", "试用期3000元，转正后面议", "硕士：12万/年",     "试用期4000，转正6000", "面议/5000", "5000或面议", "5000-8000，面议", "薪资优厚",
    "高薪", "同工同酬", "0元", "0-0", "5000-0", "12345678901234567890",
    "6000-8000-10000", "本科6000，硕士8000", "本科5000-6000元，硕士7000-8000元", "8000元/月（试用期6000元）", "5000-", "-5000", "$3000", "3000美元/月",
    "5000港币", "6000-8000日元", "1000欧元/月", "2024-03-18", "13800138000", "3-5年", "1-3", "月薪过万", "万元以上", "实习期150元/天", "100-150元/天，实习",
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "period", "months"), STATED + OTHER_LAYOUTS)
def test_a_stated_wage_is_read_as_a_person_reads_it(text, low, high, period, months):
    wage = parse_wage(text)
    assert (wage.minimum, wage.maximum, wage.period, wage.months, wage.status) == (low, high, period, months, "stated")


@pytest.mark.parametrize("text", ABSENT + OTHER_ABSENT)
def test_no_wage_is_unknown_and_never_zero(text):
    wage = parse_wage(text)
    assert (wage.minimum, wage.maximum, wage.period, wage.status) == (None, None, "unknown", "absent")


@pytest.mark.parametrize("text", UNKNOWN + OTHER_UNKNOWN)
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
