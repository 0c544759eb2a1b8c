"""DuckDB and a real cluster of Spark give the same rollups, row for row; also when a worker dies in the middle."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from fairboard.store import rollups, versions
from fairboard.store.lake.address import Lake
from tests.spark import cluster

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.timeout(3600)


@contextmanager
def started_build(lake: Lake, on: cluster.Cluster) -> Iterator[subprocess.Popen]:
    """A build on the cluster, ended with the block if it has not ended before."""
    command = [sys.executable, "-m", "fairboard", "--lang", "en", "build", "--engine", "spark", "--lake", lake.uri, *on.options()]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as build:
        try:
            yield build
        finally:
            if build.poll() is None:
                build.terminate()


def finish(build: subprocess.Popen) -> Path:
    """The version that the build published."""
    said = build.communicate(timeout=3000)[0]
    assert build.returncode == 0, said
    return versions.current_version()


def rows_of(path: Path) -> dict[str, tuple[list, list]]:
    """Columns with their types, and rows in the order in which they stand, of every rollup."""
    with duckdb.connect(path, read_only=True) as con:
        return {
            rollup.table: (con.execute(f"describe {rollup.table}").fetchall(), con.execute(f"from {rollup.table}").fetchall())
            for rollup in rollups.ROLLUPS
        }


def assert_same_rollups(first: Path, second: Path) -> None:
    expected, found = rows_of(first), rows_of(second)
    assert first != second
    for table, (columns, rows) in expected.items():
        assert rows, f"{table} is empty, which proves nothing"
        assert found[table] == (columns, rows), table


def test_spark_and_duckdb_give_the_same_rollups_row_for_row(by_duckdb: Path, lake: Lake, running_cluster: cluster.Cluster):
    with started_build(lake, running_cluster) as build:
        by_spark = finish(build)
    assert running_cluster.alive_workers() == 2
    assert_same_rollups(by_duckdb, by_spark)
    assert not list(Path(lake.path).glob("_rollups*")), "what was written on the way is gone"


def test_a_worker_killed_in_the_middle_changes_nothing_in_the_result(by_duckdb: Path, lake: Lake, running_cluster: cluster.Cluster):
    with started_build(lake, running_cluster) as build:
        killed = cluster.kill_busy_worker(running_cluster)
        assert build.poll() is None, "the build had ended before the worker was killed"
        cluster.wait_until(lambda: has_lost(running_cluster, killed), "the build has lost the executor")
        assert build.poll() is None, "the build ended before it noticed"
        by_spark = finish(build)
    assert running_cluster.alive_workers() == 1
    assert_same_rollups(by_duckdb, by_spark)


def has_lost(running_cluster: cluster.Cluster, executor: str) -> bool:
    """True once the build knows that an executor is gone."""
    return not any(found["isActive"] for found in running_cluster.job("allexecutors") if found["id"] == executor)


def test_records_that_break_a_rule_are_found_by_spark_and_build_nothing(by_duckdb: Path, tmp_path: Path, lake: Lake):
    broken = tmp_path / "broken"
    subprocess.run(["cp", "-r", lake.path, broken], check=True)
    file = next((broken / "postings").glob("*/*.parquet"))
    with duckdb.connect() as con:
        con.execute(f"copy (select * replace ('nowhere' as sector_code) from read_parquet('{file}', hive_partitioning = false)) to '{file}.new' (format parquet)")
    Path(f"{file}.new").rename(file)
    before = versions.current_version()
    done = subprocess.run(
        [sys.executable, "-m", "fairboard", "--lang", "en", "build", "--engine", "spark", "--lake", broken, "--master", "local[1]", "--conf", "spark.ui.enabled=false"],
        cwd=PROJECT, capture_output=True, text=True, timeout=3000,
    )  # fmt: skip
    assert done.returncode == 4
    assert "postings.sector_code: values not in sectors, for example nowhere" in done.stderr
    assert versions.current_version() == before


def test_a_master_that_does_not_answer_is_named(lake: Lake, by_duckdb: Path):
    master = f"spark://127.0.0.1:{cluster.free_port()}"
    done = subprocess.run(
        [sys.executable, "-m", "fairboard", "--lang", "en", "build", "--engine", "spark", "--lake", lake.uri, "--master", master, "--conf", "spark.ui.enabled=false"],
        cwd=PROJECT, capture_output=True, text=True, timeout=3000,
    )  # fmt: skip
    assert done.returncode == 4
    assert "Spark does not start" in done.stderr or "Spark gave up" in done.stderr
