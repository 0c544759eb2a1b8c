"""What an import has to know of the version it adds to."""

import duckdb


def find_record_kind(con: duckdb.DuckDBPyConnection, fair_id: int) -> str | None:
    """Whether a fair is recorded, published or synthetic; None where there is no fair of this id."""
    row = con.execute("select record_kind from fairs where fair_id = $fair_id", {"fair_id": fair_id}).fetchone()
    return row[0] if row else None


def find_fairs_with_file(con: duckdb.DuckDBPyConnection, sha256: str) -> list[int]:
    """The fairs that have postings of a file with these bytes."""
    rows = con.execute(
        "select distinct fair_id from postings where batch_id in (select batch_id from batches where sha256 = $sha256) order by all",
        {"sha256": sha256},
    ).fetchall()
    return [row[0] for row in rows]


def find_fair_named(con: duckdb.DuckDBPyConnection, name_zh: str, starts_on: object) -> int | None:
    """The recorded fair of this name and day, None where there is none."""
    row = con.execute(
        "select min(fair_id) from fairs where name_zh = $name_zh and starts_on = $starts_on and record_kind = 'recorded'",
        {"name_zh": name_zh, "starts_on": starts_on},
    ).fetchone()
    return row[0]
