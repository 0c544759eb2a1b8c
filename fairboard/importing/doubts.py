"""Values that their heading allows and that are hardly what it says: 6000-8000 people wanted, jobs called 沈阳机床股份有限公司."""

import re
from collections.abc import Callable, Sequence

from fairboard.importing.headings import BRACKETS
from fairboard.importing.looks import COMPANY, JOB, LOOKS, NUMBER, PERSON_NAME, share
from fairboard.importing.parsing.cleaning import compact
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.parsing.wage import parse_wage
from fairboard.importing.units import heading_unit

DOUBTFUL_SHARE = 0.5
LEAST_HEADCOUNT_IN_DOUBT = 1_000
LEAST_MONTHLY_YUAN = 300
LISTED_JOB = re.compile(r"\d+\s*(?:人|名|个)")
NOTICE = re.compile(r"公示|公告|通知|通告|简章|启事|名单|关于.{2,40}的")
FIRM = re.compile(r"公司|集团|厂$|酒店|商行|经营部|事务所|\bltd\b|\binc\b|\bco\.", re.IGNORECASE)
ENDS_SERIES = 6
"""Numbers in a row from which it is telling that none of them falls."""


MEASURE = re.compile(r"[人个名位次元万千百岗家台套件吨米]{1,3}|小时|平方米|公里")
"""Units of measure, which a column headed 单位 may hold."""


def is_doubtful(name: str, label: str, values: Sequence[str]) -> bool:
    """True where a person should say whether a column is the field that its heading names."""
    doubt = DOUBTS.get(name)
    return bool(values) and doubt is not None and doubt(label, values)


def doubt_title(label: str, values: Sequence[str]) -> bool:
    """Employers, announcements, or all jobs of an employer in one cell."""
    if share(values, lambda value: len(LISTED_JOB.findall(value)) > 1) >= DOUBTFUL_SHARE or share(values, is_notice) >= DOUBTFUL_SHARE:
        return True
    return share(values, lambda value: bool(FIRM.search(value))) >= DOUBTFUL_SHARE and share(values, LOOKS["title"].test) < DOUBTFUL_SHARE


def is_notice(value: str) -> bool:
    """True for the title of an announcement."""
    return len(value) > 8 and bool(NOTICE.search(value))


def doubt_employer(label: str, values: Sequence[str]) -> bool:
    """Jobs, units of measure, or names of persons."""
    if share(values, lambda value: bool(COMPANY.search(value))) >= 0.2:
        return False
    is_short = share(values, lambda value: len(value) <= 1 or bool(MEASURE.fullmatch(value))) >= DOUBTFUL_SHARE
    is_person = len(values) >= 3 and share(values, lambda value: bool(PERSON_NAME.fullmatch(value))) >= 0.9
    return is_short or is_person or share(values, lambda value: bool(JOB.search(value))) >= 0.6


def doubt_headcount(label: str, values: Sequence[str]) -> bool:
    """Numbers that are rather wages or staff."""
    counts = sorted(count.value for value in values if (count := parse_headcount(value)).value is not None)
    return bool(counts) and counts[len(counts) // 2] >= LEAST_HEADCOUNT_IN_DOUBT


def doubt_wage(label: str, values: Sequence[str]) -> bool:
    """Numbers that are rather people, or in a unit that nothing states."""
    wages = [wage for value in values if (wage := parse_wage(value, unit_yuan=heading_unit(label))).status != "absent"]
    if wages and sum(wage.status == "unparsed" for wage in wages) >= DOUBTFUL_SHARE * len(wages):
        return True
    months = sorted(wage.minimum or wage.maximum or 0 for wage in wages if wage.period == "month")
    return bool(months) and months[len(months) // 2] < LEAST_MONTHLY_YUAN


def doubt_university(label: str, values: Sequence[str]) -> bool:
    """Names that are mostly no universities: schools of another kind, colleges inside one, companies."""
    return share(values, lambda value: parse_university(value).status == "stated") < DOUBTFUL_SHARE


def doubt_region(label: str, values: Sequence[str]) -> bool:
    """Companies or universities: a party to a contract, not a region."""
    return share(values, lambda value: bool(FIRM.search(value)) or parse_university(value).status == "stated") >= 0.3


def doubt_views(label: str, values: Sequence[str]) -> bool:
    """A running total that does not call itself one: no number is smaller than the one before."""
    numbers = [int(compact(value)) for value in values if compact(value).isdigit()]
    return len(numbers) >= ENDS_SERIES and numbers == sorted(numbers) and numbers[-1] > 2 * max(1, numbers[0])


def states_numbers(name: str, values: Sequence[str]) -> bool:
    """True for numbers under the heading of a number that cannot be that number as they stand: wages of 6-8 without a unit."""
    return name in ("wage", "wage_min", "wage_max", "headcount", "attendance_count", "views") and share(
        values, lambda value: bool(NUMBER.fullmatch(BRACKETS.sub("", value)))
    ) >= DOUBTFUL_SHARE  # fmt: skip


DOUBTS: dict[str, Callable[[str, Sequence[str]], bool]] = {
    "title": doubt_title,
    "employer": doubt_employer,
    "headcount": doubt_headcount,
    "wage": doubt_wage,
    "university": doubt_university,
    "region": doubt_region,
    "views": doubt_views,
}
