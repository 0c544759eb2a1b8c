"""The rows of a person's own statement as CSV, XLSX or Parquet, each with the statement and the version where the format has room."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.csv as pv
import pyarrow.parquet as pq
import xlsxwriter

from fairboard.analysis.sandbox.jobs import Result
from fairboard.exports.cells import is_formula_like, neutral, neutral_array
from fairboard.exports.workbook import LONGEST_CELL, OPTIONS
from fairboard.locale import Language, translate

BOM = b"\xef\xbb\xbf"


def as_csv(result: Result) -> bytes:
    """UTF-8 with the mark that Excel needs; nothing that a spreadsheet would run."""
    columns = [pa.chunked_array([neutral_array(chunk) for chunk in column.chunks], column.type) for column in result.table.columns]
    target = BytesIO()
    target.write(BOM)
    pv.write_csv(pa.table(columns, names=[neutral(name) for name in result.table.column_names]), target)
    return target.getvalue()


def as_parquet(result: Result) -> bytes:
    """The values as they are, with what the file is in its schema."""
    facts = {"fairboard.version": result.version_id, "fairboard.sql": result.sql, "fairboard.exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
             "fairboard.is_cut": str(result.is_cut).lower()}
    target = BytesIO()
    pq.write_table(result.table.replace_schema_metadata(facts), target, compression="zstd")
    return target.getvalue()


def as_workbook(result: Result, language: Language) -> bytes:
    """The rows on the first sheet, what they are on the second."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS | {"in_memory": True, "constant_memory": False}) as book:
        sheet = book.add_worksheet(translate("Data", language))
        formats = {"head": book.add_format({"bold": True, "bottom": 1}), "quoted": book.add_format({"quote_prefix": True}),
                   "day": book.add_format({"num_format": "yyyy-mm-dd"}), "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})}
        sheet.freeze_panes(1, 0)
        for position, name in enumerate(result.table.column_names):
            sheet.write_string(0, position, name[:LONGEST_CELL], formats["head"])
            sheet.set_column(position, position, min(max(9, len(name) + 2), 48))
            for line, value in enumerate(result.table.column(position).to_pylist(), start=1):
                _write_cell(sheet, line, position, value, formats)
        about = book.add_worksheet(translate("About", language))
        about.set_column(0, 0, 28)
        about.set_column(1, 1, 100)
        for line, (label, text) in enumerate(facts(result, language)):
            about.write_string(line, 0, label)
            about.write_string(line, 1, text[:LONGEST_CELL])
    return target.getvalue()


def facts(result: Result, language: Language) -> list[tuple[str, str]]:
    """Label and text of everything that holds for the file; the statement line by line at the end."""
    count = f"{result.table.num_rows:,}"
    rows = translate("the first {count}; there are more", language, count=count) if result.is_cut else count
    pairs = [
        ("Version", result.version_id),
        ("Exported on", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        ("Rows", rows),
        ("Note", translate("A statement of the user's own. The tables hold the synthetic sample beside recorded fairs; only fairs.record_kind tells them apart.", language)),
    ]
    return [(translate(label, language), text) for label, text in pairs] + [("SQL" if number == 0 else "", line) for number, line in enumerate(result.sql.splitlines())]


def _write_cell(sheet: Any, line: int, position: int, value: Any, formats: dict[str, Any]) -> None:
    """Numbers as numbers, days as days, text as text whatever it begins with, nothing as an empty cell."""
    if value is None or value != value:
        return
    if isinstance(value, str):
        text = value[:LONGEST_CELL]
        sheet.write_string(line, position, text, formats["quoted"] if is_formula_like(text) else None)
    elif isinstance(value, bool):
        sheet.write_boolean(line, position, value)
    elif isinstance(value, date) and value.year >= 1900:
        sheet.write_datetime(line, position, value, formats["moment" if isinstance(value, datetime) else "day"])
    elif isinstance(value, date):
        sheet.write_string(line, position, value.isoformat())
    else:
        sheet.write_number(line, position, value)
