"""What a number with its words (余, 近, 约, more than, nearly) can stand for.

The rules, with n the number written, and its step one unit of its last digit that is not 0 (100 for 5,200; 1,000 for 2.1万):

- no word: n itself; where n is written with a multiplier or decimals (4.9万, 49k), what rounds to it: half a unit of its last digit to
  either side, and no more than a twentieth of n
- over (余, 多, 超, 逾, more than): more than n, less than n and a step
- near (近, nearly): less than n, by a step at most, and by no more than a tenth of n
- about (约, 左右, about, some): half a step to either side, and no more than a tenth of n
- at least: n or more, less than n and a step; at most and up to: n or less
- under (不足, less than): less than n, by a step at most
- several (数百, dozens): between 2 and 10 of the size named (十几: 11 to 19; dozens: 24 to 99)
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Word = Literal["exact", "over", "near", "about", "at_least", "at_most", "under", "several", "range"]


@dataclass(frozen=True)
class Bounds:
    """From ``low`` to ``high``; None means without end, ``is_low_in`` and ``is_high_in`` whether the end itself is meant."""

    low: float | None
    high: float | None
    is_low_in: bool = True
    is_high_in: bool = True

    def hold(self, value: float) -> bool:
        """True where ``value`` can be what is written."""
        above = self.low is None or value > self.low or (self.is_low_in and value == self.low)
        return above and (self.high is None or value < self.high or (self.is_high_in and value == self.high))


def step_of(value: float) -> float:
    """One unit of the last digit of ``value`` that is not 0."""
    number = Decimal(repr(value)).normalize()
    return float(Decimal(1).scaleb(number.as_tuple().exponent)) if number else 1.0


def bounds_of(value: float, word: Word, unit: float, high: float | None = None, *, is_share: bool = False) -> Bounds:
    """What ``value`` with ``word`` can stand for; ``unit`` is the size of its last written digit. A share in whole percent is rounded too."""
    step = max(step_of(value), unit)
    if word == "range" or high is not None:
        return Bounds(value, high)
    if word == "over":
        return Bounds(value, value + step, is_low_in=False, is_high_in=False)
    if word == "near":
        return Bounds(value - min(step, value / 10), value, is_high_in=False)
    if word == "about":
        half = min(step / 2, value / 10)
        return Bounds(value - half, value + half)
    if word == "at_least":
        return Bounds(value, value + step, is_high_in=False)
    if word == "at_most":
        return Bounds(None, value)
    if word == "under":
        return Bounds(value - step, value, is_high_in=False)
    half = 0 if unit == 1 and not is_share else min(unit / 2, value / 20)
    return Bounds(value - half, value + half, is_high_in=half == 0)
