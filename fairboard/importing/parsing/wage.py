"""Wage texts to yuan a month: ``6-8千``, ``8千-1.2万·13薪``, ``20-30万/年``, ``200元/天``, ``3千及以下``, ``面议``.

A year is divided by 12; a day × 21.75 (paid days a month by the statutory rule of 2008), an hour × 174 (21.75 × 8), a week × 4.35;
half a yuan rounds up. Pay per task gives no month. A thirteenth month is noted, never folded into the month.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long
from fairboard.importing.parsing.numerals import read_numeral

MONTHS_PER_PERIOD = {
    "month": (Decimal(1), Decimal(1)),
    "year": (Decimal(1), Decimal(12)),
    "day": (Decimal("21.75"), Decimal(1)),
    "hour": (Decimal(174), Decimal(1)),
    "week": (Decimal("4.35"), Decimal(1)),
}
UNITS_YUAN = {"千": 1_000, "k": 1_000, "万": 10_000, "w": 10_000, "百": 100, "元": 1, "": 1}
LARGEST_MONTHLY_YUAN = 10_000_000
"""More than this a month is no wage but a date (20240318), a telephone number or a slip of the unit."""
SMALLEST_PLAIN_MONTHLY_YUAN = 100
"""A bare number below this is not taken for yuan a month: a column of 6, 8, 15 is in thousands that nobody stated."""
WHOLE_NUMBER_YUAN = 1_000
"""A number without a unit at or above this is yuan even when the other end has a unit: 8000-1.2万."""

NEGOTIABLE = re.compile(
    r"(?:薪资|薪酬|工资|待遇|月薪|年薪|福利|具体|可|或|[,;:/、])*(?:(?:面议|面谈|另议|电议|详谈|可谈|协商|待定|未定|保密|negotiable)[,;/、]?)+(?:\([^()\d]*\))?"
    r"|(?:按|依|参照|执行|根据|遵照|享受)[^\d]{0,40}(?:标准|规定|制度|政策|办法|文件|体系)(?:执行|发放|确定)?|(?:协议|计时|岗位|绩效)?(?:工资|薪酬|年薪|月薪)制|协议(?:工资|薪酬|年薪)|(?:详)?见(?:公告|附件|简章|正文|详情)"
)
"""Texts that say a wage is paid and not which: they count as no wage stated."""
MONTHS_PAID = re.compile(r"[·•・*×x,,;|+/]?(?<!\d)(\d{1,2})薪|[*×x](1[2-9]|2[0-4])$")
WELFARE = re.compile(
    r"[+,;/、·。]?(?:提供|享受?|另有|缴纳|交)?(?:包(?:食宿|吃住?|住)|管吃住?|食宿|住宿|[五六七八]险(?:[一二两]金)?|社保|公积金|双休|单休|年底双薪|(?:带薪)?年假|节假日|节日福利|补贴另计"
    r"|(?:提成|绩效|奖金)另(?:计|算)|等福利)+"
)
"""What is promised beside the pay; it does not open the range upwards, as 提成 and 绩效 do."""
WRITTEN = re.compile(r"(?<![\d.点])[一二三四五六七八九十两][零〇一二三四五六七八九十百千万两]*")
WITH_ONE_UNIT = re.compile(r"([一二三四五六七八九两])([千万])?")
DASHES = re.compile("[‐‑‒–—―−ー]+|->")
PER_PERSON = re.compile(r"/人(?=[/.·每](?:月|年|天|日|小?时))")
FOREIGN = re.compile(r"美元|美金|欧元|英镑|日元|日币|港币|港元|新币|加元|澳元|韩元|usd|eur|hkd|jpy|gbp|[$€£]")
PERIODS = (
    (
        "year",
        re.compile(
            r"年薪|年(?:综合|总|均)*(?:收入|工资|均)|\((?:按|每|元/)?年\)|(?:[/每元]|(?<=[万千kw]))(?:1|一)?年(?:度)?$|[/每]年|/(?:year|yr|y)\b|per year|a year"
        ),
    ),
    (
        "month",
        re.compile(
            r"月薪|月(?:综合|总|均)*(?:收入|工资|均)|\((?:按|每|元/)?月\)|月结|[/.每]个?月|元月$|月$|/(?:month|mon|m)\b|per month|a month"
        ),
    ),
    ("week", re.compile(r"周薪|周结|[/每]周|/(?:week|wk|w)\b|per week")),
    ("day", re.compile(r"日薪|日结|\((?:按|每|元/)?[天日]\)|[/每](?:天|日|工作日)|(?<=元)天$|/(?:day|d)\b|per day|a day")),
    ("hour", re.compile(r"时薪|\((?:按|每|元/)?小?时\)|[/每]个?(?:小时|时|钟头)|(?<=元)小时$|/(?:hour|hr|h)\b|per hour|an hour")),
    ("task", re.compile(r"[/每](?:次|单|件|个|课时|节课?|篇|场|套|条|人|课|张|幅|台)|计件|按件|/(?:task|piece)\b")),
)
NOISE = re.compile(
    r"人民币|rmb|cny|yuan|¥|税前|税后|含税|到手|实发|保底|无责|责任|收入|大约|约|左右|薪资|薪酬|工资|底薪|基本|综合|待遇|:|\((?!.*\d)[^()]*\)"
)
NUMBER = r"(\d+(?:\.\d+)?)(千|k|万|w|百)?元?"
RANGE = re.compile(rf"{NUMBER}(?:-+|~+|—+|–|−|〜|至|到|_|\.\.+){NUMBER}(及?以上|及?以下|起|\+.*)?")
AT_LEAST = re.compile(
    rf"(?:{NUMBER}(?:[及或]?以上|起|\+.*|上?不封顶)|(?:起薪(?:不低于)?|不低于|不少于|最低|至少|高于|大于|≥|>=?){NUMBER}(?:及?以上)?)"
)
AT_MOST = re.compile(rf"(?:{NUMBER}(?:[及或]?以下|以内|封顶)|(?:不高于|不超过|最高|至多|低于|小于|≤|<=?){NUMBER}(?:及?以下)?)")
SINGLE = re.compile(NUMBER)


@dataclass(frozen=True)
class Wage:
    """Whole yuan a month from ``minimum`` to ``maximum``, either of them None where open or unknown."""

    minimum: int | None = None
    maximum: int | None = None
    period: str = "unknown"
    months: int = 12
    status: Status = "absent"


UNPARSED = Wage(status="unparsed")


def parse_wage(text: str, *, unit_yuan: int = 1, period: str | None = None) -> Wage:
    """The wage that ``text`` states; ``unit_yuan`` and ``period`` are what the column's heading says, for a text that is silent."""
    if is_too_long(text):
        return UNPARSED
    body = compact(text)
    if is_absent(body) or NEGOTIABLE.fullmatch(body):
        return Wage()
    if BROKEN_CHARACTER in body or FOREIGN.search(body):
        return UNPARSED
    body, months = take_months_paid(prepare(body))
    body, stated_period = take_period(body)
    body = NOISE.sub("", body)
    if stated_period == "task" and not body:
        return Wage(period="task", months=months or 12, status="stated")
    ends = read_ends(body, unit_yuan, is_plain_month=(stated_period or period) in (None, "month"))
    if ends is None or months is None or stated_period == "several":
        return UNPARSED
    if stated_period == "task":
        return Wage(period="task", months=months, status="stated")
    return monthly(ends, stated_period or period or "month", months)


def prepare(text: str) -> str:
    """``text`` without the commas of its numbers and what is promised beside the pay, its written numbers as digits."""
    text = PER_PERSON.sub("", DASHES.sub("-", re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)))
    if text.isascii():
        return text
    return WRITTEN.sub(as_digits, WELFARE.sub("", text))


def as_digits(found: re.Match) -> str:
    """A number written in characters as digits; one with a single unit keeps it, so that 五至八千 has its unit at the end."""
    if short := WITH_ONE_UNIT.fullmatch(found.group()):
        return f"{read_numeral(short.group(1))}{short.group(2) or ''}"
    number = read_numeral(found.group())
    return found.group() if number is None else str(number)


def take_months_paid(text: str) -> tuple[str, int | None]:
    """``text`` without its ``·13薪``, and the number of months paid a year: 12 when not stated, None when impossible."""
    found = MONTHS_PAID.search(text)
    if not found:
        return text, 12
    months = int(found.group(1) or found.group(2))
    return text[: found.start()] + text[found.end() :], months if 1 <= months <= 24 else None


def take_period(text: str) -> tuple[str, str | None]:
    """``text`` without the words for its period, and the period: None when not stated, ``several`` when two are."""
    found = set()
    for period, pattern in PERIODS:
        text, count = pattern.subn("", text)
        if count:
            found.add(period)
    return text, (found.pop() if len(found) == 1 else "several" if found else None)


def read_ends(text: str, unit_yuan: int, *, is_plain_month: bool) -> tuple[Decimal | None, Decimal | None] | None:
    """Low and high end in yuan of the stated period, an open end None; None when ``text`` is no wage."""
    if found := RANGE.fullmatch(text):
        low_text, low_unit, high_text, high_unit, tail = found.groups()
        ends = scale_range(low_text, low_unit, high_text, high_unit, unit_yuan)
        if tail:
            ends = (None, ends[1]) if "以下" in tail else (ends[0], None)
    elif found := AT_LEAST.fullmatch(text):
        ends = (scale_first(found, unit_yuan), None)
    elif found := AT_MOST.fullmatch(text):
        ends = (None, scale_first(found, unit_yuan))
    elif found := SINGLE.fullmatch(text):
        ends = (scale_first(found, unit_yuan),) * 2
    else:
        return None
    stated = [end for end in ends if end is not None]
    if is_plain_month and max(stated) < SMALLEST_PLAIN_MONTHLY_YUAN:
        return None
    return ends


def scale_first(found: re.Match, unit_yuan: int) -> Decimal:
    """The one number in a match, in yuan."""
    number, unit = next((found.group(i), found.group(i + 1)) for i in range(1, len(found.groups()), 2) if found.group(i))
    return Decimal(number) * (UNITS_YUAN[unit] if unit else unit_yuan)


def scale_range(low_text: str, low_unit: str | None, high_text: str, high_unit: str | None, unit_yuan: int) -> tuple[Decimal, Decimal]:
    """Both ends in yuan: a unit at the end serves both; a number of four digits without a unit is yuan already."""
    low, high = Decimal(low_text), Decimal(high_text)
    if high_unit and not low_unit:
        low_factor = 1 if low >= WHOLE_NUMBER_YUAN else UNITS_YUAN[high_unit]
        return low * low_factor, high * UNITS_YUAN[high_unit]
    if low_unit and not high_unit:
        high_factor = 1 if high >= WHOLE_NUMBER_YUAN else UNITS_YUAN[low_unit]
        return low * UNITS_YUAN[low_unit], high * high_factor
    if low_unit and high_unit:
        return low * UNITS_YUAN[low_unit], high * UNITS_YUAN[high_unit]
    return low * unit_yuan, high * unit_yuan


def monthly(ends: tuple[Decimal | None, Decimal | None], period: str, months: int) -> Wage:
    """``ends`` brought from ``period`` to the month."""
    factor, divisor = MONTHS_PER_PERIOD[period]
    months_pay = [None if end is None else end * factor / divisor for end in ends]
    if any(end is not None and end > LARGEST_MONTHLY_YUAN for end in months_pay):
        return UNPARSED
    low, high = (None if end is None else int(end.quantize(Decimal(1), rounding=ROUND_HALF_UP)) for end in months_pay)
    stated = [end for end in (low, high) if end is not None]
    if max(stated) == 0 or (low is not None and high is not None and low > high):
        return UNPARSED
    return Wage(low or None, high, period, months, "stated")
