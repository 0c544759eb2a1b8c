"""Batches that end, because a newer filing takes their place or somebody takes them back, and batches that come back into use.

The rows of a replaced batch are set aside in ``retired_rows``, out of sight of every question, until the batch that replaced it is taken
back itself: then they stand again where they stood.
"""

import json
from datetime import UTC, datetime

import duckdb

RECORD_TABLES = ("postings", "attendance", "agreements", "policies", "pacts", "pact_parties")
FAIR_TABLES = ("postings", "attendance", "agreements", "pacts", "participations", "batches")
"""Those that say to which fair a row belongs."""
OWN_SOURCES = "starts_with(source_id, 'batch-' || $batch_id || '-')"
"""The sources that a batch brought with it."""
ATTACHED_TABLES = ("rejected_rows", "unparsed_texts", "filing_changes")
"""What hangs on a batch besides its records."""


def undo(con: duckdb.DuckDBPyConnection, batch_id: int) -> list[int]:
    """Take a batch back; the ids of the batches that it had replaced, which are in use again."""
    fairs = fairs_of(con, batch_id)
    remove_rows(con, batch_id)
    end(con, batch_id, "undone", None)
    restored = [row[0] for row in con.execute("select batch_id from batches where replaced_by = $batch_id order by 1", {"batch_id": batch_id}).fetchall()]
    for replaced_id in restored:
        bring_back(con, replaced_id)
    for fair_id in fairs:
        tidy_fair(con, fair_id)
    return restored


def replace(con: duckdb.DuckDBPyConnection, old_id: int, new_id: int) -> None:
    """Let a newer batch take the place of an older one, whose rows are set aside."""
    set_aside(con, old_id)
    fairs = fairs_of(con, old_id)
    remove_rows(con, old_id)
    end(con, old_id, "replaced", new_id)
    for fair_id in fairs:
        remove_unbacked_participations(con, fair_id)


def end(con: duckdb.DuckDBPyConnection, batch_id: int, status: str, replaced_by: int | None) -> None:
    """Note how and when a batch ended."""
    now = datetime.now(UTC).replace(tzinfo=None)
    con.execute(
        "update batches set status = $status, ended_at = $ended_at, replaced_by = $replaced_by where batch_id = $batch_id",
        {"batch_id": batch_id, "status": status, "ended_at": now, "replaced_by": replaced_by},
    )


def fairs_of(con: duckdb.DuckDBPyConnection, batch_id: int) -> list[int]:
    """The fairs at which a batch has records, and the one it was filed for."""
    selects = [f"select fair_id from {table} where batch_id = $batch_id" for table in FAIR_TABLES]
    rows = con.execute(f"select distinct fair_id from ({' union all '.join(selects)}) where fair_id is not null", {"batch_id": batch_id}).fetchall()
    return [row[0] for row in rows]


def remove_rows(con: duckdb.DuckDBPyConnection, batch_id: int) -> None:
    """Take every row out that came with a batch. Employers stay: one without postings is counted nowhere."""
    parameters = {"batch_id": batch_id}
    con.execute("update participations set batch_id = null where batch_id = $batch_id", parameters)
    for table in (*RECORD_TABLES, *ATTACHED_TABLES):
        con.execute(f"delete from {table} where batch_id = $batch_id", parameters)
    con.execute(f"delete from sources where {OWN_SOURCES}", parameters)
    con.execute("delete from retired_rows where batch_id = $batch_id and not exists (from batches where batch_id = $batch_id and status = 'active')", parameters)


def set_aside(con: duckdb.DuckDBPyConnection, batch_id: int) -> None:
    """Copy every row of a batch into ``retired_rows``."""
    for table in (*RECORD_TABLES, *ATTACHED_TABLES, "participations"):
        con.execute(
            f"insert into retired_rows select batch_id, $table, to_json({table}) from {table} where batch_id = $batch_id",
            {"batch_id": batch_id, "table": table},
        )
    con.execute(f"insert into retired_rows select $batch_id, 'sources', to_json(sources) from sources where {OWN_SOURCES}", {"batch_id": batch_id})


def bring_back(con: duckdb.DuckDBPyConnection, batch_id: int) -> None:
    """Put the rows of a replaced batch where they stood, and the batch into use."""
    for table in (*RECORD_TABLES, *ATTACHED_TABLES, "participations", "sources"):
        conflict = "on conflict do update set batch_id = excluded.batch_id" if table == "participations" else ""
        con.execute(
            f"""
            insert into {table} by name
            select unnest(json_transform(record, $structure)) from retired_rows where batch_id = $batch_id and table_name = $table
            {conflict}
            """,
            {"batch_id": batch_id, "table": table, "structure": structure_of(con, table)},
        )
    con.execute(
        """
        insert into participations by name
        select distinct fair_id, employer_id from postings where batch_id = $batch_id on conflict do nothing
        """,
        {"batch_id": batch_id},
    )
    con.execute("delete from retired_rows where batch_id = $batch_id", {"batch_id": batch_id})
    con.execute("update batches set status = 'active', ended_at = null, replaced_by = null where batch_id = $batch_id", {"batch_id": batch_id})


def structure_of(con: duckdb.DuckDBPyConnection, table: str) -> str:
    """The columns of a table and their types as ``json_transform`` takes them."""
    rows = con.execute("select column_name, data_type from duckdb_columns() where table_name = $table", {"table": table}).fetchall()
    return json.dumps({name: [kind.removesuffix("[]")] if kind.endswith("[]") else kind for name, kind in rows})


def tidy_fair(con: duckdb.DuckDBPyConnection, fair_id: int) -> None:
    """Take out the participations of a recorded fair that nothing backs any more, and the fair itself if nothing is known of it."""
    if is_recorded(con, fair_id):
        remove_unbacked_participations(con, fair_id)
        if is_fair_empty(con, fair_id):
            con.execute("delete from fairs where fair_id = $fair_id", {"fair_id": fair_id})


def remove_unbacked_participations(con: duckdb.DuckDBPyConnection, fair_id: int) -> None:
    """Take out the participations of a recorded fair that neither a posting nor a list of employers backs."""
    if is_recorded(con, fair_id):
        con.execute(
            """
            delete from participations where fair_id = $fair_id and batch_id is null
            and employer_id not in (select employer_id from postings where fair_id = $fair_id)
            """,
            {"fair_id": fair_id},
        )


def is_recorded(con: duckdb.DuckDBPyConnection, fair_id: int) -> bool:
    """True for a fair that was imported."""
    return con.execute("from fairs where fair_id = $fair_id and record_kind = 'recorded'", {"fair_id": fair_id}).fetchone() is not None


def is_fair_empty(con: duckdb.DuckDBPyConnection, fair_id: int) -> bool:
    """True when nothing at all is recorded about the fair."""
    tables = ("participations", "postings", "attendance", "agreements", "pacts", "published_figures")
    found = " union all ".join(f"(select 1 from {table} where fair_id = $fair_id limit 1)" for table in tables)
    return con.execute(found, {"fair_id": fair_id}).fetchone() is None
