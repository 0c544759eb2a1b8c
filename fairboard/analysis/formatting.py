"""Numbers, dates and periods as text, in one place for screen, exports and briefings."""

import math
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fairboard.analysis.metrics import Metric, metric
from fairboard.locale import Language, translate

NOTHING = "–"


def is_missing(value: Any) -> bool:
    """True for None, NaN and NaT."""
    return value is None or value != value or (isinstance(value, float) and math.isinf(value))


def rounded(value: float, decimals: int) -> Decimal:
    """``value`` with half rounded away from zero, as people round."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def exact(value: Any, decimals: int = 0) -> str:
    """A number with thousands separators: 49,000."""
    if type(value) is int and not decimals:
        return f"{value:,}"  # what nearly all figures are; tables hold thousands of them
    return NOTHING if is_missing(value) else f"{rounded(value, decimals):,}"


def short(value: Any, language: Language, decimals: int = 0) -> str:
    """A number as it is read aloud: 4.9万 in Chinese, 49,000 in English."""
    if is_missing(value):
        return NOTHING
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if language == "zh" and abs(value) >= size:
            text = f"{rounded(value / size, 2 if abs(value) < 100 * size else 1):,}"
            return f"{text.rstrip('0').rstrip('.')}{unit}"
    return exact(value, decimals)


def share(value: Any, decimals: int = 1) -> str:
    """A share between 0 and 1 as a percentage."""
    return NOTHING if is_missing(value) else f"{rounded(value * 100, decimals)}%"


def value_text(value: Any, metric_id: str, language: Language, *, is_short: bool = True) -> str:
    """``value`` as the metric writes it, without its unit."""
    item: Metric = metric(metric_id)
    if item.kind == "share":
        return share(value, item.decimals)
    if item.kind == "count" and is_short:
        return short(value, language)
    return exact(value, item.decimals)


def day(value: date | None, language: Language) -> str:
    """18 Mar 2023, or 2023年3月18日."""
    if is_missing(value):
        return NOTHING
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')[value.month - 1]} {value.year}"


def change(value: Any, before: Any, language: Language) -> str:
    """The relative change from ``before``, with its sign; empty where there is nothing to compare."""
    if is_missing(value) or is_missing(before) or before == 0:
        return ""
    ratio = (value - before) / before
    if abs(ratio) < 0.0005:
        return translate("unchanged", language)
    sign = "+" if ratio > 0 else "−"
    return f"{sign}{rounded(abs(ratio) * 100, 1):,}%"
