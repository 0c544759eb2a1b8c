"""Ownership texts to codes: ``国企``, ``民营``, ``外资（欧美）``, ``事业单位``, ``政府机关``."""

import re
from dataclasses import dataclass

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long

WORDS = (
    ("institution", r"事业单位|高等院校|高校|学校|科研院所|科研机构|医院|研究所|institution|public institution"),
    ("government", r"政府|机关|行政单位|参公|公务员|government"),
    ("private", r"民营|私营|私企|民企|个体|自然人|创业公司|private|start-?up"),
    ("state", r"国企|国有|国资|央企|中央企业|国营|全民所有制|state[- ]?owned|^state$"),
    ("foreign", r"外资|外商|外企|合资|港澳台|台资|港资|独资|代表处|foreign|joint venture"),
    ("other", r"上市|股份制|非营利|社会团体|社会组织|社团|基金会|民办非|事务所|律所|集体|合伙|合作社|其他|其它|other|listed"),
)
PATTERNS = tuple((code, re.compile(words)) for code, words in WORDS)


@dataclass(frozen=True)
class Ownership:
    """The code of the kind of ownership."""

    code: str = "unknown"
    status: Status = "absent"


def parse_ownership(text: str) -> Ownership:
    """The kind of ownership that ``text`` names. A listed or mixed company is ``other``: the word does not say who owns it."""
    if is_too_long(text):
        return Ownership(status="unparsed")
    body = compact(text)
    if is_absent(body) or body in ("不限", "未知", "unknown"):
        return Ownership()
    if BROKEN_CHARACTER not in body:
        for code, pattern in PATTERNS:
            if pattern.search(body):
                return Ownership(code, "stated")
    return Ownership(status="unparsed")
