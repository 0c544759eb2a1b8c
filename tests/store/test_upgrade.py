"""A version written by an older program is brought up to date: nothing in it is lost, and the old file stays."""

import re
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from fairboard.errors import StoreError
from fairboard.store import checks, schema, upgrade, versions
from fairboard.store.opening import open_writer

OLDER_ID = "20260101T000000Z-0001"
ADDED_COLUMNS = {
    "batches": ("fair_id", "status", "ended_at", "replaced_by"),
    "fairs": ("filings_due_on",),
    "participations": ("batch_id",),
    "postings": ("major_class_codes",),
    "attendance": ("major_class_code",),
    "agreements": ("batch_id",),
    "pacts": ("batch_id",),
    "pact_parties": ("batch_id",),
    "policies": ("batch_id",),
}
ADDED_TABLES = ("major_classes", "filing_changes", "employer_identities", "method_versions")
"""What versions 2 and 3 of the schema brought."""


def older_schema_text() -> str:
    """Today's schema without what came after version 1."""
    text = schema.schema_text()
    for table in ADDED_TABLES:
        text = re.sub(rf"create table {table} \(.*?\n\);\n", "", text, flags=re.DOTALL)
        text = re.sub(rf"comment on (table {table}|column {table}\.\w+) .*\n", "", text)
    for table, columns in ADDED_COLUMNS.items():
        head, body, tail = re.split(rf"(create table {table} \(\n.*?\n\);)", text, maxsplit=1, flags=re.DOTALL)
        for column in columns:
            body, count = re.subn(rf"\n    {column} [^\n]*", "", body)
            assert count == 1, f"{table}.{column} is not in the schema"
        text = head + re.sub(r",\n\);$", "\n);", body) + tail
        text = re.sub(rf"comment on column {table}\.({'|'.join(columns)}) .*\n", "", text)
    return text


def insert(con: duckdb.DuckDBPyConnection, table: str, **row: object) -> None:
    con.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join(f'${name}' for name in row)})", row)


@pytest.fixture
def older(empty_folder: Path) -> Path:
    """The current version: of schema 1, with one recorded fair and something in every table that can hold records."""
    empty_folder.mkdir()
    path = empty_folder / f"{OLDER_ID}.duckdb"
    con = open_writer(path)
    con.execute(older_schema_text())
    for folder in (schema.REFERENCE_FOLDER, schema.PUBLISHED_FOLDER):
        for table in schema.table_names():
            if table not in ADDED_TABLES:
                schema.load_table(con, table, folder)
    fair_id = con.execute("select max(fair_id) + 1 from fairs").fetchone()[0]
    insert(con, "fairs", fair_id=fair_id, name_zh="春季招聘会", name_en="Spring fair", fair_kind="campus", record_kind="recorded",
           starts_on=date(2025, 3, 1), ends_on=date(2025, 3, 2), host_region_code="210200")  # fmt: skip
    counts = {
        "sheet_count": 1,
        "rows_read": 4,
        "rows_loaded": 3,
        "rows_rejected": 1,
        "rows_repeated": 0,
        "mapping": "{}",
        "column_report": "{}",
    }
    insert(
        con, "batches", batch_id=1, file_name="a.xlsx", sha256="0" * 64, table_kind="postings", imported_at=datetime(2025, 3, 5), **counts
    )
    insert(con, "employers", employer_id=1, name="甲公司", ownership="private")
    insert(con, "employers", employer_id=2, name="乙公司", ownership="state", region_code="210200")
    for employer_id in (1, 2):
        insert(con, "participations", fair_id=fair_id, employer_id=employer_id)
    for posting_id, (employer_id, headcount) in enumerate([(1, 2), (1, 3), (2, 5)], start=1):
        insert(con, "postings", posting_id=posting_id, fair_id=fair_id, employer_id=employer_id, batch_id=1, source_row=posting_id + 1, title="车工",
               sector_code="mechanical", ownership="private", education_level="bachelor", wage_min=6000, wage_max=8000, wage_period="month", wage_months=12,
               headcount=headcount, headcount_status="stated", openings=headcount)  # fmt: skip
    insert(con, "attendance", fair_id=fair_id, channel="on_site", unit="people", university_code="10145", attendance_count=126)
    insert(
        con, "agreements", agreement_id=1, region_code="210200", university_code="10145", signed_on=date(2025, 3, 1), record_kind="recorded"
    )
    insert(con, "rejected_rows", batch_id=1, sheet="岗位", source_row=9, column_name="岗位", reason="empty")
    insert(con, "unparsed_texts", batch_id=1, field="wage", text="很多", cell_count=2)
    schema.write_info(
        con, schema_version=1, version_id=OLDER_ID, parent_version_id=None, origin="import", created_at="2026-01-01T00:00:00+00:00"
    )
    con.close()
    versions.move_pointer(OLDER_ID)
    return path


def rows_of(path: Path, table: str, columns: list[str]) -> list[tuple]:
    con = duckdb.connect(path, read_only=True)
    try:
        return con.execute(f"select {', '.join(columns)} from {table} order by all").fetchall()
    finally:
        con.close()


def columns_of(path: Path) -> dict[str, list[str]]:
    con = duckdb.connect(path, read_only=True)
    found: dict[str, list[str]] = {}
    try:
        for table, column in con.execute(
            "select table_name, column_name from duckdb_columns() where not internal order by column_index"
        ).fetchall():
            found.setdefault(table, []).append(column)
    finally:
        con.close()
    return found


def test_the_older_file_lacks_what_came_later_and_is_not_opened_for_the_pages(older):
    columns = columns_of(older)
    assert not set(ADDED_TABLES) & columns.keys()
    assert all(column not in columns[table] for table, added in ADDED_COLUMNS.items() for column in added)
    with pytest.raises(StoreError, match="older Fairboard"):
        versions.open_reader(older)


def test_every_record_is_there_after_the_upgrade(older):
    newer = upgrade.upgrade()
    assert versions.current_version() == newer != older
    compared = 0
    for table, columns in columns_of(older).items():
        if table != "version_info":
            before = rows_of(older, table, columns)
            assert rows_of(newer, table, columns) == before, table
            compared += len(before)
    assert compared > 3_000
    assert all(
        rows_of(newer, table, ["count(*)"])[0][0] for table in ("postings", "attendance", "agreements", "rejected_rows", "unparsed_texts")
    )


def test_the_new_version_has_todays_tables_is_consistent_and_fits_this_program(older):
    newer = upgrade.upgrade()
    con = versions.open_reader(newer)
    try:
        assert checks.find_faults(con) == []
        facts = dict(con.execute("select key, value from version_info").fetchall())
    finally:
        con.close()
    assert (facts["schema_version"], facts["origin"], facts["parent_version_id"]) == (str(schema.SCHEMA_VERSION), "upgrade", OLDER_ID)
    assert set(schema.table_names()) <= columns_of(newer).keys()
    assert all(column in columns_of(newer)[table] for table, added in ADDED_COLUMNS.items() for column in added)
    assert rows_of(newer, "major_classes", ["count(*)"])[0][0] > 90


def test_a_batch_is_active_and_knows_its_fair(older):
    fair_id = rows_of(older, "postings", ["distinct fair_id"])[0][0]
    assert rows_of(upgrade.upgrade(), "batches", ["status", "ended_at", "replaced_by", "fair_id"]) == [("active", None, None, fair_id)]


def test_the_older_file_stays_as_it_was(older):
    before = older.read_bytes()
    upgrade.upgrade()
    assert older.read_bytes() == before


def test_a_second_upgrade_does_nothing(older):
    newer = upgrade.upgrade()
    files = sorted(path.name for path in newer.parent.iterdir())
    assert upgrade.upgrade() is None
    assert versions.current_version() == newer
    assert sorted(path.name for path in newer.parent.iterdir()) == files


def test_an_upgrade_that_fails_leaves_the_older_version_current(older, monkeypatch):
    def fail(_: object) -> None:
        raise StoreError("No room.")

    monkeypatch.setattr(upgrade.derived, "build", fail)
    with pytest.raises(StoreError, match="No room"):
        upgrade.upgrade()
    assert versions.current_version() == older
    assert not list(older.parent.glob("*.partial*"))
