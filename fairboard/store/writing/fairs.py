"""Fairs, and what is counted at one: people, visits and views, and the employers that take part."""

from collections.abc import Mapping
from typing import Any

import duckdb

from fairboard.store.writing.tables import add_row, append


def add_fair(con: duckdb.DuckDBPyConnection, fair: Mapping[str, Any]) -> int:
    """Add one fair, given by the columns of ``fairs`` without its id, and return the id."""
    return add_row(con, "fairs", "fair_id", fair)


def add_attendance(con: duckdb.DuckDBPyConnection, frame: Any, fair_id: int, batch_id: int | None) -> None:
    """Append counts of people, visits or views to a fair."""
    append(con, "attendance", frame, fair_id=fair_id, batch_id=batch_id)


def add_participations(con: duckdb.DuckDBPyConnection, employer_ids: list[int], fair_id: int, batch_id: int) -> None:
    """Note the employers that a list names at a fair; one that takes part already is now backed by the list too."""
    con.execute(
        """
        insert into participations by name
        select distinct $fair_id::integer as fair_id, unnest($employer_ids)::bigint as employer_id, $batch_id::integer as batch_id
        on conflict do update set batch_id = excluded.batch_id
        """,
        {"fair_id": fair_id, "employer_ids": employer_ids, "batch_id": batch_id},
    )
