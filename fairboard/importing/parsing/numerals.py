"""Numbers in Chinese characters: ``五``, ``十二``, ``二十``, ``三百零五``, ``两千五``, ``一万二``."""

import re

DIGITS = {name: number for number, name in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1_000}
NUMERAL = re.compile(r"[零〇一二三四五六七八九十百千万两亿]{1,16}")


def read_numeral(text: str) -> int | None:
    """The number that ``text`` writes in Chinese characters, None when it is none. 两千五 is 2500, 一万二 is 12000."""
    if not NUMERAL.fullmatch(text):
        return None
    for unit, size in (("亿", 100_000_000), ("万", 10_000)):
        if unit in text:
            high, _, low = text.partition(unit)
            high_number, low_number = read_numeral(high), read_numeral(low) if low else 0
            if high_number is None or low_number is None or low_number >= size:
                return None
            if len(low) == 1 and low in DIGITS:
                low_number *= size // 10
            return high_number * size + low_number
    return read_below_ten_thousand(text)


def read_below_ten_thousand(text: str) -> int | None:
    """The number below 10,000 that ``text`` writes."""
    total, digit, last_step, is_after_zero = 0, None, 10_000, False
    for character in text:
        if character in STEPS:
            step = STEPS[character]
            if step >= last_step or (digit is None and not (step == 10 and not total)) or digit == 0:
                return None
            total, digit, last_step, is_after_zero = total + (1 if digit is None else digit) * step, None, step, False
        elif digit is not None and digit != 0:
            return None
        else:
            digit = DIGITS[character]
            is_after_zero = is_after_zero or digit == 0
    if digit is None:
        return total
    return total + digit * (last_step // 10 if last_step in (100, 1_000) and not is_after_zero else 1)
