"""What a build costs, stage by stage, beside DuckDB's bare copying of the same rows.

    python -m bench.building POSTINGS FOLDER      builds one version in this process and notes what it cost in FOLDER/built.json

Each build runs in a process of its own, so that the peak of its memory is its own.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import duckdb

from bench import crowd, data
from bench.data import FOLDER, PROJECT, current_version
from fairboard.store import build, opening

NOTED = "built.json"
LARGE_TABLES = ("postings", "attendance")
# What the disk has to hold while a version is built: the version itself, what is spilled beside it, and the bare copy.
BYTES_A_POSTING, LEAST_BYTES = 150, 2_000_000_000
Cost = dict[str, float]


def folder_of(postings: int, *, rebuild: bool = False) -> Path:
    """A data folder whose current version is a sample of ``postings`` postings; built where it is not there or was made by other code."""
    folder = FOLDER / str(postings)
    if rebuild or not data.is_fresh(folder):
        measured(folder, postings)
        data.mark(folder)
    return folder


def measured(folder: Path, postings: int) -> Cost:
    """Build a version of ``postings`` postings and as many rows of attendance into ``folder``, in a process of its own; gives :func:`cost`.

    Raises ClickException before it begins where disk or memory will not do.
    """
    check_room(folder, postings)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    words = [sys.executable, "-m", "bench.building", str(postings), str(folder)]
    subprocess.run(words, cwd=PROJECT, env=os.environ | {"FAIRBOARD_DATA": str(folder)}, check=True)
    return cost(folder)


def cost(folder: Path) -> Cost:
    """What the build of the current version in ``folder`` cost: seconds a stage, ``peak_mb``, ``bare`` seconds and bytes; empty where nobody noted it."""
    try:
        noted = json.loads((folder / NOTED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return noted["cost"] if noted["version"] == current_version(folder).name else {}


def build_and_note(postings: int, folder: Path) -> None:
    """Build in this process, copy the same rows bare in turn, and note both."""
    seconds: Cost = {}
    with click.progressbar(length=postings, label=f"Building {postings:,} postings", file=sys.stderr) as bar, stages(seconds) as begin:

        def add_people(con: duckdb.DuckDBPyConnection) -> None:
            begin("crowd")
            crowd.add_rows(con, postings)

        path = build.build_sample(postings, bar.update, begin, add_people)
    noted = {"version": path.name, "cost": seconds | peak_mb() | bare_cost(path)}
    (folder / NOTED).write_text(json.dumps(noted, indent=1), encoding="utf-8")


@contextmanager
def stages(seconds: Cost) -> Iterator[Callable[[str], None]]:
    """A function that ends the stage before and begins the one it is told; each leaves its seconds in ``seconds``."""
    begun: list[tuple[str, float]] = []

    def begin(stage: str | None) -> None:
        now = time.perf_counter()
        if begun:
            seconds[begun[-1][0]] = now - begun[-1][1]
        begun.append((stage, now))

    yield begin
    begin(None)


def bare_cost(version: Path) -> Cost:
    """Seconds in which DuckDB alone, with the threads and memory of a build, copies the large tables of a version into a new file, and its bytes.

    That is ``create table postings as from version.postings``, the same for attendance, and a checkpoint; the file is removed again.
    """
    copy = FOLDER / "bare.duckdb"
    _remove(copy)
    started = time.perf_counter()
    try:
        con = opening.open_writer(copy)
        con.execute("set enable_progress_bar = false")
        con.execute(f"attach '{str(version).replace(chr(39), 2 * chr(39))}' as version (read_only)")
        for table in LARGE_TABLES:
            con.execute(f"create table {table} as from version.{table}")
        con.execute("detach version")
        con.execute("checkpoint")
        con.close()
        return {"bare": time.perf_counter() - started, "bare_bytes": copy.stat().st_size}
    finally:
        _remove(copy)


def _remove(path: Path) -> None:
    for left in (path, path.with_suffix(".duckdb.wal")):
        left.unlink(missing_ok=True)
    shutil.rmtree(f"{path}.tmp", ignore_errors=True)


def peak_mb() -> Cost:
    """The peak of the memory of this process, and of the largest of its children if it had any, together; nothing where the system does not tell."""
    try:
        import resource
    except ImportError:
        return {}
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return {"peak_mb": sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / unit}


def check_room(folder: Path, postings: int) -> None:
    """Raise ClickException unless the disk, and the memory where the system tells it, will do for a build of ``postings``."""
    place = next(path for path in (folder, *folder.parents) if path.is_dir())
    needs = LEAST_BYTES + postings * BYTES_A_POSTING
    has = shutil.disk_usage(place).free + sum(path.stat().st_size for path in folder.glob("*.duckdb"))
    if has < needs:
        raise click.ClickException(f"{postings:,} postings need {needs / 1e9:.0f} GB on the disk of {place}; {has / 1e9:.0f} GB are free.")
    free_mb = free_memory_mb()
    if free_mb is not None and free_mb < opening.writer_memory_mb():
        raise click.ClickException(f"A build takes up to {opening.writer_memory_mb():,} MB of memory here; {free_mb:,} MB are free.")


def free_memory_mb() -> int | None:
    """How much memory can be had without swapping, in megabytes; None where the system does not tell it under /proc."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) // 1_000 for line in lines if line.startswith("MemAvailable:")), None)


if __name__ == "__main__":
    build_and_note(int(sys.argv[1]), Path(sys.argv[2]))
