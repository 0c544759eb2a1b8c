"""The tables of a version: made from ``schema.sql`` and filled from the CSV files that the project ships."""

import re
from functools import cache
from pathlib import Path

import duckdb

from fairboard.errors import StoreError

SCHEMA_VERSION = 3
"""Raised by one whenever a program that knows only the older tables would read the newer ones wrongly."""

PROJECT = Path(__file__).parents[2]
REFERENCE_FOLDER = PROJECT / "data" / "reference"
PUBLISHED_FOLDER = PROJECT / "data" / "published"


def create_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table of ``schema.sql`` in an empty database and note the schema version in it."""
    con.execute(schema_text())
    write_info(con, schema_version=SCHEMA_VERSION)


@cache
def schema_text() -> str:
    """The statements that create the tables."""
    return (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")


@cache
def table_names() -> tuple[str, ...]:
    """Every table in the order in which they can be filled: a table comes after those it refers to."""
    return tuple(re.findall(r"^create table (\w+)", schema_text(), flags=re.MULTILINE))


def write_info(con: duckdb.DuckDBPyConnection, **facts: object) -> None:
    """Write facts about the version into ``version_info``; a fact of ``None`` is stored as null."""
    con.executemany(
        "insert or replace into version_info values ($key, $value)",
        [{"key": key, "value": None if value is None else str(value)} for key, value in facts.items()],
    )


def load_reference_lists(con: duckdb.DuckDBPyConnection) -> None:
    """Fill the reference tables (regions, universities, sectors and so on) from ``data/reference``."""
    load_folder(con, REFERENCE_FOLDER)


def load_published_figures(con: duckdb.DuckDBPyConnection) -> None:
    """Fill sources, published fairs and their figures from ``data/published``."""
    load_folder(con, PUBLISHED_FOLDER)


def load_folder(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Append to each table the file of the same name in ``folder``; a file that belongs to no table is left alone."""
    for table in table_names():
        load_table(con, table, folder)


def load_table(con: duckdb.DuckDBPyConnection, table: str, folder: Path = REFERENCE_FOLDER) -> None:
    """Append to a table the file of its name in ``folder``, where there is one."""
    path = folder / f"{table}.csv"
    if path.is_file():
        load_file(con, table, path)


def load_file(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Append a CSV file, whose columns are named like those of ``table``, to ``table``; an empty cell is null."""
    try:
        con.execute(
            f"insert into {table} by name from read_csv($path, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')",
            {"path": str(path)},
        )
    except duckdb.Error as error:
        raise StoreError(
            "The reference file {name} does not fit the table {table}: {reason}. Restore it from the project and build again.",
            name=path.name,
            table=table,
            reason=str(error).splitlines()[0],
        ) from error
