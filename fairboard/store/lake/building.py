"""Building a version from a lake: the small tables are read here, DuckDB or Spark makes the rollups, and the postings stay where they are."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa
from pyarrow import fs, parquet

from fairboard.errors import StoreError
from fairboard.store import checks, derived, rollups, schema, versions
from fairboard.store.lake import LARGE_TABLES, exporting, reading, snapshot
from fairboard.store.lake.address import Lake, away, reason_of
from fairboard.store.lake.snapshot import LakeFile
from fairboard.store.opening import open_writer
from fairboard.store.spark import session
from fairboard.store.spark.job import Job, raise_faults, run

Report = Callable[[int], None]
SPARK_TYPES = {"BIGINT": "bigint", "INTEGER": "int", "SMALLINT": "smallint", "TINYINT": "tinyint", "VARCHAR": "string", "VARCHAR[]": "array<string>"}


class Engine(Protocol):
    """What checks the large tables of a lake and makes the rollups of a draft that has its small tables; it leaves views over the lake behind."""

    def __call__(self, con: duckdb.DuckDBPyConnection, lake: Lake, files: tuple[LakeFile, ...], report: Report) -> None:
        """Do it; ``report`` is told of every rollup that is made."""


def build(lake: Lake, engine: Engine, report: Report = lambda _: None) -> Path:
    """Build and publish a version of the records in ``lake``; returns its file. A lake that changes on the way ends it."""
    with versions.writing(continues=False) as draft:
        files = snapshot.take(lake)
        check_tables(lake, files)
        con = open_writer(draft.path)
        try:
            fill_small_tables(con, lake, files)
            engine(con, lake, files, report)
            if path := snapshot.first_difference(files, snapshot.take(lake)):
                raise StoreError(
                    "The lake {uri} was changed while it was read ({path}); nothing was built. Build again when nobody writes into it.",
                    uri=lake.uri,
                    path=path,
                )
            schema.write_info(con, origin="lake", lake_uri=lake.uri, lake_snapshot=snapshot.id_of(files), **draft.facts())
            con.execute("checkpoint")
        finally:
            con.close()
    return versions.version_path(draft.version_id)


def with_duckdb(con: duckdb.DuckDBPyConnection, lake: Lake, files: tuple[LakeFile, ...], report: Report) -> None:
    """The rollups by DuckDB on this machine, which is the quicker way as long as one machine is enough."""
    reading.add_views(con, lake, files)
    raise_faults(lake, checks.large_faults(con))
    derived.build(con)
    report(rollup_count())


@dataclass(frozen=True)
class SparkEngine:
    """The rollups by Spark on ``master``.

    ``scratch`` is an empty folder that this machine and Spark's can write to; one within the lake unless given. It is removed at the end.
    """

    master: str
    settings: Mapping[str, str] = field(default_factory=dict)
    scratch: Lake | None = None

    def __post_init__(self) -> None:
        session.check_master(self.master)
        session.check_packages()
        session.check_java()

    def __call__(self, con: duckdb.DuckDBPyConnection, lake: Lake, files: tuple[LakeFile, ...], report: Report) -> None:
        """Make the rollups, empty, with the types that DuckDB gives them, and fill them with what Spark finds."""
        derived.build(con)
        job = job_of(con, lake, files, self.scratch or lake.folder(f"_rollups-{secrets.token_hex(4)}"))
        places = exporting.new_folder(job.scratch)
        try:
            for table in job.small:
                rows = con.sql(f"select {exporting.columns_of(con, table)} from {table}").to_arrow_reader(exporting.BATCH_ROWS)
                exporting.write_file(places, f"given_{table}/part-00000.parquet", rows.schema, rows)
            with session.session(self.master, self.settings) as spark:
                run(spark, job, report)
            for table, _ in job.rollups:
                take_over(con, places, table)
        finally:
            job.scratch.remove_folder()
        reading.add_views(con, lake, files)


def rollup_count() -> int:
    """How many rollups there are to make."""
    return len(rollups.ROLLUPS)


def check_tables(lake: Lake, files: tuple[LakeFile, ...]) -> None:
    """Raise unless the lake has the tables that no list of the project could stand in for."""
    missing = [table for table in ("postings", "fairs", "employers", "participations") if not any(file.table == table for file in files)]
    if missing:
        raise StoreError("The lake {uri} has no {tables}. See docs/spark.md for what belongs into a lake.", uri=lake.uri, tables=", ".join(missing))


def fill_small_tables(con: duckdb.DuckDBPyConnection, lake: Lake, files: tuple[LakeFile, ...]) -> None:
    """The tables of a version with everything but postings and attendance."""
    schema.create_tables(con)
    places = lake.files()
    for table in exporting.small_tables():
        paths = [file.path for file in files if file.table == table]
        for path in paths:
            insert(con, places, lake, table, path)
        if not paths:
            schema.load_table(con, table)
            schema.load_table(con, table, schema.PUBLISHED_FOLDER)


def insert(con: duckdb.DuckDBPyConnection, places: fs.FileSystem, lake: Lake, table: str, path: str, order: str = "") -> None:
    """Append the rows of a Parquet file to a table; columns are found by their names."""
    try:
        with places.open_input_file(path) as stream:
            file = parquet.ParquetFile(stream)
            append(con, pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches()), table, order)
    except OSError as error:
        raise away(lake, error) from error
    except duckdb.Error as error:
        raise StoreError("{path} of the lake {uri} does not fit the table {table}: {reason}.", path=path, uri=lake.uri, table=table, reason=reason_of(error)) from error


def append(con: duckdb.DuckDBPyConnection, rows: pa.RecordBatchReader, table: str, order: str) -> None:
    """Append rows to a table."""
    columns = ", ".join(name for name in con.table(table).columns if name in rows.schema.names)
    con.register("incoming_rows", rows)
    try:
        con.execute(f"insert into {table} ({columns}) select {columns} from incoming_rows {order}")
    finally:
        con.unregister("incoming_rows")


def job_of(con: duckdb.DuckDBPyConnection, lake: Lake, files: tuple[LakeFile, ...], scratch: Lake) -> Job:
    """The job for Spark. The small tables that its statements name are handed to it beside the results."""
    made = tuple((rollup.table, rollup.sql) for rollup in rollups.ROLLUPS)
    texts = " ".join([*(sql for _, sql in made), *checks.LARGE_RULES.values(), *(target for _, _, target, _ in checks.LARGE_REFERENCES)])
    named = set(re.findall(r"\w+", texts))
    return Job(lake, files, scratch, tuple(table for table in exporting.small_tables() if table in named), {table: empty_of(con, table) for table in LARGE_TABLES}, made)


def empty_of(con: duckdb.DuckDBPyConnection, table: str) -> str:
    """The columns of a large table in Spark's words."""
    columns = con.execute(f"select column_name, data_type from duckdb_columns() where table_name = '{table}' order by column_index").fetchall()
    return ", ".join(f"{name} {SPARK_TYPES[kind]}" for name, kind in columns)


def take_over(con: duckdb.DuckDBPyConnection, places: fs.FileSystem, table: str) -> None:
    """Fill a rollup with the rows that Spark wrote, in the order in which DuckDB stores them."""
    paths = sorted(info.path for info in places.get_file_info(fs.FileSelector(table)) if info.path.endswith(".parquet"))
    batches, columns = all_batches(places, paths)
    append(con, pa.RecordBatchReader.from_batches(columns, batches), table, "order by all")


def all_batches(places: fs.FileSystem, paths: list[str]) -> tuple[Any, pa.Schema]:
    """The rows of several files of one form, one batch after the other, and their columns."""
    def batches() -> Any:
        for path in paths:
            with places.open_input_file(path) as stream:
                yield from parquet.ParquetFile(stream).iter_batches()

    with places.open_input_file(paths[0]) as stream:
        return batches(), parquet.ParquetFile(stream).schema_arrow
