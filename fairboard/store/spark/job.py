"""The work that Spark does on a lake: it checks postings and attendance and makes every rollup, each a folder of Parquet files.

The results go through files rather than through the driver's memory, so that a rollup may be as large as it likes, and a task that was lost
with its machine is simply done again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fairboard.errors import StoreError
from fairboard.store import checks
from fairboard.store.lake import LARGE_TABLES
from fairboard.store.lake.address import Lake
from fairboard.store.lake.snapshot import LakeFile
from fairboard.store.spark.session import first_line
from fairboard.store.spark.translating import translated

Report = Callable[[int], None]


class SparkConnection:
    """Runs DuckDB's SQL on Spark, with the two methods that ``checks.large_faults`` needs."""

    def __init__(self, spark: Any) -> None:
        self._spark = spark
        self._rows: list[tuple] = []

    def execute(self, sql: str) -> "SparkConnection":
        """Run a SELECT; its rows are few."""
        self._rows = [tuple(row) for row in self._spark.sql(translated(sql)).collect()]
        return self

    def fetchall(self) -> list[tuple]:
        """The rows."""
        return self._rows


@dataclass(frozen=True)
class Job:
    """What is to be done: over which files, with which small tables beside them, and where the results go."""

    lake: Lake
    files: tuple[LakeFile, ...]
    scratch: Lake
    small: tuple[str, ...]
    empty: dict[str, str]
    rollups: tuple[tuple[str, str], ...]
    """Name and DuckDB's SELECT of every rollup, those first that others are made from."""


def run(spark: Any, job: Job, report: Report = lambda _: None) -> None:
    """Do the job; ``report`` is told of every rollup. Raises StoreError where the records break a rule or Spark gives up."""
    try:
        add_views(spark, job)
        raise_faults(job.lake, checks.large_faults(SparkConnection(spark)))
        for table, sql in job.rollups:
            make(spark, job.scratch.for_spark(table), table, sql)
            report(1)
    except StoreError:
        raise
    except Exception as error:  # Java's errors have no common class
        raise StoreError("Spark gave up: {reason}.", reason=first_line(error)) from error


def raise_faults(lake: Lake, faults: list[str]) -> None:
    """Raise StoreError where the records of a lake break a rule."""
    if faults:
        raise StoreError(
            "The records in the lake {uri} are not consistent; nothing was built. First of {count} faults: {fault}",
            uri=lake.uri,
            count=len(faults),
            fault=faults[0],
        )


def make(spark: Any, folder: str, table: str, sql: str) -> None:
    """Write a rollup into ``folder`` and make it known under its name to those that are made from it."""
    spark.sql(translated(sql)).write.mode("error").parquet(folder)
    spark.read.parquet(folder).createOrReplaceTempView(table)


def add_views(spark: Any, job: Job) -> None:
    """Make the tables known to Spark under their names: exactly the files of the snapshot."""
    for table in LARGE_TABLES:
        read_large(spark, job, table).createOrReplaceTempView(table)
    for table in job.small:
        spark.read.parquet(job.scratch.for_spark(f"given_{table}")).createOrReplaceTempView(table)


def read_large(spark: Any, job: Job, table: str) -> Any:
    """The rows of a large table with the fair from the name of the folder; a table without any file is empty."""
    paths = [job.lake.for_spark(file.path) for file in job.files if file.table == table]
    if not paths:
        return spark.createDataFrame([], job.empty[table])
    return spark.read.option("basePath", job.lake.for_spark(table)).parquet(*paths)
