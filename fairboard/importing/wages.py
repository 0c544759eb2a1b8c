"""The wage columns of a sheet: one column of texts, or a low end and a high end in two.

What the heading says (万元, 千元, 年薪) holds for the cells that do not say it themselves. Two columns whose numbers are all
small (6, 8.5, 15) are in thousands, or in ten thousands a year.
"""

import re
from dataclasses import replace

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.cleaning import compact
from fairboard.importing.parsing.wage import Wage, parse_wage
from fairboard.importing.units import heading_period, heading_unit

COLUMNS = {"wage_min": "minimum", "wage_max": "maximum", "wage_period": "period", "wage_months": "months"}
UNIT_PERIODS = {"月": "month", "年": "year", "日": "day", "天": "day", "小时": "hour", "时": "hour", "周": "week",
                "月薪": "month", "年薪": "year", "日薪": "day", "时薪": "hour", "month": "month", "year": "year", "day": "day", "hour": "hour"}  # fmt: skip
LARGEST_NUMBER_IN_THOUSANDS = 200


SEPARATOR = "\x1f"
"""Stands between the cells of one row in a key: low end (or the whole text), high end, months, unit."""


def parse_wages(texts: pd.DataFrame, mapping: SheetMapping, coverage: Coverage) -> pd.DataFrame:
    """wage_min, wage_max, wage_period, wage_months and wage_text of every row."""
    keys, headings = wage_texts(texts, mapping)
    codes, distinct = pd.factorize(keys)
    unit, period = heading_unit(headings), heading_period(headings)
    if "wage" not in texts and unit == 1 and is_in_thousands(distinct):
        unit = 10_000 if period == "year" else 1_000
    wages = [read_key(key, unit, period) for key in distinct]
    coverage.count(codes, [readable(key) for key in distinct], wages)
    frame = pd.DataFrame(
        {name: pd.Series([getattr(wage, attribute) for wage in wages], dtype=object) for name, attribute in COLUMNS.items()}
    )
    frame["wage_text"] = [readable(key) or None for key in distinct]
    frame = frame.astype({"wage_min": "Int64", "wage_max": "Int64", "wage_months": "Int64"})
    return frame.take(codes).set_index(texts.index)


def wage_texts(texts: pd.DataFrame, mapping: SheetMapping) -> tuple[pd.Series, str]:
    """The wage cells of each row joined by a control character, and the headings of their columns."""
    names = ["wage"] if "wage" in texts else [name for name in ("wage_min", "wage_max") if name in texts]
    if not names:
        return pd.Series("", index=texts.index, dtype="str"), ""

    def cells(name: str) -> pd.Series:
        return texts[name].str.replace(SEPARATOR, " ", regex=False) if name in texts else pd.Series("", index=texts.index, dtype="str")

    headings = " ".join(mapping.heading_of(name) for name in names)
    if names == ["wage"] and "wage_unit" not in texts:
        return cells("wage"), headings
    ends = [cells("wage"), pd.Series("", index=texts.index, dtype="str")] if names == ["wage"] else [cells("wage_min"), cells("wage_max")]
    months = cells("wage_months") if names != ["wage"] else pd.Series("", index=texts.index, dtype="str")
    return ends[0] + SEPARATOR + ends[1] + SEPARATOR + months + SEPARATOR + cells("wage_unit"), headings


def readable(key: str) -> str:
    """The cells of one key as a person would write them."""
    low, *rest = key.split(SEPARATOR)
    high, months, unit = (*rest, "", "", "")[:3]
    text = f"{low}-{high}" if high and high != low else low or high
    text = f"{text}·{months.removesuffix('薪')}薪" if months and text else text
    return (f"{text} {unit}" if unit and text else text).strip()


def read_key(key: str, unit_yuan: int, period: str | None) -> Wage:
    """The wage that the cells of one key state; a column of units says more than a heading."""
    if SEPARATOR not in key:
        return parse_wage(key, unit_yuan=unit_yuan, period=period)
    low, high, months, unit = key.split(SEPARATOR)
    if unit:
        unit_yuan, period = heading_unit(unit), heading_period(unit) or UNIT_PERIODS.get(compact(unit), period)
    return combine([low, high, months], unit_yuan, period) if high or months else parse_wage(low, unit_yuan=unit_yuan, period=period)


def combine(cells: list[str], unit_yuan: int, period: str | None) -> Wage:
    """The wage that a low end, a high end and a number of months state together."""
    low, high = (parse_wage(cell, unit_yuan=unit_yuan, period=period) for cell in cells[:2])
    if "unparsed" in (low.status, high.status):
        return Wage(status="unparsed")
    stated = low if low.status == "stated" else high
    if stated.status == "absent" or low.status == high.status and low.period != high.period:
        return Wage(status="absent" if stated.status == "absent" else "unparsed")
    minimum, maximum = low.minimum if low.status == "stated" else None, high.maximum if high.status == "stated" else None
    if minimum and maximum and minimum > maximum:
        return Wage(status="unparsed")
    months = re.sub(r"\D", "", compact(cells[2]))[:3]
    return replace(stated, minimum=minimum, maximum=maximum, months=int(months) if months and 1 <= int(months) <= 24 else stated.months)


def is_in_thousands(keys: list[str]) -> bool:
    """True when every bare number in two wage columns is too small to be yuan a month."""
    numbers = [float(cell) for key in keys for cell in key.split(SEPARATOR)[:2] if re.fullmatch(r"\d{1,9}(?:\.\d+)?", cell)]
    return bool(numbers) and sorted(numbers)[int(len(numbers) * 0.98)] <= LARGEST_NUMBER_IN_THOUSANDS
