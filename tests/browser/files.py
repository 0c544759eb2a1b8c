"""Reading the files that the dashboard hands out."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import openpyxl


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV, or of the one in a zip, which has to come with definitions."""
    content = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            assert "definitions.txt" in archive.namelist()
            content = archive.read(next(name for name in archive.namelist() if name.endswith(".csv")))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_rows(path: Path) -> list[tuple]:
    """The rows of a workbook's first sheet without its heading; there has to be a second sheet that says what they mean."""
    book = openpyxl.load_workbook(path, read_only=True)
    assert len(book.sheetnames) == 2
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    book.close()
    return rows


def parquet_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a Parquet file."""
    with duckdb.connect() as connection:
        return connection.sql(f"select * from read_parquet('{path.as_posix()}')").to_arrow_table().to_pylist()
