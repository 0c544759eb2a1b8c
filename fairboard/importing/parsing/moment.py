"""Texts of a time of day: ``09:30``, ``9点半``, ``上午9:30``, ``2:05 PM``, ``14:05:33``, ``2024-03-18 14:05``, ``0.4`` and ``45369.4``."""

import re

from fairboard.importing.parsing.cleaning import is_too_long, normalise
from fairboard.importing.parsing.date import EXCEL_DAYS

MINUTES_PER_DAY = 1_440
CLOCK = re.compile(
    r"(?:.*?\d[日号]?[ t]|[\u4e00-\u9fff]{0,6}(?=上午|下午|早|晚|中午|凌晨|傍晚)|星期[一二三四五六日天] ?|周[一二三四五六日] ?)?"
    r"(上午|早上|早晨|早|凌晨|中午|下午|傍晚|晚上|晚|am|pm)? ?"
    r"(\d{1,2})(?: ?: ?(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?| ?[点时] ?(?:(半)|([一二三])刻|(\d{1,2}) ?分?(?:\d{1,2}秒)?|整|钟)?)"
    r" ?(am|pm|a\.m\.|p\.m\.)?(?: ?(?:z|\+\d\d:?\d\d))?"
)
EXCEL = re.compile(r"(0|\d{5})(\.\d+)")
AFTERNOON = ("下午", "傍晚", "晚上", "晚", "pm", "p.m.")
MORNING = ("上午", "早上", "早晨", "早", "凌晨", "am", "a.m.")


def parse_moment(text: str) -> int | None:
    """The whole minute of the day, 0 to 1,439, that ``text`` states; None when it states none."""
    if is_too_long(text):
        return None
    body = normalise(text)
    if found := EXCEL.fullmatch(body):
        if found.group(1) != "0" and int(found.group(1)) not in EXCEL_DAYS:
            return None
        return int(float(found.group(2)) * MINUTES_PER_DAY + 1e-6)
    found = CLOCK.fullmatch(body)
    if not found:
        return None
    part, hour, minute, second, half, quarters, minute_zh, suffix = found.groups()
    hour_of_day = to_hour(int(hour), part or suffix)
    minute_of_hour = 30 if half else "一二三".index(quarters) * 15 + 15 if quarters else int(minute or minute_zh or 0)
    if hour_of_day is None or minute_of_hour > 59 or int(second or 0) > 59:
        return None
    return hour_of_day * 60 + minute_of_hour


def to_hour(hour: int, part: str | None) -> int | None:
    """The hour from 0 to 23 that ``hour`` is in that part of the day, None when there is no such hour."""
    if hour > 23:
        return None
    if part in AFTERNOON:
        return None if part in ("pm", "p.m.") and hour == 0 else hour + 12 if hour < 12 else hour
    if part == "中午":
        return hour + 12 if hour < 3 else hour
    if part in MORNING and hour >= 12:
        return 0 if hour == 12 and part in ("am", "a.m.", "凌晨") else 12 if hour == 12 else None
    return hour
