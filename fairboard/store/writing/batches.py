"""Imported files, and what is noted of one: rows that were refused, texts that were not understood, changes against an earlier filing."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import duckdb

from fairboard.store.writing.tables import add_row, append, next_id


def add_batch(con: duckdb.DuckDBPyConnection, batch: Mapping[str, Any]) -> int:
    """Add one imported file, given by the columns of ``batches``, and return its id.

    ``batch_id`` may be given (from ``next_batch_id``) or left out; ``imported_at`` is now unless given; ``mapping`` and
    ``column_report`` may be dictionaries.
    """
    row = {"imported_at": datetime.now(UTC).replace(tzinfo=None), "mapping": {}, "column_report": {}} | dict(batch)
    row |= {name: json.dumps(row[name], ensure_ascii=False) for name in ("mapping", "column_report") if not isinstance(row[name], str)}
    return add_row(con, "batches", "batch_id", row)


def next_batch_id(con: duckdb.DuckDBPyConnection) -> int:
    """The id that the next batch gets."""
    return next_id(con, "batches", "batch_id")


def add_filing_changes(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append what a filing changed against the one it replaces: change, employer, title, before_text, after_text."""
    append(con, "filing_changes", frame, batch_id=batch_id)


def add_rejected_rows(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append the rows that could not be a record: sheet, source_row, column_name, value, reason."""
    append(con, "rejected_rows", frame, batch_id=batch_id)


def add_unparsed_texts(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append the texts that could not be understood: field, text, cell_count."""
    append(con, "unparsed_texts", frame, batch_id=batch_id)
