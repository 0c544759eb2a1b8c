"""What the headings of columns stand for: data/reference/headings.csv, which an office can extend by a line."""

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fairboard.importing.kinds import PERSONAL, Kind
from fairboard.importing.parsing.degree import parse_degree

HEADINGS_FILE = Path(__file__).resolve().parents[2] / "data" / "reference" / "headings.csv"
PUNCTUATION = re.compile(r"[\s*:_\-'\"?!。、.#/\\]+")
BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
SHORTEST_PART = 2
SHORTEST_ASCII_PART = 6
"""Characters that a known heading must have to count as part of a longer one; a short English one may be a part of any word."""


OTHER = "other"
"""Stands in the table of headings for columns that look like a field and are none: registered capital is no wage."""
QUALIFIED = re.compile(
    r"面试|笔试|考试|报名|截止|期望|意向|户籍|籍贯|生源|资本|资金|去年|上年|同期|已招|已到|实到|录用|录取|到岗|离职|联系|投递|简历|奖金|补贴|津贴|金额|单价|价格"
    r"|费用|预算|产值|营收|税|成绩|分数|得分|比例|占比|排名|expected|deadline|interview|score|share$|rate$|ratio$|percent"
)
"""Words that make a longer heading mean something else: 面试地点 is no place of work, 报名截止日期 no day of posting."""

WAGE_WORDS = re.compile(r"薪|工资|待遇|收入|salary|wage|pay")
LOW_WORDS, HIGH_WORDS = re.compile(r"最低|下限|最少|起$|min|low|from"), re.compile(r"最高|上限|最多|止$|max|high|upto")
PLATFORMS = re.compile(r"抖音|快手|视频号|微博|b站|哔哩|小红书|微信|央视频|百度|淘宝|京东|斗鱼|虎牙|知乎|头条|tiktok|douyin|kuaishou|bilibili|weibo|wechat|channels")
NO_VIEWS = re.compile(r"点赞|评论|转发|粉丝|分享|在线|关注|like|comment|share|fan|follow|online")
SEXES = {"男": "male", "女": "female", "男生": "male", "女生": "female", "男性": "male", "女性": "female"}
OTHER_LEVELS = frozenset({"其他", "其它", "中专", "高中", "中职", "技校", "其他学历", "other", "others"})
TOTAL_KEYS = frozenset({"合计", "总计", "小计", "共计", "总数", "总人数", "合计人数", "总人次", "合计人次", "合计数", "全网", "总观看", "total", "sum", "all"})


@dataclass(frozen=True)
class Heading:
    """What a heading stands for: ``rank`` is its place in the table, the more telling ones first; ``is_whole`` is False where only a
    part of the text is a known heading."""

    field: str
    rank: int
    is_whole: bool = True


def heading_key(text: str) -> str:
    """A heading without case, width, blanks and punctuation: ``公司 名称：`` and ``公司名称`` are the same."""
    return PUNCTUATION.sub("", unicodedata.normalize("NFKC", text).lower())


@cache
def load_headings() -> dict[str, tuple[Heading, ...]]:
    """The table of headings by key; a heading may stand for one field in one kind of table and another in another."""
    headings: dict[str, list[Heading]] = defaultdict(list)
    with HEADINGS_FILE.open(encoding="utf-8-sig", newline="") as file:
        for rank, row in enumerate(csv.DictReader(file)):
            headings[heading_key(row["heading"])].append(Heading(row["field"].strip(), rank))
    return {key: tuple(found) for key, found in headings.items()}


def find_heading(label: str, kind: Kind) -> Heading | None:
    """What ``label`` stands for in a kind of table: as it is, else without its brackets, which ranks lower (招录机关（单位） → 招录机关)."""
    headings, key = load_headings(), heading_key(label)
    bare = BRACKETS.sub("", key)
    for rank_added, text in ((0, key), (len(headings), bare)):
        for heading in headings.get(text, ()):
            if heading.field in fields_of(kind):
                return Heading(heading.field, heading.rank + rank_added)
    end = wage_end(bare)
    return Heading(end, 2 * len(headings)) if end in kind.field_names else None


def wage_end(key: str) -> str | None:
    """The end of a range of wages that a heading names in words of its own: 年薪(万元)最低, 工资标准下限."""
    if not WAGE_WORDS.search(key) or QUALIFIED.search(key):
        return None
    is_low, is_high = LOW_WORDS.search(key), HIGH_WORDS.search(key)
    return None if bool(is_low) == bool(is_high) else "wage_min" if is_low else "wage_max"


def part_of_total(label: str, kind: Kind) -> str | None:
    """What a column counts a part of, by its heading: the people of one degree (本科, 硕士人数) or sex, or the views on one
    platform (抖音)."""
    key = heading_key(label)
    if QUALIFIED.search(key):
        return None
    if kind.name == "livestream":
        found = PLATFORMS.search(key)
        return found.group() if found and not NO_VIEWS.search(key) else None
    if kind.name not in ("attendance", "postings"):
        return None
    last = re.split(r"\s", label.strip())[-1]
    if heading_key(last) in SEXES:
        return SEXES[heading_key(last)]
    degree = parse_degree(last).degree
    return degree or ("other" if heading_key(last) in OTHER_LEVELS else None)


def find_part(label: str, kind: Kind) -> Heading | None:
    """The longest known heading that is a part of ``label``: 拟招聘岗位名称一览 → 岗位名称; None where there is none."""
    key = BRACKETS.sub("", heading_key(label))
    if QUALIFIED.search(key):
        return None
    parts = [
        (len(text), -heading.rank, heading.field)
        for text, headings in load_headings().items()
        if len(text) >= (SHORTEST_ASCII_PART if text.isascii() else SHORTEST_PART) and text in key
        for heading in headings
        if heading.field in fields_of(kind) and heading.field not in (PERSONAL, OTHER)
    ]
    if not parts:
        return None
    _, rank, field = max(parts)
    return Heading(field, 2 * len(load_headings()) - rank, is_whole=False)


@cache
def fields_of(kind: Kind) -> frozenset[str]:
    """The fields that a heading can stand for in a kind of table, those among them that are set aside."""
    extra = {"viewers_now"} if kind.name == "livestream" else set()
    return frozenset({*kind.field_names, PERSONAL, OTHER, *extra})
