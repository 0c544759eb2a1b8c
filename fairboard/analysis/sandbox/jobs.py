"""Starting a statement in a process of its own, watching it, and bringing home what came of it."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from fairboard.analysis.sandbox.limits import limit
from fairboard.errors import QueryError, RequestError

PROJECT = Path(__file__).resolve().parents[3]
MODULE = "fairboard.analysis.sandbox.worker"
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "LANG")
"""All that the second process gets of the server's environment."""
_turns = threading.Condition()
_running = 0


@dataclass(frozen=True)
class Result:
    """The rows of a statement; ``is_cut`` says that there would have been more than the limit of rows."""

    sql: str
    version_id: str
    table: pa.Table
    is_cut: bool
    seconds: float


class Job:
    """A statement that runs. Ask :meth:`is_done` now and then, and take :meth:`result` when it is."""

    def __init__(self, sql: str, version: Path, folder: Path) -> None:
        self.sql = sql
        self.version = version
        self.output = folder / "rows.arrow"
        self.longest_s = limit("SQL_LONGEST_S")
        self.started = time.monotonic()
        asked = {
            "sql": sql, "version": str(version.absolute()), "output": str(self.output), "longest_s": self.longest_s,
            "memory_limit_mb": limit("SQL_MEMORY_LIMIT_MB"), "most_rows": limit("SQL_MOST_ROWS"), "most_result_mb": limit("SQL_MOST_RESULT_MB"),
        }  # fmt: skip
        (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
        self.said = (folder / "said.json").open("w+b")
        command = [sys.executable, "-P", "-X", "utf8", "-c", f"from {MODULE} import main; main()"]
        with (folder / "asked.json").open("rb") as asks:
            self.process = subprocess.Popen(command, stdin=asks, stdout=self.said, stderr=subprocess.DEVNULL, cwd=folder, env=_environment())

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return time.monotonic() - self.started

    def is_done(self, wait_s: float = 0.0) -> bool:
        """True when it has ended, or is to end because its time is over; waits for that at most ``wait_s``."""
        try:
            self.process.wait(max(0.0, min(wait_s, self.longest_s - self.seconds)))
        except subprocess.TimeoutExpired:
            return self.seconds >= self.longest_s
        return True

    def result(self) -> Result:
        """The rows. Raises QueryError with what to say where there are none."""
        seconds = self.seconds
        if self.process.poll() is None:
            self.stop()
            raise QueryError("Stopped after {seconds} seconds, the longest that a statement may run. Narrow it, or sum up before joining.", seconds=self.longest_s)
        self.said.seek(0)
        lines = self.said.read().splitlines()
        if self.process.returncode or not lines:
            raise QueryError("Stopped: the statement took more memory or depth than this server gives it ({most} MB). Make it smaller.", most=limit("SQL_MEMORY_LIMIT_MB"))
        said = json.loads(lines[-1])
        if "template" in said:
            raise QueryError(said["template"], **said["params"])
        table = _representable(pa.ipc.open_file(self.output.read_bytes()).read_all())
        return Result(self.sql, self.version.stem, table, bool(said["is_cut"]), seconds)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Leave nothing behind."""
        self.stop()
        self.said.close()


@contextmanager
def turn(sql: str, version: Path) -> Iterator[Job]:
    """A job for ``sql``, once there is room for one; whatever happens, its process has ended when the block is left.

    Raises RequestError for a text that is too long, or where too many others are running all through the wait.
    """
    if len(sql) > limit("SQL_MOST_LETTERS"):
        raise RequestError("The statement is longer than {most} letters.", most=limit("SQL_MOST_LETTERS"))
    if not version.is_file():
        raise QueryError("The version {version} is not here any more; reload the page.", version=version.stem)
    _take_turn()
    try:
        with tempfile.TemporaryDirectory(prefix="fairboard-sql-") as folder:
            job = Job(sql, version, Path(folder))
            try:
                yield job
            finally:
                job.close()
    finally:
        _give_turn()


def run(sql: str, version: Path) -> Result:
    """The rows of ``sql``; raises QueryError and RequestError with what to say where there are none."""
    with turn(sql, version) as job:
        while not job.is_done(1.0):
            pass
        return job.result()


def _take_turn() -> None:
    global _running
    most, wait_s = limit("SQL_MOST_AT_ONCE"), limit("SQL_LONGEST_WAIT_S")
    with _turns:
        if not _turns.wait_for(lambda: _running < most, timeout=wait_s):
            raise RequestError("{most} statements of others are running, which is the most at once. Yours waited {seconds} seconds; try again in a moment.",
                               most=most, seconds=wait_s)
        _running += 1


def _give_turn() -> None:
    global _running
    with _turns:
        _running -= 1
        _turns.notify()


def _environment() -> dict[str, str]:
    """Nothing that a statement could want to know."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | {
        "PYTHONPATH": os.pathsep.join([str(PROJECT), *_paths()]),
        "ARROW_DEFAULT_MEMORY_POOL": "system",  # the other pools take address space in large pieces
        "MALLOC_ARENA_MAX": "2",
    }


def _paths() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]


def _representable(table: pa.Table) -> pa.Table:
    """The same rows; a column with days or moments that Python has no value for as text."""
    columns = []
    for values in table.columns:
        try:
            values.to_pandas()
            values.to_pylist()
        except (ValueError, OverflowError, pa.ArrowException):
            values = values.cast(pa.string())
        columns.append(values)
    return pa.table(columns, names=table.column_names)
