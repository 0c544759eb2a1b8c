"""Small tables as offices and employers lay them out, written as files, and what a reader of Chinese sees in them."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import openpyxl
import pandas as pd

from fairboard.importing.reader import read_records
from fairboard.importing.reading import read_file
from fairboard.importing.understanding import SheetPlan, understand

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Case:
    """One layout: ``fields`` is field → heading of its column (or headings), ``values`` column of the records → what the rows give.

    ``asked`` are the fields that a person has to be asked about; ``merged`` ranges of cells as a spreadsheet names them.
    """

    name: str
    kind: str
    rows: Rows
    fields: Mapping[str, str | tuple[str, ...]]
    values: Mapping[str, list[object]] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    is_kind_sure: bool = True
    merged: tuple[str, ...] = ()
    sheet: str = "Sheet1"

    @property
    def is_sure(self) -> bool:
        """True where nothing has to be asked."""
        return not self.asked and self.is_kind_sure


def rows_of(text: str) -> list[list[str]]:
    """The rows of a table drawn with bars: one line a row."""
    return [[cell.strip().replace("\\n", "\n") for cell in line.strip().split("|")] for line in text.strip().splitlines()]


def write_workbook(path: Path, sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> Path:
    """An XLSX file; ``merged`` holds for every sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        for cells in merged:
            sheet.merge_cells(cells)
    book.save(path)
    return path


def write_delimited(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """A CSV or TSV file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def write_json(path: Path, rows: Rows, *, is_lines: bool = False) -> Path:
    """The rows under the first one as JSON records."""
    records = [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]
    texts = [json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n".join(texts) if is_lines else f"[{','.join(texts)}]", encoding="utf-8")
    return path


def plan_of(path: Path) -> SheetPlan:
    """What is understood of the first sheet of a file, without any saved layout."""
    return understand(read_file(path))[0]


def plan_of_case(case: Case, folder: Path) -> SheetPlan:
    """What is understood of a layout."""
    return plan_of(write_workbook(folder / "table.xlsx", {case.sheet: case.rows}, case.merged))


def fields_of(plan: SheetPlan) -> dict[str, str | tuple[str, ...]]:
    """Field → heading of its column, or headings; the parts of a packed column under their own names."""
    found: dict[str, list[str]] = {}
    for column in plan.mapping.columns:
        for name in column.parts or ((column.field,) if column.field else ()):
            found.setdefault(name, []).append(column.heading)
    return {name: headings[0] if len(headings) == 1 else tuple(headings) for name, headings in found.items()}


def asked_of(plan: SheetPlan) -> frozenset[str]:
    """The fields about which a person has to be asked."""
    return frozenset({column.proposed for column in plan.mapping.questions} | set(plan.mapping.missing))


def values_of(plan: SheetPlan, columns: Sequence[str]) -> dict[str, list[object]]:
    """Columns of the records of a sheet as plain values, None where there is none."""
    frame = read_records(plan.table, plan.mapping).records[list(columns)].astype(object)
    return {name: [plain(value) for value in frame[name]] for name in columns}


def plain(value: object) -> object:
    """A cell of a frame as a plain value."""
    if isinstance(value, tuple):
        return value
    return None if pd.isna(value) else int(value) if hasattr(value, "item") else value


def without_column_order(case: Case) -> Case:
    """The same layout with its columns from right to left; only for layouts without merged cells and notes."""
    width = max(map(len, case.rows))
    return replace(case, rows=[[*row, *[""] * (width - len(row))][::-1] for row in case.rows])
