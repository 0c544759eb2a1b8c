"""Date texts: ``2023-12-12 09:22:00``, ``2019年12月15日``, ``2024/3/1``, ``20240301``, ``18.03.2024``, and the day numbers of Excel.

A month without a day is its first day. A day without a year is no date: a guess would put it into the wrong season.
"""

import re
from datetime import date, timedelta

from fairboard.importing.parsing.cleaning import is_too_long, normalise

DATE = re.compile(r"((?:19|20)\d\d) ?(?:[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?|(\d\d)(\d\d))(?:\D.*)?")
MONTH = re.compile(r"((?:19|20)\d\d) ?[-/.年] ?(\d{1,2}) ?月?(?:份)?")
DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?: .*)?")
EXCEL = re.compile(r"(\d{5})(?:\.\d+)?")
EXCEL_START = date(1899, 12, 30)
"""Day 0 of Excel's calendar for every day from 1 March 1900 on, as its numbers count 29 February 1900."""
EXCEL_DAYS = range(25_569, 73_051)
"""Day numbers taken for dates: from 1970 to the end of 2099. A number outside is some other number."""
LEAD = re.compile(r"^(?:发布|更新|截止|报名|签订|举办)?(?:日期|时间|于)? ?:? ?(?=(?:19|20)\d\d)")


def parse_date(text: str) -> date | None:
    """The day that ``text`` begins with, None when it is no date."""
    if is_too_long(text):
        return None
    body = LEAD.sub("", normalise(text))
    if (found := EXCEL.fullmatch(body)) and int(found.group(1)) in EXCEL_DAYS:
        return EXCEL_START + timedelta(days=int(found.group(1)))
    if found := DATE.fullmatch(body):
        year, *rest = found.groups()
        month, day = (part for part in rest if part)
    elif found := MONTH.fullmatch(body):
        (year, month), day = found.groups(), 1
    elif found := DAY_FIRST.fullmatch(body):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
