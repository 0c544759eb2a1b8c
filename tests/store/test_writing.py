"""What an import writes is matched, numbered, counted, and can be taken out again."""

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from fairboard.store import retiring, versions, writing

FAIR = {
    "name_zh": "测试招聘会",
    "name_en": "Test fair",
    "fair_kind": "campus",
    "record_kind": "recorded",
    "starts_on": date(2026, 3, 1),
    "ends_on": date(2026, 3, 1),
    "host_region_code": "210100",
}
COUNTS = {
    "file_name": "a.csv",
    "sha256": "0" * 64,
    "table_kind": "postings",
    "sheet_count": 1,
    "rows_read": 4,
    "rows_loaded": 3,
    "rows_rejected": 1,
}


def posting(employer_id: int, **facts: object) -> dict[str, object]:
    return {
        "employer_id": employer_id,
        "title": "电气工程师",
        "sector_code": "electrical",
        "ownership": "private",
        "education_level": "bachelor",
        "wage_period": "month",
        "headcount_status": "missing",
    } | facts


def add_three(con: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Two employers with three postings for 2, 1 and 0 people, and one rejected row."""
    fair_id, batch_id = writing.add_fair(con, FAIR), writing.next_batch_id(con)
    first, second = writing.add_employers(con, pd.DataFrame({"name": ["甲公司", "乙公司"]}))
    rows = [
        posting(first, headcount=2, headcount_status="stated", wage_min=8000, wage_max=12000),
        posting(first),
        posting(second, headcount=0, headcount_status="stated"),
    ]
    assert writing.add_postings(con, pa.Table.from_pylist(rows), fair_id, batch_id) == 3
    rejected = pd.DataFrame({"sheet": ["s"], "source_row": [9], "column_name": ["title"], "value": [None], "reason": ["empty"]})
    writing.add_rejected_rows(con, rejected, batch_id)
    writing.add_unparsed_texts(con, pd.DataFrame({"field": ["wage"], "text": ["很多"], "cell_count": [2]}), batch_id)
    writing.add_batch(con, COUNTS | {"batch_id": batch_id, "rows_repeated": 0, "mapping": {"岗位": "title"}})
    return fair_id, batch_id


def test_an_import_is_numbered_counted_and_published(folder: Path) -> None:
    with writing.new_version(origin="import") as con:
        fair_id, batch_id = add_three(con)
    con = versions.open_reader(versions.current_version())
    rows = con.execute(
        "select openings, wage_months, batch_id from postings where fair_id = $f order by posting_id", {"f": fair_id}
    ).fetchall()
    assert rows == [(2, 12, batch_id), (1, 12, batch_id), (0, 12, batch_id)]
    assert con.execute("select min(posting_id) from postings where fair_id = $f", {"f": fair_id}).fetchone() == (3001,)
    assert con.execute("select count(*) from participations where fair_id = $f", {"f": fair_id}).fetchone() == (2,)
    assert con.execute("select mapping->>'岗位' from batches").fetchone() == ("title",)
    con.close()


def test_employers_are_matched_by_code_then_by_name(folder: Path) -> None:
    with writing.new_version(origin="import") as con:
        known = con.execute("select employer_id, name from employers where employer_id = 7").fetchone()
        frame = pd.DataFrame(
            {
                "name": ["甲公司", "甲公司", "甲公司（分部）", "乙公司", known[1], "甲公司"],
                "credit_code": ["91210100A", None, "91210100A", None, None, None],
            }
        )
        ids = writing.add_employers(con, frame)
        again = writing.add_employers(con, pd.DataFrame({"name": ["乙公司", "改名后的甲公司"], "credit_code": [None, "91210100A"]}))
    assert ids == [3001, 3001, 3001, 3002, 7, 3001]
    assert again == [3002, 3001]


def test_a_batch_can_be_taken_out_again(folder: Path) -> None:
    with writing.new_version(origin="import") as con:
        fair_id, batch_id = add_three(con)
    with writing.new_version(origin="import") as con:
        retiring.undo(con, batch_id)
    con = versions.open_reader(versions.current_version())
    for table in ("rejected_rows", "unparsed_texts"):
        assert con.execute(f"select count(*) from {table}").fetchone() == (0,)
    assert con.execute("select status, ended_at is not null, replaced_by from batches").fetchall() == [("undone", True, None)]
    assert con.execute("select count(*) from fairs where fair_id = $f", {"f": fair_id}).fetchone() == (0,)
    assert con.execute(
        "select count(*), (select count(*) from participations where fair_id = $f) from postings", {"f": fair_id}
    ).fetchone() == (3000, 0)
    con.close()
