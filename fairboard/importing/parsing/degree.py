"""Texts of the degree that a person has or studies for: ``本科生``, ``硕士研究生``, ``大专``, ``专升本``, ``博士``, ``undergraduate``.

Unlike ``parse_education`` this is one person's level, not the lowest that an employer takes: a text that names two is unparsed.
研究生 alone is a master: there are some six of them for one doctor.
"""

import re
from dataclasses import dataclass

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long

DEGREES = ("associate", "bachelor", "master", "doctor")
WORDS = (
    ("doctor", r"博士后|博士(?:研究生|学位|生)?|直博生?|doctora(?:te|l)|doctor|ph\.?d"),
    ("master", r"硕士(?:研究生|学位|生)?|学硕|专硕|研究生|研(?:一|二|三)|e?mba|mpa|mpacc|master(?:'?s)?|postgraduate|graduatestudent"),
    ("bachelor", r"专升本|专接本|大学本科|普通本科|本科(?:生)?|学士(?:学位)?|大(?:一|二|三|四|五)|bachelor(?:'?s)?|undergraduate"),
    ("associate", r"大学专科|高职高专|高等职业|高职|高专|大专(?:生)?|专科(?:生)?|associate|juniorcollege|diploma"),
)
PATTERNS = tuple((degree, re.compile(words)) for degree, words in WORDS)


@dataclass(frozen=True)
class Degree:
    """One of ``DEGREES``, None when unknown."""

    degree: str | None = None
    status: Status = "absent"


def parse_degree(text: str) -> Degree:
    """The degree that ``text`` names."""
    if is_too_long(text):
        return Degree(status="unparsed")
    rest = compact(text).replace(" ", "")
    if is_absent(rest) or rest in ("其他", "其它", "未知", "other", "unknown"):
        return Degree()
    if BROKEN_CHARACTER in rest:
        return Degree(status="unparsed")
    named = set()
    for degree, pattern in PATTERNS:
        rest, count = pattern.subn("、", rest)
        if count:
            named.add(degree)
    return Degree(named.pop(), "stated") if len(named) == 1 else Degree(status="unparsed")
