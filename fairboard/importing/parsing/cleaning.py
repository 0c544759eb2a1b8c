"""What all parsers do to a text first."""

import re
import unicodedata
from typing import Literal

Status = Literal["stated", "absent", "unparsed"]

ABSENT_TEXTS = frozenset({"", "无", "暂无", "空", "-", "--", "—", "——", "/", "\\", ".", "null", "none", "nan", "n/a", "na", "#n/a"})
BROKEN_CHARACTER = "\ufffd"
BLANK_NOT_BETWEEN_DIGITS = re.compile(r"(?<!\d) | (?!\d)")
LONGEST_TEXT = 400
"""Characters of a cell that a parser looks at; a longer one is a paragraph that somebody put there, and unparsed."""


def normalise(text: str) -> str:
    """Full-width forms made narrow, lower case, blanks at the ends off and runs of blanks made one."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).lower()


def compact(text: str) -> str:
    """``normalise`` without any blank, except between two digits, where taking it out would make another number."""
    body = normalise(text)
    return BLANK_NOT_BETWEEN_DIGITS.sub("", body) if " " in body else body


def is_absent(text: str) -> bool:
    """True for an empty cell and for the words that stand for one."""
    return text in ABSENT_TEXTS


def is_too_long(text: str) -> bool:
    """True for a cell that holds more than any single value: it is not parsed."""
    return len(text) > LONGEST_TEXT
