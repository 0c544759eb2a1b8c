"""Bringing the current version up to the schema that this program knows: every record is copied into tables of today."""

from pathlib import Path

import duckdb

from fairboard.errors import StoreError
from fairboard.store import derived, schema, versions
from fairboard.store.opening import open_writer


def upgrade() -> Path | None:
    """Make a new version with today's schema out of an older current one; None when there is nothing to do. The older file stays."""
    current = versions.current_version()
    facts = versions.facts_of(current, is_older_allowed=True)
    if int(facts.get("schema_version") or 0) >= schema.SCHEMA_VERSION:
        return None
    with versions.writing(continues=True, is_older_allowed=True) as draft:
        con = open_writer(draft.path)
        try:
            con.begin()
            schema.create_tables(con)
            copy_records(con, current)
            derived.build(con)
            schema.write_info(con, **facts | {"origin": "upgrade", "schema_version": schema.SCHEMA_VERSION} | draft.facts())
            con.commit()
            con.execute("checkpoint")
        finally:
            con.close()
    return versions.version_path(draft.version_id)


def copy_records(con: duckdb.DuckDBPyConnection, older: Path) -> None:
    """Fill each table from the table of the same name in ``older``, by the columns both have, and new reference lists from their files."""
    address = str(older).replace("'", "''")
    con.execute(f"attach '{address}' as older (read_only)")
    columns = {}
    for table, column in con.execute("select table_name, column_name from duckdb_columns() where database_name = 'older'").fetchall():
        columns.setdefault(table, []).append(column)
    for table in schema.table_names():
        if table not in columns:
            schema.load_table(con, table)
        elif table != "version_info":
            shared = ", ".join(column for column in con.table(table).columns if column in columns[table])
            try:
                con.execute(f"insert into {table} ({shared}) select {shared} from older.{table}")
            except duckdb.Error as error:
                raise StoreError(
                    "The table {table} of the older version cannot be taken over: {reason}. Nothing changed.",
                    table=table,
                    reason=str(error).splitlines()[0],
                ) from error
    con.execute(
        "update batches set fair_id = (select min(fair_id) from postings where postings.batch_id = batches.batch_id) where fair_id is null"
    )
