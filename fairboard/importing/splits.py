"""Columns into which one number is split: people by degree (博士, 硕士, 本科) or sex, views by platform (抖音, 快手), with or without their total."""

from dataclasses import dataclass

import pandas as pd

from fairboard.importing.headers import Table
from fairboard.importing.headings import SEXES, TOTAL_KEYS, find_heading, heading_key, part_of_total
from fairboard.importing.kinds import Kind
from fairboard.importing.parsing.cleaning import compact, is_absent
from fairboard.importing.parsing.count import parse_count

SPLIT_FIELDS = {"postings": "headcount", "attendance": "attendance_count", "livestream": "views"}
EXAMINED_ROW_COUNT = 500
LEAST_WHOLE_SHARE = 0.9


@dataclass(frozen=True)
class Split:
    """``columns`` count parts of ``field``; ``total`` is the column that counts them together, and ``is_whole`` tells that it is their sum."""

    field: str
    columns: tuple[int, ...]
    total: int | None = None
    is_whole: bool = False


def find_split(table: Table, kind: Kind, known: frozenset[int]) -> Split | None:
    """The columns of a sheet that count parts of one number; None where fewer than two do."""
    field = SPLIT_FIELDS.get(kind.name)
    if field is None:
        return None
    rows = table.rows.head(EXAMINED_ROW_COUNT)
    columns = [column for column, label in enumerate(table.labels)
               if column not in known and label and part_of_total(label, kind) and not is_named(label, kind) and is_count(rows[column])]  # fmt: skip
    sexes = [column for column in columns if part_of_total(table.labels[column], kind) in SEXES.values()]
    columns = [column for column in columns if column not in sexes] or sexes
    if len(columns) < 2:
        return None
    is_running = kind.name == "livestream" and any("累计" in table.labels[column] for column in columns)
    field = "views_total" if is_running else field
    totals = [column for column, label in enumerate(table.labels) if column not in known and column not in columns and is_total(label, kind, field)
              and is_count(rows[column])]  # fmt: skip
    if not totals:
        return Split(field, tuple(columns))
    total = totals[0]
    numbers = {column: rows[column].map(count_of) for column in (*columns, total)}
    sums = sum(numbers[column] for column in columns)
    return Split(field, tuple(columns), total, bool((sums == numbers[total]).mean() >= LEAST_WHOLE_SHARE))


def is_named(label: str, kind: Kind) -> bool:
    """True for a heading that is known by itself: 本科院校 counts nobody."""
    heading = find_heading(label, kind)
    return heading is not None and heading.field not in ("headcount", "attendance_count", "views")


def is_total(label: str, kind: Kind, field: str) -> bool:
    """True for the heading of a total, or of the number that is split."""
    heading = find_heading(label, kind)
    return heading_key(label.split(" ")[-1]) in TOTAL_KEYS or (heading is not None and heading.field == field)


def is_count(cells: pd.Series) -> bool:
    """True where every cell that states something is a whole number, and one of them does."""
    stated = [text for text in cells.unique().tolist() if not is_absent(compact(text[:400]))]
    return bool(stated) and all(parse_count(text).value is not None for text in stated)


def count_of(text: str) -> int:
    """The number in a cell, 0 where it states none."""
    return parse_count(text).value or 0
