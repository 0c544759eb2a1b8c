"""A table with its mapping → records of its kind, rejected rows and repeats."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from fairboard.importing.agreements import read_agreements
from fairboard.importing.attendance import read_attendance, read_livestream
from fairboard.importing.coverage import Coverage
from fairboard.importing.employers import read_employers
from fairboard.importing.headers import Table
from fairboard.importing.kinds import PERSONAL
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.pacts import read_pacts
from fairboard.importing.policies import read_policies
from fairboard.importing.postings import read_postings
from fairboard.importing.records import FOLLOWERS, LEADS, SheetRecords, field_texts, latest_date

Reader = Callable[[pd.DataFrame, SheetMapping, dict[str, Coverage]], tuple[pd.DataFrame, pd.DataFrame]]

FILLED = frozenset({lead for lead, _ in LEADS} | set(FOLLOWERS))
LEAST_NUMBERED_SHARE = 0.5
"""Share of the rows in which a personal column must hold a long number to tell persons apart."""

READERS: dict[str, Reader] = {
    "postings": read_postings,
    "attendance": read_attendance,
    "employers": read_employers,
    "agreements": read_agreements,
    "livestream": read_livestream,
    "policies": read_policies,
    "pacts": read_pacts,
}


def read_records(table: Table, mapping: SheetMapping) -> SheetRecords:
    """The records of a sheet, by a mapping that lacks no required field."""
    texts, filled_down = field_texts(table, mapping)
    repeated = find_repeats(table, mapping, texts)
    texts = texts[~repeated]
    coverage: dict[str, Coverage] = {}
    records, rejected = READERS[mapping.kind](texts, mapping, coverage)
    coverage = {name: counts for name, counts in coverage.items() if counts.filled or counts.removed}
    return SheetRecords(
        kind=mapping.kind,
        records=records,
        loaded_count=len(texts) - rejected["source_row"].nunique(),
        rejected=rejected,
        repeated=(repeated.index[repeated] + 1).tolist(),
        row_count=len(table.rows),
        coverage=coverage,
        latest_on=latest_date(texts["posted_on"]) if "posted_on" in texts else None,
        filled_down=filled_down,
    )


def find_repeats(table: Table, mapping: SheetMapping, texts: pd.DataFrame) -> pd.Series:
    """True for the rows that repeat an earlier one exactly, cells that stand for the one above counted as what they stand for.

    In a list of persons a number (identity card, telephone) is one person however often it comes; names alone are not, and without
    either no row is a repeat: two people may well have the same university and major.
    """
    if mapping.kind != "attendance" or is_counted(mapping):
        return repeats_of([*(table.rows[column] for column in table.rows), *(texts[name] for name in texts if name in FILLED)])
    personal = [column.column for column in mapping.columns if column.reason == PERSONAL]
    numbers = [column for column in personal if table.rows[column].str.contains(r"\d{8}", regex=True).mean() > LEAST_NUMBERED_SHARE]
    if numbers:
        is_numbered = pd.concat([table.rows[column] != "" for column in numbers], axis="columns").any(axis="columns")
        return repeats_of([table.rows[column] for column in numbers]) & is_numbered
    return repeats_of([table.rows[column] for column in table.rows]) if personal else pd.Series(False, index=table.rows.index)


def is_counted(mapping: SheetMapping) -> bool:
    """True for an attendance list whose rows count people; in the others each row is a person."""
    return "attendance_count" in mapping.fields


def repeats_of(columns: Sequence[pd.Series]) -> pd.Series:
    """True for the rows whose cells in all ``columns`` are those of an earlier row.

    The columns are numbered and the numbers joined two by two, which costs a third of what pandas' duplicated() over texts does.
    """
    codes = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        numbers, distinct = pd.factorize(column)
        if len(distinct) > 1:
            codes, _ = pd.factorize(codes * len(distinct) + numbers)
    return pd.Series(codes, index=columns[0].index).duplicated()
