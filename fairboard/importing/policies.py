"""Rows of a list of policies → policies."""

import pandas as pd

from fairboard.importing.agreements import read_region
from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.options import reference_rows
from fairboard.importing.parsing.cleaning import LONGEST_TEXT, compact, is_absent
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.records import column_or_empty, joined, parse_distinct, present, reject, remove_personal

NO_NAME = "The policy has no name."
NO_DAY_OF_ISSUE = "The day of issue is not a date."
NO_UNIT = "The region is none of the 15 units and not the whole province."
LONGEST_NAME = 200
WHOLE_PROVINCE = frozenset({"全省", "全省范围", "省级", "辽宁", "辽宁省", "liaoning", "liaoning province", "whole province", "the whole province"})


def read_policies(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The policies of a list and its rejected rows: each needs a name and a day of issue; without a region it holds for the whole province."""
    clean = remove_personal(texts, coverage)
    regions = column_or_empty(clean, "applies_to")
    frame = pd.DataFrame({
        "name_zh": present(clean["policy_name"].str[:LONGEST_NAME]),
        "issued_on": parse_distinct(clean["issued_on"], parse_date),
        "region_code": parse_distinct(regions, unit_of),
        "source_title": present(column_or_empty(clean, "source_title").str[:LONGEST_TEXT]),
        "url": present(column_or_empty(clean, "source_url").str[:LONGEST_TEXT]),
    })  # fmt: skip
    rejected, is_open = [], pd.Series(True, index=texts.index)
    is_elsewhere = frame["region_code"].isna() & ~regions.map(is_whole_province).astype(bool)
    faults = (("policy_name", frame["name_zh"].isna(), NO_NAME), ("issued_on", frame["issued_on"].isna(), NO_DAY_OF_ISSUE), ("applies_to", is_elsewhere, NO_UNIT))
    for name, is_wrong, reason in faults:
        rejected.append(reject(texts, mapping, name, is_open & is_wrong, reason))
        is_open &= ~is_wrong
    kept = frame[is_open]
    for name in ("policy_name", "issued_on"):
        coverage[name] = Coverage(filled=len(kept), parsed=len(kept))
    for name, column in (("applies_to", "region_code"), ("source_title", "source_title"), ("source_url", "url")):
        count = int(kept[column].notna().sum())
        coverage[name] = Coverage(filled=count, parsed=count, absent=len(kept) - count)
    return kept.assign(name_en=kept["name_zh"], source_row=kept.index + 1), joined(rejected)


def is_whole_province(text: str) -> bool:
    """True for an empty cell and for the names of the province."""
    body = text[:LONGEST_TEXT].strip().lower()
    return is_absent(compact(body)) or body in WHOLE_PROVINCE


def unit_of(text: str) -> str | None:
    """The unit among the 15 that a cell names; None where it names none, or the whole province."""
    if is_whole_province(text):
        return None
    code = read_region(text)
    return code if code in unit_codes() else None


def unit_codes() -> frozenset[str]:
    """The codes of the 15 units."""
    return frozenset(row["region_code"] for row in reference_rows("regions") if row["is_liaoning_unit"] == "true")
