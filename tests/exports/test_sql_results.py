"""The rows of a statement as files: nothing that a spreadsheet runs, and what the file is inside it."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fairboard.analysis.sandbox.jobs import Result
from fairboard.exports import sql_results

TABLE = pa.table({
    "=name": ["=1+1", "大连", None], "n": [1.5, None, float("inf")], "day": [date(2023, 3, 18), None, date(1066, 1, 1)],
    "at": [datetime(2023, 3, 18, 9, 30), None, None], "is_so": [True, False, None],
})  # fmt: skip
RESULT = Result("select 1\n-- <b>", "20260101T000000Z-abcd", TABLE, True, 0.1)


def test_csv_has_the_mark_for_excel_and_runs_nothing():
    data = sql_results.as_csv(RESULT)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0].split(",")[0] == '"\'=name"'
    assert lines[1].startswith('"\'=1+1",1.5,2023-03-18')
    assert lines[2].startswith('"大连",')


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workbook_has_the_rows_and_says_what_they_are(language):
    book = openpyxl.load_workbook(BytesIO(sql_results.as_workbook(RESULT, language)))
    data, about = book.worksheets
    rows = list(data.values)
    assert rows[0] == ("=name", "n", "day", "at", "is_so")
    assert rows[1] == ("=1+1", 1.5, datetime(2023, 3, 18), datetime(2023, 3, 18, 9, 30), True)
    assert [cell.data_type for cell in data["A"]] == ["s", "s", "s", "n"]
    assert rows[3][2] == "1066-01-01"
    texts = [cell for row in about.values for cell in row if cell]
    assert {"20260101T000000Z-abcd", "select 1", "-- <b>"} <= set(texts)


def test_parquet_has_the_values_as_they_are_and_the_statement():
    table = pq.read_table(BytesIO(sql_results.as_parquet(RESULT)))
    assert table.column("=name").to_pylist() == ["=1+1", "大连", None]
    assert table.schema.metadata[b"fairboard.sql"] == b"select 1\n-- <b>"
    assert table.schema.metadata[b"fairboard.is_cut"] == b"true"


def test_a_result_without_rows_is_a_file_with_its_headings():
    empty = Result("select 1 where false", "v", TABLE.slice(0, 0), False, 0.1)
    assert sql_results.as_csv(empty).decode("utf-8-sig").splitlines()[0].count(",") == 4
    assert openpyxl.load_workbook(BytesIO(sql_results.as_workbook(empty, "en"))).worksheets[0].max_row == 1
    assert pq.read_table(BytesIO(sql_results.as_parquet(empty))).num_rows == 0
