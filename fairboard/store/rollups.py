"""Small aggregates that are built with every version, so that a page need not read every posting.

Each is one SELECT under ``queries/rollups/``; the table is called ``rollup_<name>``. Which one answers a question is decided by
``fairboard.analysis.rollups``.
"""

from pathlib import Path

import duckdb

FOLDER = Path(__file__).parents[2] / "queries" / "rollups"
PREFIX = "rollup_"


def build(con: duckdb.DuckDBPyConnection) -> None:
    """(Re)make every rollup from the postings of this version."""
    for path in sorted(FOLDER.glob("*.sql")):
        con.execute(f"create or replace table {PREFIX}{path.stem} as {path.read_text(encoding='utf-8')}")
