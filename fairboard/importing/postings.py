"""Records of a sheet → postings: cells parsed, sectors given, and what could not be used set aside with its reason.

Each distinct text of a column is parsed once and the results are joined back, so a million rows cost what their different texts cost.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.headers import Table
from fairboard.importing.mapping import PERSONAL_VALUE, SheetMapping
from fairboard.importing.parsing.cleaning import compact, is_absent
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.sectors import UNCLASSIFIED, classify_postings
from fairboard.importing.wages import parse_wages

REMOVED = "***"
NO_TITLE = "The row has no job title."
NO_EMPLOYER = "The row has no employer."


@dataclass(frozen=True)
class SheetPostings:
    """What came out of one sheet; rows_read = postings + rejected + repeated."""

    postings: pd.DataFrame
    rejected: pd.DataFrame
    repeated_count: int
    row_count: int
    coverage: dict[str, Coverage]
    latest_on: date | None


def read_postings(table: Table, mapping: SheetMapping) -> SheetPostings:
    """The postings of a sheet, by a mapping that has a title and an employer."""
    repeated = table.rows.duplicated()
    texts = field_texts(table, mapping)[~repeated]
    rejected = find_rejected(texts, mapping)
    texts = texts.drop(index=rejected["source_row"] - 1)
    coverage: dict[str, Coverage] = {}
    postings = parse_fields(remove_personal(texts, coverage), mapping, coverage)
    coverage = {name: counts for name, counts in coverage.items() if counts.filled or counts.removed}
    return SheetPostings(postings, rejected, int(repeated.sum()), len(table.rows), coverage, latest_date(texts, mapping))


def field_texts(table: Table, mapping: SheetMapping) -> pd.DataFrame:
    """One column of text for each mapped field, merged cells filled down; a headcount is not, or it would count again on every row."""
    columns = {}
    for column in mapping.columns:
        if column.field:
            columns[column.field] = table.rows[column.column] if column.field == "headcount" else fill_merged(table, column.column)
    return pd.DataFrame(columns, index=table.rows.index)


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


def find_rejected(texts: pd.DataFrame, mapping: SheetMapping) -> pd.DataFrame:
    """The rows that cannot be a posting: sheet, source_row (from 1), column_name, value, reason."""
    frames = []
    open_rows = pd.Series(True, index=texts.index)
    for name, reason in (("title", NO_TITLE), ("employer", NO_EMPLOYER)):
        missing = open_rows & parse_distinct(texts[name], lambda text: is_absent(compact(text))).astype(bool)
        open_rows &= ~missing
        heading = mapping.column_of(name).heading
        frames.append(
            pd.DataFrame(
                {
                    "sheet": mapping.sheet,
                    "source_row": texts.index[missing] + 1,
                    "column_name": heading,
                    "value": texts[name][missing].to_numpy(),
                    "reason": reason,
                }
            )  # fmt: skip
        )
    return pd.concat(frames, ignore_index=True).sort_values("source_row", ignore_index=True)


def remove_personal(texts: pd.DataFrame, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """``texts`` with every mobile number, identity number and mail address in a cell replaced by ***, and counted."""
    clean = {}
    for name in texts:
        codes, distinct = pd.factorize(texts[name])
        replaced = [text if name == "credit_code" else PERSONAL_VALUE.sub(REMOVED, text) for text in distinct]
        changed = np.array([new != old for new, old in zip(replaced, distinct, strict=True)], dtype=bool)
        coverage[name] = Coverage(removed=int(changed[codes].sum()) if len(changed) else 0)
        clean[name] = pd.Series(replaced, dtype="str").take(codes).set_axis(texts.index) if coverage[name].removed else texts[name]
    return pd.DataFrame(clean, index=texts.index)


def parse_distinct(texts: pd.Series, parse: Callable[[str], Any]) -> pd.Series:
    """``parse`` of every text, called once for each distinct one."""
    codes, distinct = pd.factorize(texts)
    return pd.Series(pd.Series([parse(text) for text in distinct], dtype=object).take(codes).to_numpy(), index=texts.index, dtype=object)


def parse_column(texts: pd.Series, parse: Callable[[str], Any], coverage: Coverage, attributes: dict[str, str]) -> pd.DataFrame:
    """The parsed column as a frame of ``attributes`` (column → attribute of the result), and its coverage counted."""
    codes, distinct = pd.factorize(texts)
    results = [parse(text) for text in distinct]
    coverage.count(codes, distinct, results)
    found = pd.DataFrame(
        {name: pd.Series([getattr(result, attribute) for result in results], dtype=object) for name, attribute in attributes.items()}
    )
    return found.take(codes).set_index(texts.index)


def parse_fields(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """The columns of postings, and those of employers that postings do not have (employer, size_text, credit_code)."""

    def parsed(name: str, parse: Callable[[str], Any], **attributes: str) -> pd.DataFrame:
        return parse_column(column_or_empty(texts, name), parse, coverage.setdefault(name, Coverage()), attributes)

    frames = [
        place_columns(texts, coverage),
        parse_wages(texts, mapping, coverage.setdefault("wage", Coverage())),
        parsed("headcount", parse_headcount, headcount="value", headcount_status="headcount_status"),
        parsed("education", parse_education, education_level="level"),
        parsed("ownership", parse_ownership, ownership="code"),
        parsed("industry", parse_industry, industry_section="section"),
    ]
    plain = {"title": "title", "employer": "employer", "education_text": "education", "major_text": "major", "experience_text": "experience",
             "size_text": "size", "credit_code": "credit_code"}  # fmt: skip
    for target, name in plain.items():
        frames.append(plain_text(texts, name, target, coverage.setdefault(name, Coverage())))
    postings = pd.concat(frames, axis="columns")
    postings["sector_code"] = classify_postings(postings["title"], postings["major_text"].fillna(""), postings["employer"])
    postings["headcount"] = postings["headcount"].astype("Int64")
    postings["openings"] = postings["headcount"].fillna(1)
    postings["source_row"] = postings.index + 1
    sectors = coverage["sector"] = Coverage(filled=len(postings), parsed=int((postings["sector_code"] != UNCLASSIFIED).sum()))
    sectors.unparsed.update(postings["title"][postings["sector_code"] == UNCLASSIFIED].value_counts().to_dict())
    return postings


def place_columns(texts: pd.DataFrame, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """Region and text of the place of work; where no column states it, the place with which the employer's name begins."""
    counts = coverage.setdefault("place", Coverage())
    if "place" in texts:
        places = parse_column(texts["place"], parse_place, counts, {"region_code": "region_code"})
        return places.assign(place_text=present(texts["place"]))
    return parse_column(texts["employer"], parse_place_in_name, counts, {"region_code": "region_code"}).assign(place_text=None)


def plain_text(texts: pd.DataFrame, name: str, target: str, coverage: Coverage) -> pd.DataFrame:
    """A field that is kept as text: blanks and line feeds made one blank, absent where the cell states nothing."""
    values = present(column_or_empty(texts, name))
    coverage.filled = coverage.parsed = int(values.notna().sum())
    coverage.absent = len(values) - coverage.filled
    return pd.DataFrame({target: values})


def column_or_empty(texts: pd.DataFrame, name: str) -> pd.Series:
    """A field's texts, all empty when no column is mapped to it."""
    return texts[name] if name in texts else pd.Series("", index=texts.index, dtype="str")


def present(texts: pd.Series) -> pd.Series:
    """Texts on one line, None where they state nothing."""
    return parse_distinct(texts, lambda text: None if is_absent(compact(text)) else re.sub(r"\s+", " ", text).strip())


def latest_date(texts: pd.DataFrame, mapping: SheetMapping) -> date | None:
    """The latest day in the column of dates, None where there is none."""
    if not mapping.column_of("posted_on"):
        return None
    days = (parse_date(text) for text in texts["posted_on"].unique().tolist())
    return max((day for day in days if day), default=None)
