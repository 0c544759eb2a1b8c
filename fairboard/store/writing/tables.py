"""Rows and frames into any table: the next free id, columns by name, types as the table has them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import duckdb


def add_row(con: duckdb.DuckDBPyConnection, table: str, key: str, row: Mapping[str, Any]) -> int:
    """Insert ``row`` into ``table`` under the next free integer ``key``, unless the row brings its own; return the key."""
    values = {key: next_id(con, table, key)} | dict(row)
    names, places = ", ".join(values), ", ".join(f"${name}" for name in values)
    con.execute(f"insert into {table} ({names}) values ({places})", values)
    return int(values[key])


def next_id(con: duckdb.DuckDBPyConnection, table: str, key: str) -> int:
    """One more than the largest ``key`` in ``table``; the number of a fair that went with its last records is not given again."""
    own = f"select max({key}) from {table}"
    used = f"{own} union all select max(fair_id) from batches" if table == "fairs" else own
    return int(con.execute(f"select coalesce(max(used), 0) + 1 from ({used}) as numbers (used)").fetchone()[0])


def append(con: duckdb.DuckDBPyConnection, table: str, frame: Any, **constants: int | None) -> None:
    """Append ``frame`` to ``table`` with the same ``constants`` in every row."""
    columns = [name for name in column_names(con, table) if name not in constants]
    fixed = ", ".join(f"${name}::integer as {name}" for name in constants)
    with registered(con, frame, table, columns) as given:
        con.execute(f"insert into {table} by name select *, {fixed} from {given}", constants)


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, frame: Any, table: str, columns: Any) -> Iterator[str]:
    """A query over ``frame`` with exactly ``columns``, cast to the types that ``table`` gives them, null where absent."""
    types = dict(con.execute("select column_name, data_type from duckdb_columns() where table_name = $table", {"table": table}).fetchall())
    name = f"given_{table}_frame"
    con.register(name, frame)
    present = set(con.table(name).columns)
    parts = [f"cast({column if column in present else 'null'} as {types[column]}) as {column}" for column in columns]
    try:
        yield f"(select {', '.join(parts)} from {name})"
    finally:
        con.unregister(name)


def column_names(con: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """The columns of ``table`` in their order."""
    return con.table(table).columns
