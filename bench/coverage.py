"""Which selections the aggregates cover, page by page: told by the statements that a page really runs.

A selection hits where every statement of the page reads aggregates and small lists only, and misses where one of them reads the
postings or the rows of attendance themselves. That does not depend on how many there are, so the smallest sample will do to find out.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from streamlit.testing.v1 import AppTest

from bench.building import LARGE_TABLES
from bench.data import PROJECT, current_version
from fairboard.analysis import runner
from fairboard.ui.registry import PAGES

Selection = dict[str, str]
SCAN = '.main.{table}"'
LONGEST_RUN_SECONDS = 120
HARD_SELECTIONS: tuple[Selection, ...] = (
    {"kind": "on_site", "wage": "9000"}, {"kind": "campus", "region": "210200", "wage": "8000"}, {"from": "2024-01-01", "to": "2024-12-31", "wage": "12000"},
    {"kind": "on_site", "region": "210100", "edu": "bachelor", "own": "private", "wage": "7000"}, {"fair": "5.9.12", "sector": "software", "wage": "11000"},
    {"kind": "special", "edu": "master", "wage": "15000", "wage_to": "30000"}, {"from": "2023-03-01", "to": "2023-12-31", "own": "state", "wage": "6000"},
)  # fmt: skip
"""A choice of fairs or days with a wage and more: what the aggregates leave to the records if anything does."""


class _Watched:
    """A cursor that notes which large tables its statements read, and reads them."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, read: set[str]):
        self._cursor, self._read = cursor, read

    def execute(self, sql: str | duckdb.Statement, values: dict[str, Any] | None = None) -> duckdb.DuckDBPyConnection:
        self._note(sql, values)
        return self._cursor.execute(sql, values)

    def sql(self, sql: str, *, params: dict[str, Any] | None = None) -> duckdb.DuckDBPyRelation:
        self._note(sql, params)
        return self._cursor.sql(sql, params=params)

    def _note(self, sql: str | duckdb.Statement, values: dict[str, Any] | None) -> None:
        text = sql.query if isinstance(sql, duckdb.Statement) else sql
        plan = self._cursor.execute(f"explain (format json) {text}", values).fetchall()[0][1]
        self._read.update(table for table in LARGE_TABLES if SCAN.format(table=table) in plan)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


@contextmanager
def watching() -> Iterator[set[str]]:
    """The large tables that pages have read since the set was last cleared."""
    read: set[str] = set()
    plain = runner.cursor
    runner.cursor = lambda version: _Watched(plain(version), read)
    try:
        yield read
    finally:
        runner.cursor = plain
        runner.forget()


def covered(folder: Path, page: str, selections: Sequence[Selection]) -> list[bool]:
    """For each of ``selections`` whether aggregates cover everything that ``page`` shows for it."""
    current_version(folder)
    tables_read(page, {})  # what is asked once for a version, such as the choices of the filters, is no part of any selection
    return [not tables_read(page, selection) for selection in selections]


def tables_read(page: str, selection: Selection) -> frozenset[str]:
    """The large tables that ``page`` reads for ``selection`` when nothing is remembered; raises RuntimeError where the page fails."""
    runner.forget_answers()
    with watching() as read:
        app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=LONGEST_RUN_SECONDS)
        if page != PAGES[0].name:
            app.switch_page(f"pages/{page}.py")
        for key, value in selection.items():
            app.query_params[key] = value
        app.run()
        if app.exception:
            raise RuntimeError(f"The page {page} failed for {selection}: {app.exception[0].message}")
        return frozenset(read)
