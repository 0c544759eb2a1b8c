"""What is wrong in a file, cell by cell, out of what an import found: rejected rows, cells not understood, repeats, unusual values."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pandas as pd

from fairboard.importing.batch import Batch, Intake
from fairboard.importing.findings import Finding
from fairboard.importing.mapping import ColumnMapping, SheetMapping
from fairboard.importing.options import reference_rows
from fairboard.importing.reader import read_records
from fairboard.importing.records import field_texts, fill_merged
from fairboard.importing.understanding import SheetPlan
from fairboard.importing.wages import readable, wage_texts
from fairboard.locale import Language, translate

MOST_FINDINGS = 20_000
UNUSUAL_HEADCOUNT = 500
UNUSUAL_WAGE_YUAN = 200_000

REPEATED = "The row repeats another one exactly; it was taken over once."
MANY_PEOPLE = "So many people for one posting: please check the number."
HIGH_WAGE = "So high a monthly wage: please check the amount and its unit."
NOT_UNDERSTOOD = {
    "wage": "The wage was not understood. Write it as 6000-8000, in yuan a month.",
    "place": "The place was not understood. Write the city, for instance 沈阳市.",
    "headcount": "The number of people was not understood. Write a whole number, or 若干.",
    "education": "The education was not understood. Choose one of the list in the template.",
    "university": "The university was not understood. Write its full name or its five-digit code.",
}
NOT_UNDERSTOOD_OTHERWISE = "The text was not understood; it is kept as it is."
WAGE_COLUMNS = ("wage", "wage_min", "wage_max")
KEPT_AS_TEXT = frozenset({"sector"})


def find_findings(intake: Intake) -> list[Finding]:
    """Everything worth telling the sender, in the order of the file, at most ``MOST_FINDINGS``."""
    found: list[Finding] = []
    for batch in intake.batches:
        used = {mapping.sheet for mapping in batch.mappings}
        for plan in intake.plans:
            if plan.sheet in used and plan.mapping and plan.mapping.kind == batch.kind:
                found += find_in_sheet(plan, batch)
    return found[:MOST_FINDINGS]


def find_in_sheet(plan: SheetPlan, batch: Batch) -> list[Finding]:
    """The findings of one sheet, by row."""
    found = [*rejected_rows(plan.mapping, batch), *repeated_rows(plan, batch), *unparsed_cells(plan, batch)]
    if batch.kind == "postings" and len(batch.sheets) == 1:
        found += unusual_values(plan.mapping, batch)
    return sorted(found, key=lambda finding: (finding.row, finding.column or 0))


def rejected_rows(mapping: SheetMapping, batch: Batch) -> Iterator[Finding]:
    """The rows that could not be a record."""
    columns = {column.heading: column.column for column in reversed(mapping.columns)}
    for row in batch.rejected[batch.rejected["sheet"] == mapping.sheet].to_dict("records"):
        yield Finding(mapping.sheet, int(row["source_row"]), columns.get(row["column_name"]), row["column_name"], row["value"], row["reason"], "rejected")


def repeated_rows(plan: SheetPlan, batch: Batch) -> Iterator[Finding]:
    """The rows that repeat another one."""
    for row in list(batch.repeated.get(plan.sheet, ()))[:MOST_FINDINGS]:
        yield Finding(plan.sheet, int(row), None, "", "", REPEATED, "repeated")


def unparsed_cells(plan: SheetPlan, batch: Batch) -> Iterator[Finding]:
    """The cells whose text could not be understood."""
    left_out = {int(row) - 1 for row in batch.repeated.get(plan.sheet, ())}
    left_out |= {int(row) - 1 for row in batch.rejected["source_row"][batch.rejected["sheet"] == plan.sheet]}
    for field, counts in batch.coverage.items():
        column = first_column(plan.mapping, field)
        if column is None or not counts.unparsed or field in KEPT_AS_TEXT:
            continue
        texts = texts_of(plan, field, column)
        for row in texts.index[texts.isin(set(counts.unparsed))][:MOST_FINDINGS]:
            if row not in left_out:
                reason = NOT_UNDERSTOOD.get(field, NOT_UNDERSTOOD_OTHERWISE)
                yield Finding(plan.sheet, int(row) + 1, column.column, column.heading, str(texts[row])[:200], reason, "unparsed")


def first_column(mapping: SheetMapping, field: str) -> ColumnMapping | None:
    """The column in which a field's cells are marked."""
    names = WAGE_COLUMNS if field == "wage" else (field,)
    return next((column for name in names if (column := mapping.column_of(name))), None)


def texts_of(plan: SheetPlan, field: str, column: ColumnMapping) -> pd.Series:
    """The texts of a field as they were parsed: of two wage columns or a packed cell, together."""
    if column.field in WAGE_COLUMNS and field == "wage":
        keys, _ = wage_texts(field_texts(plan.table, plan.mapping)[0], plan.mapping)
        return keys.map(readable)
    if column.field == field and len(plan.mapping.columns_of(field)) == 1:
        return fill_merged(plan.table, column.column)
    return field_texts(plan.table, plan.mapping)[0][field]


def unusual_values(mapping: SheetMapping, batch: Batch) -> Iterator[Finding]:
    """Values that were taken over and are hardly meant so."""
    records = batch.records
    for name, column_name, limit, reason in (("headcount", "headcount", UNUSUAL_HEADCOUNT, MANY_PEOPLE), ("wage", "wage_max", UNUSUAL_WAGE_YUAN, HIGH_WAGE)):
        column = first_column(mapping, name)
        if column is not None:
            unusual = records[records[column_name].fillna(0).astype("float64") >= limit]
            for row in unusual.head(MOST_FINDINGS).to_dict("records"):
                yield Finding(mapping.sheet, int(row["source_row"]), column.column, column.heading, str(row[column_name]), reason, "flagged")


def summary_of(intake: Intake) -> list[tuple[str, str]]:
    """The figures at the head of a return file: labels are keys of the texts."""
    lines = []
    for batch in intake.batches:
        lines += [
            ("Rows read", f"{batch.row_count:,}"), ("Rows taken over", f"{batch.loaded_count:,}"),
            ("Rows left out", f"{batch.rejected_count:,}"), ("Exact repeats", f"{batch.repeated_count:,}"),
        ]  # fmt: skip
    if any(batch.dropped_headings for batch in intake.batches):
        lines.append(("Columns with personal data, not stored", "、".join(name for batch in intake.batches for name in batch.dropped_headings)))
    return lines


PREVIEW_COLUMNS = {
    "postings": ("title", "employer", "region_code", "wage_min", "wage_max", "headcount", "education_level", "sector_code", "ownership",
                 "industry_section", "major_text", "experience_text"),
    "attendance": ("university_code", "degree_level", "discipline_code", "slot_minute", "attendance_count"),
    "employers": ("employer", "credit_code", "ownership", "industry_section", "region_code", "size_text"),
    "agreements": ("region_code", "university_code", "signed_on", "in_force_until"),
    "livestream": ("slot_minute", "attendance_count"),
    "policies": ("name_zh", "issued_on", "region_code", "source_title", "url"),
    "pacts": ("name_zh", "signed_on", "province_code"),
}  # fmt: skip
PREVIEW_HEADINGS = {
    "title": "Job title", "employer": "Employer", "region_code": "Place", "wage_min": "Wage from (yuan a month)", "wage_max": "Wage to (yuan a month)",
    "headcount": "People wanted", "education_level": "Education", "sector_code": "Sector", "ownership": "Ownership", "industry_section": "Industry",
    "major_text": "Major", "experience_text": "Experience", "university_code": "University", "degree_level": "Degree", "discipline_code": "Discipline",
    "slot_minute": "Time", "attendance_count": "Counted", "credit_code": "Unified social credit code", "size_text": "Size of the employer",
    "signed_on": "Signed on", "in_force_until": "In force until", "name_zh": "Name", "issued_on": "Issued on", "source_title": "Source", "url": "Address",
    "province_code": "Province",
}  # fmt: skip
NAME_LISTS = {
    "region_code": ("regions", "region_code"), "province_code": ("regions", "region_code"),
    "education_level": ("education_levels", "education_level"), "sector_code": ("sectors", "sector_code"),
    "ownership": ("ownerships", "ownership"), "industry_section": ("industries", "industry_section"), "degree_level": ("education_levels", "education_level"),
    "university_code": ("universities", "university_code"), "discipline_code": ("disciplines", "discipline_code"),
}  # fmt: skip
EXAMINED_PREVIEW_ROWS = 60


def preview(plan: SheetPlan, row_count: int, language: Language) -> tuple[list[str], list[list[str]]]:
    """The first records as they will be, with the names of codes: headings, and rows of text; columns that hold nothing are left out."""
    table = replace(plan.table, rows=plan.table.rows.head(EXAMINED_PREVIEW_ROWS))
    records = read_records(table, plan.mapping).records.head(row_count)
    columns = [name for name in PREVIEW_COLUMNS[plan.mapping.kind] if name in records and records[name].notna().any()]
    rows = [[shown_value(name, value, language) for name, value in zip(columns, values, strict=True)]
            for values in records[columns].astype(object).itertuples(index=False)]  # fmt: skip
    return [translate(PREVIEW_HEADINGS[name], language) for name in columns], rows


def shown_value(column: str, value: object, language: Language) -> str:
    """A value as a person reads it, "" for none."""
    if value is None or pd.isna(value):
        return ""
    if column == "slot_minute":
        return f"{int(value) // 60:02d}:{int(value) % 60:02d}"
    if column in NAME_LISTS:
        return names_of(*NAME_LISTS[column], language).get(str(value), str(value))
    return f"{int(value):,}" if isinstance(value, (int, float)) else str(value)


@cache
def names_of(table: str, key: str, language: Language) -> dict[str, str]:
    """Code → name of a reference list."""
    return {row[key]: row[f"name_{language}"] for row in reference_rows(table)}
