"""Counts of people, visits or views: ``1,234``, ``4.9万人次``, ``1.2亿``, ``12人``, ``约300``, ``三百余人``.

A number that is rounded by its unit (4.9万) or said to be about (约, 近, 余, 以上) is approximate: it must not be shown to the last digit.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long
from fairboard.importing.parsing.numerals import read_numeral

LARGEST_COUNT = 10_000_000_000
UNITS = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "k": 1_000,
    "万": 10_000,
    "w": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "m": 1_000_000,
    "亿": 100_000_000,
}
ABOUT_BEFORE = r"约为?|大约|近|超过?|逾|突破|达到?|将近|不少于|至少|超出|≈|~|>=?|≥|about|around|over|nearly"
ABOUT_AFTER = r"余|多|\+|左右|以上|上下|许"
NOUN = (
    r"(?:人|名|位|个|次|家|份|条|场|人次|人数|家次|播放量?|观看(?:量|人次)?|浏览(?:量)?|在线|观众|views?|people|persons?|visits?|visitors?)"
)
COUNT = re.compile(
    rf"(?:共计?|合计|总计|累计|共有|总共|参会|到场|观看)?:?({ABOUT_BEFORE})?(\d+(?:\.\d+)?|[零〇一二三四五六七八九十百千万两亿]+)"
    rf"({ABOUT_AFTER})?(十万|百万|百|千|k|万|w|m|亿)?({ABOUT_AFTER})?{NOUN}{{0,2}}({ABOUT_AFTER})?[.。]?"
)


@dataclass(frozen=True)
class Count:
    """A whole count; ``is_exact`` is False where the text rounds it."""

    value: int | None = None
    is_exact: bool = True
    status: Status = "absent"


UNPARSED = Count(status="unparsed")


def parse_count(text: str) -> Count:
    """The count that ``text`` states. A share (12%), a fraction of one and a number below zero are none; a stated 0 stays 0."""
    if is_too_long(text):
        return UNPARSED
    body = compact(text)
    if is_absent(body):
        return Count()
    if BROKEN_CHARACTER in body:
        return UNPARSED
    body = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", body)
    found = COUNT.fullmatch(body)
    if not found:
        return UNPARSED
    about_before, digits, about, unit, *more = found.groups()
    number = Decimal(digits) if digits[0].isdecimal() else read_numeral(digits)
    if number is None:
        return UNPARSED
    value = Decimal(number) * UNITS[unit or ""]
    if value > LARGEST_COUNT or value != value.to_integral_value():
        return UNPARSED
    is_about = bool(about_before and about_before not in ("达", "达到")) or bool(about) or any(more) or bool(re.search("[万亿]", digits))
    return Count(int(value), not (is_about or unit), "stated")
