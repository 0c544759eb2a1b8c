"""Which column of a sheet is which field: by its heading, and checked by the look of its values.

A mapping is plain data, can be saved as JSON and edited, and says of every column why it is what it is. Columns that hold
personal data are recognised by heading or values and never leave this module.
"""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass

import pandas as pd

from fairboard.importing.headers import Table, find_heading, heading_key
from fairboard.importing.parsing.cleaning import compact, is_absent
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.wage import parse_wage

FIELDS = (
    "title", "employer", "place", "wage", "wage_min", "wage_max", "wage_months", "headcount", "education", "major", "experience",
    "ownership", "size", "industry", "posted_on", "credit_code",
)  # fmt: skip
PERSONAL = "personal"
EXAMINED_ROW_COUNT = 20_000
EXAMINED_VALUE_COUNT = 300
PERSONAL_SHARE = 0.2
LIKENESS_SHARE = 0.5
GUESS_SHARE = 0.8
"""A column without a known heading must look like a field in this share of its values."""

PERSONAL_HEADING = re.compile(r"身份证|手机|电话|邮箱|邮件|联系人|联系方式|姓名|微信|qq|e-?mail|phone|mobile|wechat")
PERSONAL_VALUE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?![\dXx])|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)")
LINK = re.compile(r"https?://\S+")
COMPANY_SIZE = re.compile(r"(?:少于|不足)?\d+(?:-|~|—|至)?\d*人?(?:及?以上|及?以下|以内)?")
CREDIT_CODE = re.compile(r"[0-9A-Z]{18}", re.IGNORECASE)
WAGE_UNIT = re.compile(r"\d\s*(?:千|万|k|元)", re.IGNORECASE)


@dataclass(frozen=True)
class ColumnMapping:
    """One column: ``field`` is None when it is not used; ``reason`` is heading, values, personal, duplicate, mismatch or unknown."""

    column: int
    heading: str
    field: str | None
    reason: str


@dataclass(frozen=True)
class SheetMapping:
    """One sheet: where its header stands (from 1) and what its columns are."""

    sheet: str
    header_row: int
    columns: tuple[ColumnMapping, ...]

    def column_of(self, field: str) -> ColumnMapping | None:
        """The column that holds ``field``."""
        return next((column for column in self.columns if column.field == field), None)

    def dropped_personal(self) -> tuple[str, ...]:
        """Headings of the columns that were dropped because they hold personal data."""
        return tuple(column.heading for column in self.columns if column.reason == PERSONAL)


def mapping_to_json(sheets: tuple[SheetMapping, ...]) -> str:
    """The mapping of a file as JSON."""
    return json.dumps([asdict(sheet) for sheet in sheets], ensure_ascii=False, indent=1)


def mapping_from_json(text: str) -> tuple[SheetMapping, ...]:
    """The mapping that ``mapping_to_json`` wrote."""
    return tuple(
        SheetMapping(sheet["sheet"], sheet["header_row"], tuple(ColumnMapping(**column) for column in sheet["columns"]))
        for sheet in json.loads(text)
    )


def map_columns(table: Table) -> SheetMapping:
    """The mapping of a sheet, found by its headings and values."""
    values = {column: examined_values(table.rows[column]) for column in table.rows}
    found: dict[int, ColumnMapping] = {}
    for column, label in enumerate(table.labels):
        if is_personal(label, values[column]):
            found[column] = ColumnMapping(column, label, None, PERSONAL)
    candidates = sorted(
        (heading.rank, column, heading.field)
        for column, label in enumerate(table.labels)
        if column not in found and (heading := find_heading(label))
    )
    taken: set[str] = set()
    for _, column, field in candidates:
        chosen, reason = check(field, values[column], taken)
        found[column] = ColumnMapping(column, table.labels[column], chosen, reason)
        taken |= {chosen} - {None}
    for column, label in enumerate(table.labels):
        if column not in found:
            guess = guess_field(values[column], taken)
            found[column] = ColumnMapping(column, label, guess, "values" if guess else "unknown")
            taken |= {guess} - {None}
    return SheetMapping(table.sheet, table.header_row + 1, tuple(found[column] for column in sorted(found)))


def examined_values(column: pd.Series) -> list[str]:
    """Some different values of a column that state something."""
    different = column.head(EXAMINED_ROW_COUNT).unique()
    return [value for value in different.tolist()[: 2 * EXAMINED_VALUE_COUNT] if not is_absent(compact(value))][:EXAMINED_VALUE_COUNT]


def is_personal(label: str, values: list[str]) -> bool:
    """True for a column of names, telephones, mails or identity numbers of persons."""
    heading = find_heading(label)
    if (heading and heading.field == PERSONAL) or PERSONAL_HEADING.search(heading_key(label)):
        return True
    return heading is None and share(values, lambda value: bool(PERSONAL_VALUE.search(LINK.sub("", value)))) >= PERSONAL_SHARE


def check(field: str, values: list[str], taken: set[str]) -> tuple[str | None, str]:
    """The field a column is used for, given what its heading says, and the reason."""
    if field == "headcount" and looks_like_company_size(values):
        return ("size", "values") if "size" not in taken else (None, "duplicate")
    if field in taken:
        return None, "duplicate"
    likeness = LIKENESS.get(field)
    if likeness and values and share(values, likeness) < LIKENESS_SHARE:
        return None, "mismatch"
    return field, "heading"


def guess_field(values: list[str], taken: set[str]) -> str | None:
    """The field of a column whose heading is unknown, where its values leave no doubt."""
    if not values:
        return None
    if (
        not taken & {"wage", "wage_min"}
        and share(values, lambda value: bool(WAGE_UNIT.search(value)) and LIKENESS["wage"](value)) >= GUESS_SHARE
    ):
        return "wage"
    if "education" not in taken and share(values, lambda value: len(value) <= 10 and LIKENESS["education"](value)) >= GUESS_SHARE:
        return "education"
    if "size" not in taken and looks_like_company_size(values):
        return "size"
    return None


def looks_like_company_size(values: list[str]) -> bool:
    """True for bands of people: 少于50人, 50-150人, 10000人以上."""
    bands = [value for value in map(compact, values) if COMPANY_SIZE.fullmatch(value) and not value.rstrip("人").isdigit()]
    largest = max((int(number) for value in bands for number in re.findall(r"\d{1,9}", value)), default=0)
    return bool(values) and len(values) <= 20 and len(bands) >= LIKENESS_SHARE * len(values) and largest >= 100


def share(values: list[str], test: Callable[[str], bool]) -> float:
    """Share of the values that pass a test, 0 where there are none."""
    return sum(map(test, values)) / len(values) if values else 0.0


def states_number(value: str) -> bool:
    """True for a wage or a bare number (6, 8.5), as columns of low and high ends hold them."""
    return bool(re.fullmatch(r"\d+(?:\.\d+)?", compact(value))) or parse_wage(value).status != "unparsed"


LIKENESS: dict[str, Callable[[str], bool]] = {
    "title": lambda value: not re.fullmatch(r"[\d.\-/: ]+", value),
    "employer": lambda value: not re.fullmatch(r"[\d.\-/: ]+", value),
    "wage": states_number,
    "wage_min": states_number,
    "wage_max": states_number,
    "headcount": lambda value: parse_headcount(value).status == "stated",
    "education": lambda value: parse_education(value).status == "stated",
    "posted_on": lambda value: parse_date(value) is not None,
    "credit_code": lambda value: bool(CREDIT_CODE.fullmatch(compact(value))),
}
