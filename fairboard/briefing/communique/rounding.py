"""Rounding words (余, 近, 超; more than, nearly), by one rule under which what is written is always true.

The rule, for whole numbers from 100 on; smaller ones, shares, ratios and wages stay as they are:

1. The round numbers next to a value are its multiples of the step, the step being one unit of the value's second digit (100 for 5,459).
2. A value that is such a multiple is written without a word.
3. A value that lacks at most a fifth of a step to the round number above is "nearly" that number: 近 5500 for 5,480 up to 5,499.
   A fifth of a step is always less than 2% of the number.
4. Any other value is "more than" the round number below. In Chinese the word is 超 before the number where that number is made of whole
   万 (超1万), else 余 behind it (5400余, 1.2万余).
"""

from dataclasses import dataclass
from typing import Literal

from fairboard.locale import Language

LEAST = 100
NEAR_PART = 5
"""One part of so many of a step is near enough."""
WAN, YI = 10**4, 10**8


@dataclass(frozen=True)
class Approximation:
    """A round number and how the value stands to it: equal, strictly above, or strictly below."""

    number: int
    relation: Literal["equal", "more", "nearly"]


def approximation(value: int) -> Approximation:
    """The round number by which ``value`` is told, and on which side of it the value is."""
    if abs(value) < LEAST:
        return Approximation(value, "equal")
    if value < 0:
        raise ValueError("a negative number is told by its amount")
    step = 10 ** (len(str(value)) - 2)
    below = value // step * step
    above = below + step
    if value == below:
        return Approximation(value, "equal")
    return Approximation(above, "nearly") if (above - value) * NEAR_PART <= step else Approximation(below, "more")


def in_words(value: int, language: Language) -> str:
    """``value`` by the rule, without unit: 5400余, 近5500, 超1万; more than 5,400, nearly 5,500."""
    found = approximation(value)
    number = plain(found.number, language)
    if found.relation == "equal":
        return number
    if language == "en":
        return f"{'nearly' if found.relation == 'nearly' else 'more than'} {number}"
    if found.relation == "nearly":
        return f"近{number}"
    return f"超{number}" if found.number % WAN == 0 else f"{number}余"


def plain(value: int, language: Language) -> str:
    """``value`` in full: 5,459; in Chinese 5459, and 4.9万 only where that is the number itself."""
    if language == "en":
        return f"{value:,}"
    for size, unit in ((YI, "亿"), (WAN, "万")):
        if abs(value) >= size and value % (size // 100) == 0:
            whole, rest = divmod(value, size)
            return f"{whole}{f'.{rest * 100 // size:02d}'.rstrip('0').rstrip('.')}{unit}"
    return str(value)
