"""Packed cells against expectations worked out by hand."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.packed import TOKEN_FIELDS, name_token, name_tokens, split_packed

CELLS = [
    ("2年经验 | 大专 | 招1人", "2年经验 大专 招1人", "experience education headcount"),
    ("3-5年本科", "3-5年 本科", "experience education"),
    ("本科3-5年", "本科 3-5年", "education experience"),
    ("经验不限/本科/招若干人", "经验不限 本科 招若干人", "experience education headcount"),
    (
        "[['五险一金'], ['沈阳-皇姑区', '3-4年经验', '招5人', '09-03发布']]",
        "五险一金 沈阳-皇姑区 3-4年经验 招5人 09-03发布",
        "- place experience headcount date",
    ),
    ("[[], ['沈阳', '本科']]", "沈阳 本科", "place education"),
    ("JavaScript|Python|国企|500-999人|IT服务", "JavaScript Python 国企 500-999人 IT服务", "- - ownership size industry"),
    ("设计|安装/调试|20人以下|人力资源服务", "设计 安装/调试 20人以下 人力资源服务", "- - size industry"),
    ("Python|其它|100-299人|互联网", "Python 其它 100-299人 互联网", "- ownership size industry"),
    ("大连-甘井子区 本科 经验1-3年", "大连-甘井子区 本科 经验1-3年", "place education experience"),
    ("6-8千/月;沈阳;2024-03-18", "6-8千/月 沈阳 2024-03-18", "wage place date"),
    ("5-7年,本科,java,英语,五险一金", "5-7年 本科 java 英语 五险一金", "experience education - - -"),
    ("上市公司|有食堂", "上市公司 有食堂", "ownership -"),
    ("数学,教师,初中", "数学 教师 初中", "- - -"),
    ("沈阳·铁西区", "沈阳·铁西区", "place"),
    ("安装/调试", "安装/调试", "-"),
    ("", "", ""),
    ("[]", "[]", "-"),
]
TOKENS = [
    ("招2人", "headcount"), ("3名", "headcount"), ("若干名", "headcount"), ("50-150人", "size"), ("少于50人", "size"), ("1000人以上", "size"), ("10000人以上", "size"),
    ("5人", None), ("3-5人", None), ("不限", None), ("本科", "education"), ("统招本科及以上学历", "education"), ("在校生/应届生", "experience"),
    ("无需经验", "experience"), ("3年以上工作经验", "experience"), ("2024年", None), ("外资（欧美）", "ownership"), ("已上市", "ownership"), ("面议", "wage"),
    ("8k-12k", "wage"), ("4K", None), ("13薪", None), ("2024年3月18日", "date"), ("3天前发布", "date"), ("辽宁省", "place"), ("昆山市", "place"),
    ("中山西路", None), ("大连路", None), ("海外", None), ("五险一金", None), ("人工智能", None), ("15天带薪年假", None), ("ABA", None), ("阿里", None), ("3�名", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tokens", "fields"), CELLS)
def test_a_packed_cell_is_cut_into_its_values_and_each_is_named(text, tokens, fields):
    found = split_packed(text)
    assert " ".join(found) == tokens
    assert " ".join(name or "-" for name in name_tokens(found)) == fields


@pytest.mark.parametrize(("token", "field"), TOKENS)
def test_a_token_is_named_only_where_it_can_be_nothing_else(token, field):
    assert name_token(token) == field


def shares(path, column):
    """The share of rows in which each field is named."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = [set(name_tokens(split_packed(row[column] or ""))) for row in csv.DictReader(file)]
    return {field: sum(field in row for row in rows) / len(rows) for field in TOKEN_FIELDS}


def test_the_packed_columns_of_the_job_sites_are_read(real_files):
    listed = shares(real_files / "51job-2018-hirefy" / "51job.csv", "标签")
    assert listed["experience"] == listed["headcount"] == listed["date"] == 1 and listed["place"] > 0.99 and listed["education"] > 0.8
    barred = shares(real_files / "zhaopin-fanjuchen" / "zhilian.csv", "3")
    assert barred["size"] > 0.99 and barred["industry"] > 0.99 and barred["ownership"] > 0.9 and barred["headcount"] == 0
    tagged = shares(real_files / "51job-2023-isixe" / "51job.csv", "tags")
    assert tagged["experience"] > 0.99 and tagged["education"] > 0.98


@given(st.text(max_size=60) | st.text(alphabet="招3-5年人本科经验|/, ['沈阳]万千·", max_size=30))
def test_no_text_raises_and_no_token_is_empty(text):
    tokens = split_packed(text)
    assert all(token.strip() for token in tokens)
    assert set(name_tokens(tokens)) <= {None, *TOKEN_FIELDS}
