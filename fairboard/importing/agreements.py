"""Rows of a list of school-site cooperation agreements → agreements."""

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.records import column_or_empty, joined, parse_distinct, reject, remove_personal

NO_REGION = "The region is not known."
NO_UNIVERSITY = "The university is not known."
NO_DAY = "The day of signing is not a date."
ENDS_EARLY = "The agreement ends before it was signed."


def read_agreements(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The agreements of a list and its rejected rows: each needs a region, a university and a day."""
    clean = remove_personal(texts, coverage)
    frame = pd.DataFrame({
        "region_code": parse_distinct(clean["region"], read_region),
        "university_code": parse_distinct(clean["university"], lambda text: parse_university(text).university_code),
        "signed_on": parse_distinct(clean["signed_on"], parse_date),
        "in_force_until": parse_distinct(column_or_empty(clean, "in_force_until"), parse_date),
    })  # fmt: skip
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
    ends = column_or_empty(clean, "in_force_until")[kept.index]
    coverage["in_force_until"] = Coverage(filled=int((ends != "").sum()), parsed=int(kept["in_force_until"].notna().sum()))
    coverage["in_force_until"].unparsed.update(ends[(ends != "") & kept["in_force_until"].isna()].value_counts().to_dict())
    return kept.assign(source_row=kept.index + 1), joined(rejected)


def read_region(text: str) -> str | None:
    """The region that a cell names, or with which the name of an office begins: 沈阳市人力资源和社会保障局."""
    return parse_place(text).region_code or parse_place_in_name(text).region_code
