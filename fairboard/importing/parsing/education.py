"""Education texts to the lowest level accepted: ``本科及以上``, ``大专或本科``, ``仅限博士研究生``, ``不限``."""

import re
from dataclasses import dataclass

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long

LEVELS = ("none", "junior_secondary", "senior_secondary", "secondary_vocational", "associate", "bachelor", "master", "doctor")
"""Lowest first: a text that names several levels accepts the first of them."""

WORDS = (
    ("none", r"不限|无(?:学历)?要求|不(?:作)?要求|未明确|无学历|小学|no ?requirement|^any$|not ?required"),
    ("doctor", r"博士(?:研究生|学位|后)?|doctora\w+|doctor|ph\.?d"),
    ("master", r"硕博|硕士(?:研究生|学位)?|研究生|e?mba|master(?:'?s)?"),
    ("associate", r"大学专科|大专|高职高专|高职|高专|本专科|专科|高级技工|高技|junior ?college|associate|college"),
    ("bachelor", r"专升本|大学本科|本硕(?:博)?|大本|[一二三]本|本科|学士|大学|bachelor(?:'?s)?|undergraduate"),
    ("secondary_vocational", r"中等职业(?:学校|教育)?|中等专业(?:学校)?|中专|中技|中职|职高|职业高中|技校|技工|vocational"),
    ("senior_secondary", r"普通高中|高中|senior ?secondary|high ?school"),
    ("junior_secondary", r"初中|junior ?secondary|middle ?school"),
)
PATTERNS = tuple((level, re.compile(words)) for level, words in WORDS)


@dataclass(frozen=True)
class Education:
    """The lowest level accepted."""

    level: str = "unknown"
    status: Status = "absent"


def parse_education(text: str) -> Education:
    """The lowest level that ``text`` accepts; a text that opens downwards (``大专及以下``) has no floor, but 初中及以下 is a level."""
    if is_too_long(text):
        return Education(status="unparsed")
    body = compact(text)
    if is_absent(body) or body in ("其他", "其它", "不详", "other"):
        return Education()
    if BROKEN_CHARACTER in body:
        return Education(status="unparsed")
    named = set()
    rest = body.replace("专升本", "本科").replace("中等专科", "中专")
    for level, pattern in PATTERNS:
        rest, count = pattern.subn("、", rest)
        if count:
            named.add(level)
    if not named:
        return Education(status="unparsed")
    if "以下" in body and "junior_secondary" not in named:
        return Education("none", "stated")
    return Education(min(named, key=LEVELS.index), "stated")
