"""Rows of a list of pacts between provinces → one record for each pact and province."""

import re
from functools import cache

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.options import reference_rows
from fairboard.importing.parsing.cleaning import LONGEST_TEXT, compact
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.records import joined, parse_distinct, present, reject, remove_personal

NO_PACT = "The pact has no name."
NO_DAY_OF_PACT = "The day of signing the pact is not a date."
NO_PROVINCE = "A party is not a province."
TOO_FEW = "The pact names fewer than two provinces."
LONGEST_NAME = 200
FEWEST_PARTIES = 2
BETWEEN = re.compile(r"[、,，;；/|\n]+|\band\b|和|与|及|&", re.IGNORECASE)
GROUPS = {
    "东北三省": ("210000", "220000", "230000"),
    "东三省": ("210000", "220000", "230000"),
    "三省一区": ("210000", "220000", "230000", "150000"),
    "东北三省一区": ("210000", "220000", "230000", "150000"),
}
"""Names under which several provinces stand together."""


def read_pacts(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The parties of the pacts and the rejected rows.

    A pact is what has one name and one day; its provinces stand in one cell or in several rows, and there are two at least.
    """
    clean = remove_personal(texts, coverage)
    frame = pd.DataFrame({
        "name_zh": present(clean["pact_name"].str[:LONGEST_NAME]),
        "signed_on": parse_distinct(clean["signed_on"], parse_date),
        "province_codes": parse_distinct(clean["parties"], provinces_of),
    })  # fmt: skip
    rejected, is_open = [], pd.Series(True, index=texts.index)
    faults = (
        ("pact_name", frame["name_zh"].isna(), NO_PACT),
        ("signed_on", frame["signed_on"].isna(), NO_DAY_OF_PACT),
        ("parties", frame["province_codes"].isna(), NO_PROVINCE),
    )
    for name, is_wrong, reason in faults:
        rejected.append(reject(texts, mapping, name, is_open & is_wrong, reason))
        is_open &= ~is_wrong
    parties = frame[is_open].explode("province_codes").rename(columns={"province_codes": "province_code"})
    counts = parties.groupby(["name_zh", "signed_on"])["province_code"].transform("nunique") if len(parties) else pd.Series(dtype="int64")
    lonely = frame.index.isin(parties.index[counts < FEWEST_PARTIES]) if len(parties) else pd.Series(False, index=frame.index)
    rejected.append(reject(texts, mapping, "parties", pd.Series(lonely, index=frame.index), TOO_FEW))
    kept = parties[counts >= FEWEST_PARTIES] if len(parties) else parties
    for name in ("pact_name", "parties", "signed_on"):
        row_count = int(kept.index.nunique())
        coverage[name] = Coverage(filled=row_count, parsed=row_count)
    return kept.assign(name_en=kept["name_zh"], source_row=kept.index + 1), joined(rejected)


def provinces_of(text: str) -> tuple[str, ...] | None:
    """The codes of the provinces that a cell names, in its order; None where a part of it is none."""
    whole = compact(text[:LONGEST_TEXT])
    if whole in GROUPS:
        return GROUPS[whole]
    parts = [compact(part).lower() for part in BETWEEN.split(text[:LONGEST_TEXT]) if part.strip()]
    codes = [province_names().get(part) for part in parts]
    return tuple(dict.fromkeys(codes)) if codes and None not in codes else None


@cache
def province_names() -> dict[str, str]:
    """Every name of a province, without blanks and in small letters, with its code."""
    rows = [row for row in reference_rows("regions") if row["level"] == "province"]
    return {compact(row[name]).lower(): row["region_code"] for row in rows for name in ("name_zh", "short_zh", "name_en", "region_code")}
