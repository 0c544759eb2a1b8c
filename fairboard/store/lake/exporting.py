"""Writing a lake out of a version, file by file and in bounded memory."""

import json
from collections.abc import Callable
from itertools import chain, islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from pyarrow import fs, parquet

from fairboard.errors import RequestError, StoreError
from fairboard.store import schema
from fairboard.store.lake import DERIVED_TABLES, LARGE_TABLES, UNFINISHED
from fairboard.store.lake.address import Lake, away
from fairboard.store.opening import open_reader, read_facts

BATCH_ROWS = 65_536
BATCHES_PER_FILE = 32
"""About two million rows a file: small enough for Spark to share out one large fair."""

Report = Callable[[int], None]


def export(version: Path, lake: Lake, report: Report = lambda _: None) -> dict[str, int]:
    """Write every record of ``version`` into the empty or absent folder of ``lake``; returns the number of rows by table.

    ``report`` is told how many postings were written. Whatever goes wrong leaves a mark, so that a half lake is never built from.
    """
    con = open_reader(version)
    try:
        files = new_folder(lake)
        write_text(files, UNFINISHED, "being written\n")
        counts = {table: write_small(con, files, table) for table in small_tables()}
        counts |= {table: write_large(con, files, table, report if table == "postings" else lambda _: None) for table in LARGE_TABLES}
        about = {"schema_version": schema.SCHEMA_VERSION, "version_id": read_facts(con, version).get("version_id"), "rows": counts}
        write_text(files, "_about.json", json.dumps(about, indent=1))
        files.delete_file(UNFINISHED)
    except OSError as error:
        raise StoreError("The lake {uri} could not be written: {reason}.", uri=lake.uri, reason=error.strerror or str(error).splitlines()[0]) from error
    finally:
        con.close()
    return counts


def small_tables() -> tuple[str, ...]:
    """The tables of a lake that are not parted by fair."""
    return tuple(name for name in schema.table_names() if name not in (*LARGE_TABLES, *DERIVED_TABLES))


def posting_count(version: Path) -> int:
    """How many postings there are to write."""
    con = open_reader(version)
    try:
        return con.execute("select count(*) from postings").fetchone()[0]
    finally:
        con.close()


def new_folder(lake: Lake) -> fs.FileSystem:
    """An empty folder at the address, made where it is absent; raises RequestError where something is in it already."""
    try:
        lake.make_folder()
        files = lake.files()
        if files.get_file_info(fs.FileSelector("")):
            raise RequestError("There is something in {uri} already. Give the address of an empty or a new folder.", uri=lake.uri)
    except OSError as error:
        raise away(lake, error) from error
    return files


def write_small(con: duckdb.DuckDBPyConnection, files: fs.FileSystem, table: str) -> int:
    """One file with all rows of a table."""
    reader = con.sql(f"select {columns_of(con, table)} from {table}").to_arrow_reader(BATCH_ROWS)
    return write_file(files, f"{table}/part-00000.parquet", reader.schema, reader)


def write_large(con: duckdb.DuckDBPyConnection, files: fs.FileSystem, table: str, report: Report) -> int:
    """The rows of a table, a folder a fair, in the order of their numbers."""
    columns = columns_of(con, table, without="fair_id")
    order = "posting_id" if table == "postings" else "all"
    fairs = [fair for (fair,) in con.execute(f"select distinct fair_id from {table} order by fair_id").fetchall()]
    return sum(write_fair(con.sql(f"select {columns} from {table} where fair_id = {int(fair)} order by {order}"), files, f"{table}/fair_id={fair}", report) for fair in fairs)


def write_fair(rows: duckdb.DuckDBPyRelation, files: fs.FileSystem, folder: str, report: Report) -> int:
    """The rows of one fair in as many files as they need."""
    reader = rows.to_arrow_reader(BATCH_ROWS)
    batches, count, number = iter(reader), 0, 0
    while (first := next(batches, None)) is not None:
        written = write_file(files, f"{folder}/part-{number:05}.parquet", reader.schema, chain([first], islice(batches, BATCHES_PER_FILE - 1)))
        report(written)
        count, number = count + written, number + 1
    return count


def write_file(files: fs.FileSystem, path: str, columns: pa.Schema, batches: Any) -> int:
    """One Parquet file; returns its rows."""
    count = 0
    files.create_dir(path.rpartition("/")[0], recursive=True)
    with files.open_output_stream(path) as stream, parquet.ParquetWriter(stream, columns, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def write_text(files: fs.FileSystem, path: str, text: str) -> None:
    """A small file of text."""
    with files.open_output_stream(path) as stream:
        stream.write(text.encode())


def columns_of(con: duckdb.DuckDBPyConnection, table: str, without: str = "") -> str:
    """The columns of a table as they go into a lake: JSON is text there."""
    found = con.execute("select column_name, data_type from duckdb_columns() where table_name = $table order by column_index", {"table": table}).fetchall()
    return ", ".join(f"cast({name} as varchar) as {name}" if kind == "JSON" else name for name, kind in found if name != without)
