"""Headcount texts: ``3``, ``2.0``, ``招5人``, ``两名``, ``若干``."""

import re
from dataclasses import dataclass
from typing import Literal

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent

LARGEST_HEADCOUNT = 1_000_000
SEVERAL = re.compile(r"(?:招聘?|需)?(?:若干|多|数|不限|几|several|some)(?:人|名|个|位)?(?:数)?|人数不限|不限人数")
CHINESE_DIGITS = {name: number for number, name in enumerate("零一二三四五六七八九十")} | {"两": 2}
COUNT = re.compile(
    r"(?:计划|拟)?(?:招聘?|招录|需求?)?(?:约|至少|不少于)?(\d+)(?:\.0+)?(?:余|多)?(?:人|名|个|位)?"
    r"(?:(?:-|~|—|至|到)(\d+)(?:\.0+)?(?:人|名|个|位)?)?(?:及?以上|左右|\+)?"
)
WRITTEN = re.compile(r"(?:招聘?)?([零一二三四五六七八九十两])(?:人|名|个|位)?")


@dataclass(frozen=True)
class Headcount:
    """``value`` people wanted where ``headcount_status`` is stated, else None."""

    value: int | None = None
    headcount_status: Literal["stated", "several", "missing"] = "missing"
    status: Status = "absent"


def parse_headcount(text: str) -> Headcount:
    """How many people ``text`` asks for. Of a range the low end counts: so many are wanted in any case."""
    body = compact(text)
    if is_absent(body):
        return Headcount()
    if SEVERAL.fullmatch(body):
        return Headcount(None, "several", "stated")
    if found := COUNT.fullmatch(body):
        low, high = int(found.group(1)), int(found.group(2) or found.group(1))
    elif found := WRITTEN.fullmatch(body):
        low = high = CHINESE_DIGITS[found.group(1)]
    else:
        return Headcount(status="unparsed")
    if BROKEN_CHARACTER in body or low > high or high > LARGEST_HEADCOUNT:
        return Headcount(status="unparsed")
    return Headcount(low, "stated", "stated")
