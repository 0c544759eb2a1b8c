"""Rows of a sheet → records: what all kinds of table have in common.

Each distinct text of a column is parsed once and the results are joined back, so a million rows cost what their different texts cost.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.headers import Table
from fairboard.importing.headings import part_of_total
from fairboard.importing.kinds import KINDS
from fairboard.importing.looks import PERSONAL_VALUE
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.packing import packed_fields
from fairboard.importing.parsing.cleaning import Status, compact, is_absent
from fairboard.importing.parsing.count import parse_count
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.packed import split_packed

REMOVED = "***"
JOINED_BY = "·"
NUMBERS = frozenset({"headcount", "attendance_count", "views", "views_total", "wage", "wage_min", "wage_max"})
SPLIT_PREFIX = "attendance_count:"
"""Begins the name of a column of texts that counts the people of one degree."""

LEADS = (("employer", "title"), ("university", "attendance_count"), ("region", "signed_on"), ("pact_name", "parties"))
"""Fields that may stand only in the first of their rows, with what must then stand in all of them."""
FOLLOWERS = ("credit_code", "ownership", "industry", "size", "place", "signed_on")
LEAST_BLANK_SHARE = 0.3
LEAST_COMPANION_SHARE = 0.95


@dataclass(frozen=True)
class SheetRecords:
    """What came out of one sheet; rows read = loaded + rejected + repeated.

    ``records`` has the columns of the kind's table; ``rejected`` sheet, source_row (from 1), column_name, value, reason, one row
    for each rejected row; ``repeated`` the numbers of the rows, from 1, that repeat another one; ``filled_down`` says in how many cells
    of a field the one above was taken.
    """

    kind: str
    records: pd.DataFrame
    loaded_count: int
    rejected: pd.DataFrame
    repeated: Sequence[int]
    row_count: int
    coverage: dict[str, Coverage]
    latest_on: date | None = None
    filled_down: dict[str, int] = field(default_factory=dict)


def field_texts(table: Table, mapping: SheetMapping) -> tuple[pd.DataFrame, dict[str, int]]:
    """One column of text for each field the mapping gives, for every row, and in how many cells of a field the one above was taken.

    Merged cells are filled down, and so are the columns of :func:`filled_down`. A number never is, or it would count again on every
    row; the parts that a number is split into (本科, 硕士) are columns of their own, or one sum where the kind has no use for them.
    """
    columns: dict[str, pd.Series] = {}
    splits = [column for column in mapping.columns if column.field and column.reason == "split"]
    for column in mapping.columns:
        if not column.field:
            continue
        values = table.rows[column.column] if column.field in NUMBERS else fill_merged(table, column.column)
        if column.field == "packed":
            columns |= unpacked(values, column.parts)
        elif column in splits:
            name = split_name(column.field, part_of_total(column.heading, KINDS[mapping.kind]))
            columns[name] = add_counts(columns[name], values) if name in columns else values
        elif column.field in columns:
            columns[column.field] = join_texts(columns[column.field], values)
        else:
            columns[column.field] = values
    counts = filled_down(columns)
    columns |= {name: fill_down(columns[name]) for name in counts}
    index = table.rows.index
    for name, value in mapping.constants.items():
        columns.setdefault(name, pd.Series(value, index=index, dtype="str"))
    return pd.DataFrame(columns, index=index), counts


def split_name(field: str, part: str | None) -> str:
    """The column of texts for a part of a number: people have their degree there, everything else is added up."""
    return f"{SPLIT_PREFIX}{part}" if field == "attendance_count" and part else field


def add_counts(first: pd.Series, second: pd.Series) -> pd.Series:
    """Two columns of counts as their sum; what is no count stays as it is, with the other one beside it."""
    return parse_distinct(first + "\x1f" + second, lambda pair: add_pair(*pair.split("\x1f", 1))).astype("str")


def add_pair(first: str, second: str) -> str:
    """The sum of two cells."""
    if not first or not second:
        return first or second
    one, other = parse_count(first).value, parse_count(second).value
    return f"{first}+{second}" if one is None or other is None else str(one + other)


def filled_down(columns: dict[str, pd.Series]) -> dict[str, int]:
    """The fields whose empty cells mean the cell above, with the number of such cells: an employer written only beside its first job.

    They do where the first row has one, at least LEAST_BLANK_SHARE of the rows have none, and nearly each of these has a job (or a
    count, or a day of signing). What else is said of an employer, or of a pact, goes with it where exactly the same cells are empty.
    """
    lead, companion = next(((lead, companion) for lead, companion in LEADS if lead in columns and companion in columns), (None, None))
    if lead is None or columns[lead].empty or columns[lead].iloc[0] == "":
        return {}
    is_blank = columns[lead] == ""
    if is_blank.mean() < LEAST_BLANK_SHARE or (columns[companion][is_blank] != "").mean() < LEAST_COMPANION_SHARE:
        return {}
    fields = [lead, *(name for name in FOLLOWERS if name in columns and name != lead and ((columns[name] == "") == is_blank).all())]
    return {name: int(is_blank.sum()) for name in fields}


def fill_down(values: pd.Series) -> pd.Series:
    """A column in which an empty cell means the one above."""
    return values.where(values != "").ffill().astype(values.dtype)


def unpacked(values: pd.Series, parts: Sequence[str]) -> dict[str, pd.Series]:
    """The fields that packed cells hold."""
    codes, distinct = pd.factorize(values)
    found = [packed_fields(split_packed(text)) for text in distinct]
    return {name: pd.Series([fields.get(name, "") for fields in found], dtype="str").take(codes).set_axis(values.index) for name in parts}


def join_texts(first: pd.Series, second: pd.Series) -> pd.Series:
    """Two columns that hold a field together, as 省 and 市 do; what the first says already is not said again."""
    pairs = parse_distinct(first + "\x1f" + second, lambda pair: join_pair(*pair.split("\x1f", 1)))
    return pairs.astype("str")


def join_pair(first: str, second: str) -> str:
    """Two cells as one text."""
    return first if second in first else f"{first}{JOINED_BY}{second}" if first else second


def fill_merged(table: Table, column: int) -> pd.Series:
    """A column in which a cell merged over several rows stands in each of them."""
    values = table.rows[column]
    spans = [(first[0], last[0]) for first, last in table.merged if first[1] <= column <= last[1] and last[0] > first[0] > table.header_row]
    if not spans:
        return values
    filled = values.to_dict()
    for first, last in spans:
        for row in range(first + 1, last + 1):
            if filled.get(row) == "":
                filled[row] = filled.get(first, "")
    return pd.Series(filled, index=values.index, dtype="str")


def no_rejections() -> pd.DataFrame:
    """An empty table of rejected rows."""
    return pd.DataFrame({"sheet": [], "source_row": [], "column_name": [], "value": [], "reason": []}).astype({"source_row": "int64"})


def reject(texts: pd.DataFrame, mapping: SheetMapping, name: str, is_wrong: pd.Series, reason: str) -> pd.DataFrame:
    """The rows in which a field is wrong, as rejected rows."""
    values = texts[name] if name in texts else pd.Series("", index=texts.index, dtype="str")
    return pd.DataFrame({
        "sheet": mapping.sheet, "source_row": texts.index[is_wrong] + 1, "column_name": mapping.heading_of(name),
        "value": [PERSONAL_VALUE.sub(REMOVED, value) for value in values[is_wrong]], "reason": reason,
    })  # fmt: skip


def reject_absent(texts: pd.DataFrame, mapping: SheetMapping, reasons: dict[str, str]) -> pd.DataFrame:
    """The rows in which one of the fields states nothing, with the reason of the first."""
    frames, is_open = [], pd.Series(True, index=texts.index)
    for name, reason in reasons.items():
        is_missing = is_open & parse_distinct(texts[name], lambda text: is_absent(compact(text[:400]))).astype(bool)
        is_open &= ~is_missing
        frames.append(reject(texts, mapping, name, is_missing, reason))
    return joined(frames)


def joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Several tables of rejected rows as one, in the order of the file."""
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True).sort_values("source_row", ignore_index=True) if filled else no_rejections()


def without(texts: pd.DataFrame, rejected: pd.DataFrame) -> pd.DataFrame:
    """The rows that were not rejected."""
    return texts.drop(index=rejected["source_row"] - 1) if len(rejected) else texts


def remove_personal(texts: pd.DataFrame, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """``texts`` with every mobile number, identity number and mail address in a cell replaced by ***, and counted."""
    clean = {}
    for name in texts:
        codes, distinct = pd.factorize(texts[name])
        replaced = [text if name == "credit_code" else PERSONAL_VALUE.sub(REMOVED, text) for text in distinct]
        changed = np.array([new != old for new, old in zip(replaced, distinct, strict=True)], dtype=bool)
        removed_count = int(changed[codes].sum()) if len(changed) else 0
        coverage[name] = Coverage(removed=removed_count)
        clean[name] = pd.Series(replaced, dtype="str").take(codes).set_axis(texts.index) if removed_count else texts[name]
    return pd.DataFrame(clean, index=texts.index)


def parse_distinct(texts: pd.Series, parse: Callable[[str], Any]) -> pd.Series:
    """``parse`` of every text, called once for each distinct one."""
    codes, distinct = pd.factorize(texts)
    return pd.Series(objects([parse(text) for text in distinct]).take(codes), index=texts.index, dtype=object)


def objects(results: Sequence[Any]) -> np.ndarray:
    """A column of any values, lists among them, as numpy takes from it: much faster than a Series of objects."""
    return np.fromiter(results, dtype=object, count=len(results))


def parse_column(texts: pd.Series, parse: Callable[[str], Any], coverage: Coverage, attributes: dict[str, str]) -> pd.DataFrame:
    """The parsed column as a frame of ``attributes`` (column → attribute of the result), and its coverage counted."""
    codes, distinct = pd.factorize(texts)
    results = [parse(text) for text in distinct]
    coverage.count(codes, distinct, results)
    found = {name: objects([getattr(result, attribute) for result in results]).take(codes) for name, attribute in attributes.items()}
    return pd.DataFrame(found, index=texts.index, dtype=object)


def column_or_empty(texts: pd.DataFrame, name: str) -> pd.Series:
    """A field's texts, all empty when no column is mapped to it."""
    return texts[name] if name in texts else pd.Series("", index=texts.index, dtype="str")


def plain_text(texts: pd.DataFrame, name: str, target: str, coverage: Coverage) -> pd.DataFrame:
    """A field that is kept as text: blanks and line feeds made one blank, absent where the cell states nothing."""
    values = present(column_or_empty(texts, name))
    coverage.filled = coverage.parsed = int(values.notna().sum())
    coverage.absent = len(values) - coverage.filled
    return pd.DataFrame({target: values})


CREDIT_CODE = re.compile(r"[0-9A-Z]{18}")
"""Eighteen digits and capital letters (GB 32100-2015); whether the check digit is right is not asked."""


@dataclass(frozen=True)
class CreditCode:
    """A unified social credit code, None where the text is none."""

    code: str | None
    status: Status


def read_credit_code(text: str) -> CreditCode:
    """The code in capital letters."""
    body = compact(text[:400])
    if is_absent(body):
        return CreditCode(None, "absent")
    code = body.upper()
    return CreditCode(code, "stated") if CREDIT_CODE.fullmatch(code) else CreditCode(None, "unparsed")


def credit_codes(texts: pd.DataFrame, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """The credit codes of employers, and their coverage counted."""
    return parse_column(column_or_empty(texts, "credit_code"), read_credit_code, coverage.setdefault("credit_code", Coverage()), {"credit_code": "code"})


def present(texts: pd.Series) -> pd.Series:
    """Texts on one line, None where they state nothing."""
    return parse_distinct(texts, lambda text: None if is_absent(compact(text[:400])) else re.sub(r"\s+", " ", text).strip())


def latest_date(texts: pd.Series) -> date | None:
    """The latest day in a column of dates, None where there is none."""
    days = (parse_date(text) for text in texts.unique().tolist())
    return max((day for day in days if day), default=None)
