"""Numbers in words: 一千二百, 1万2千, 两百, twenty-six hundred, half a million."""

import re

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_TO_NINETEEN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {word: value for value, word in enumerate(_TO_NINETEEN)} | _TENS
WORD_SIZES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
LETTERS = {"k": 1000, "m": 10**6, "bn": 10**9, "mn": 10**6}
_PART = re.compile(r"\d+(?:\.\d+)?|.")


def chinese(text: str) -> float | None:
    """The value of a Chinese numeral, digits in it allowed (1万2千, 三万五); None where it is none."""
    total = section = 0.0
    number: float | None = None
    last_size = 1
    for part in _PART.findall(text):
        if part[0].isdigit():
            if number is not None:
                return None
            number = float(part)
        elif part in DIGITS:
            if number not in (None, 0):
                return None
            number = DIGITS[part]
            last_size = 1 if part in "零〇" else last_size
        elif part in "万亿":
            section += number or 0
            if section == 0 and total == 0:
                section = 1
            if part == "亿" or not total or total >= 10**8:
                total, section = (total + section) * SIZES[part] if part == "亿" else total + section * SIZES[part], 0.0
            else:
                return None
            number, last_size = None, SIZES[part]
        elif part in SIZES:
            section += (1 if number is None else number) * SIZES[part]
            number, last_size = None, SIZES[part]
        else:
            return None
    if number is not None and last_size > 10 and number < 10:
        return total + section + number * last_size / 10
    return total + section + (number or 0)


def english(text: str) -> float | None:
    """The value of an English numeral in words (twenty-six hundred, a dozen, half a million); None where it is none."""
    total, current, is_any = 0.0, 0.0, False
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word]
    if "half" in words:
        rest = english(" ".join(word for word in words if word not in ("half", "a")))
        return None if rest is None else rest / 2
    for word in words:
        if word in ("a", "an", "and", "of"):
            continue
        if word in WORDS:
            current += WORDS[word]
        elif word in WORD_SIZES:
            current = (current or 1) * WORD_SIZES[word]
            if word not in ("hundred", "dozen"):
                total, current = total + current, 0.0
        else:
            return None
        is_any = True
    return total + current if is_any else None
