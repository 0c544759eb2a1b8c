"""Headcount texts: ``3``, ``2.0``, ``招5人``, ``两名``, ``若干``."""

import re
from dataclasses import dataclass
from typing import Literal

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long
from fairboard.importing.parsing.numerals import read_numeral

LARGEST_HEADCOUNT = 1_000_000
SEVERAL = re.compile(
    r"(?:招聘?|需)?(?:人数|名额)?:?(?:若干|多|数|不限|几|(?:数|几|上)[十百]|several|some)(?:人|名|个|位)?(?:数)?|人数不限|不限人数"
)
LEAD = r"(?:计划|拟|共|合计)?(?:招聘?|招录|招收|需求?)?(?:人数|名额)?:?"
PERSON = r"(?:人|名|个名额|个|位)?(?:/岗|/岗位|/职位)?"
COUNT = re.compile(
    rf"{LEAD}(?:约|至少|不少于)?(\d+)(?:\.0+)?(?:余|多)?{PERSON}(?:(?:-|~|—|至|到)(\d+)(?:\.0+)?{PERSON})?(?:及?以上|左右|\+)?[.。]?"
)
WRITTEN = re.compile(
    rf"{LEAD}([零一二三四五六七八九十百两]{{1,6}})余?{PERSON}(?:(?:-|~|至|到)([一二三四五六七八九十百两]{{1,6}}){PERSON})?(?:及?以上|左右)?[.。]?"
)
NOTE = re.compile(r"\([^()\d零一二三四五六七八九十男女]*\)[、,;]?$|[、,;]$")
"""A remark behind the number (急聘, 含储备); one with numbers or sexes may divide it and stays, so that the text is unparsed."""
SIZE_BANDS = re.compile(
    r"(?:20-99|50-150|100-299|100-499|150-500|300-499|500-999|500-1000|1000-5000|1000-9999|5000-10000)人|(?:1000|5000|10000)人以上"
)
"""The bands of company sizes on job sites: such a text counts the staff of the firm, not the people wanted."""


@dataclass(frozen=True)
class Headcount:
    """``value`` people wanted where ``headcount_status`` is stated, else None."""

    value: int | None = None
    headcount_status: Literal["stated", "several", "missing"] = "missing"
    status: Status = "absent"


def parse_headcount(text: str) -> Headcount:
    """How many people ``text`` asks for. Of a range the low end counts: so many are wanted in any case."""
    if is_too_long(text):
        return Headcount(status="unparsed")
    body = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", NOTE.sub("", compact(text)))
    if is_absent(body):
        return Headcount()
    if SEVERAL.fullmatch(body):
        return Headcount(None, "several", "stated")
    if SIZE_BANDS.fullmatch(body):
        return Headcount(status="unparsed")
    if (found := COUNT.fullmatch(body)) and len(body) < 40:
        low, high = int(found.group(1)), int(found.group(2) or found.group(1))
    elif found := WRITTEN.fullmatch(body):
        low, high = read_numeral(found.group(1)), read_numeral(found.group(2) or found.group(1))
    else:
        return Headcount(status="unparsed")
    if BROKEN_CHARACTER in body or None in (low, high) or low > high or high > LARGEST_HEADCOUNT:
        return Headcount(status="unparsed")
    return Headcount(low, "stated", "stated")
