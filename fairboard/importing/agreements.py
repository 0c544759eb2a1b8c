"""Rows of a list of school-site cooperation agreements → agreements."""

import re
from calendar import monthrange
from datetime import date, timedelta

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.cleaning import LONGEST_TEXT, compact, is_absent, normalise
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.numerals import read_numeral
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.records import column_or_empty, joined, parse_distinct, reject, remove_personal

NO_REGION = "The region is not known."
NO_UNIVERSITY = "The university is not known."
NO_DAY = "The day of signing is not a date."
PARTS = re.compile(r"至|到|—+|~|～|起|(?<=[\d日]) ?[-–] ?(?=(?:19|20)\d\d)|止")
TERM = re.compile(r"^(?:有效期|期限|合作期|为期|有效)?:?(?:为|限)?([\d一二三四五六七八九十两半]{1,3})(年期?|周年|个月|years?)?(?:整|有效)?$")
OPEN_END = r"长期|永久|无固定|不限|open|indefinite"
MOST_MONTHS = 600

ENDS_EARLY = "The agreement ends before it was signed."


def read_agreements(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The agreements of a list and its rejected rows: each needs a region, a university and a day."""
    clean = remove_personal(texts, coverage)
    frame = pd.DataFrame({
        "region_code": parse_distinct(clean["region"], read_region),
        "university_code": parse_distinct(clean["university"], lambda text: parse_university(text).university_code),
        "signed_on": parse_distinct(clean["signed_on"], parse_date),
    })  # fmt: skip
    ends = column_or_empty(clean, "in_force_until")
    frame["in_force_until"] = [last_day(text, start) for text, start in zip(ends, frame["signed_on"], strict=True)]
    frame["in_force_until"] = frame["in_force_until"].astype(object)
    rejected, is_open = [], pd.Series(True, index=texts.index)
    for column, name, reason in (("region_code", "region", NO_REGION), ("university_code", "university", NO_UNIVERSITY), ("signed_on", "signed_on", NO_DAY)):
        is_wrong = is_open & frame[column].isna()
        is_open &= ~is_wrong
        rejected.append(reject(texts, mapping, name, is_wrong, reason))
    is_early = is_open & frame["in_force_until"].notna() & pd.Series(
        [bool(end and start and end < start) for start, end in zip(frame["signed_on"], frame["in_force_until"], strict=True)], index=frame.index
    )  # fmt: skip
    rejected.append(reject(texts, mapping, "in_force_until", is_early, ENDS_EARLY))
    kept = frame[is_open & ~is_early]
    for name in ("region", "university", "signed_on"):
        coverage[name] = Coverage(filled=len(kept), parsed=len(kept))
    ends = ends[kept.index]
    is_stated = ~ends.map(lambda text: is_absent(compact(text[:400]))).astype(bool)
    is_unparsed = is_stated & kept["in_force_until"].isna() & ~ends.str.contains(OPEN_END, regex=True)
    coverage["in_force_until"] = Coverage(filled=int(is_stated.sum()), parsed=int((is_stated & ~is_unparsed).sum()))
    coverage["in_force_until"].unparsed.update(ends[is_unparsed].value_counts().to_dict())
    return kept.assign(source_row=kept.index + 1), joined(rejected)


def last_day(text: str, signed_on: date | None) -> date | None:
    """The last day in force: the last date in the text, else so many years or months from the signing, less a day; None where open."""
    body = normalise(text[:LONGEST_TEXT])
    if days := [day for part in PARTS.split(body) if (day := parse_date(part.strip(" ,，。;；")))]:
        return days[-1]
    term = TERM.search(compact(body))
    months = read_months(term) if term else None
    return years_on(signed_on, months) - timedelta(days=1) if signed_on and months and 0 < months <= MOST_MONTHS else None


def read_months(term: re.Match[str]) -> int | None:
    """The months of a term: 3年 is 36, 半年 6."""
    number, unit = term.groups()
    if number == "半":
        return 6 if unit and "年" in unit else None
    value = int(number) if number.isdecimal() else read_numeral(number)
    return None if value is None else value if unit and "月" in unit else value * 12


def years_on(day: date, months: int) -> date:
    """The same day so many months later, the last of the month where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read_region(text: str) -> str | None:
    """The region that a cell names, or with which the name of an office begins: 沈阳市人力资源和社会保障局."""
    return parse_place(text).region_code or parse_place_in_name(text).region_code
