"""The second process: it reads one statement, runs it under limits on one version, writes the rows to a file, and ends.

What it has to do comes as JSON on standard input; what came of it goes as one line of JSON to standard output.
"""

import json
import os
import re
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from fairboard.analysis.sandbox import refusing
from fairboard.errors import FairboardError, QueryError
from fairboard.store import opening

BATCH_ROWS = 2_048
ROOM_BYTES = 600_000_000
"""Address space beyond the memory limit: threads, code loaded late, and the result on its way."""
NICER = 10
PLAIN = {"BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "FLOAT", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP"}
A_PATH = re.compile(r"Table with name \S*[/\\]")
WIDE_NUMBERS = ("HUGEINT", "UHUGEINT", "UBIGINT", "DECIMAL")


def main() -> None:
    """Run what standard input asks for."""
    asked = json.loads(sys.stdin.buffer.read())
    limit_process(asked)
    sys.stdout.write(json.dumps(answer(asked)) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nothing is left to tidy, and freeing what a statement filled takes time


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """How many rows were written, or the template and the parameters of the error to show."""
    try:
        return run(asked)
    except FairboardError as error:
        return {"template": error.template, "params": {name: str(value) for name, value in error.params.items()}}
    except duckdb.Error as error:
        return failure(error, asked)
    except (MemoryError, pa.ArrowMemoryError):
        return too_much_memory(asked)


def run(asked: dict[str, Any]) -> dict[str, Any]:
    """Check and run the statement; raises as DuckDB does, or QueryError."""
    gives_rows = refusing.checked(asked["sql"])
    con = connect(Path(asked["version"]), asked["memory_limit_mb"])
    if not gives_rows:
        rows = con.execute(asked["sql"]).fetchall()
        plan = pa.table({"plan": [line for row in rows for line in str(row[-1]).splitlines()]})
        return write(plan.schema, iter(plan.to_batches()), asked)
    relation = con.sql(refusing.trimmed(asked["sql"]))
    if relation is None:
        raise refusing.refused(asked["sql"])
    columns = ", ".join(column(number, name, str(kind)) for number, (name, kind) in enumerate(zip(unique(relation.columns), relation.types, strict=True), start=1))
    reader = relation.limit(asked["most_rows"] + 1).project(columns).to_arrow_reader(BATCH_ROWS)
    return write(reader.schema, iter(reader), asked)


def connect(version: Path, memory_limit_mb: int) -> duckdb.DuckDBPyConnection:
    """A connection that reads the version and reaches nothing else: no file, no extension, no room on the disk, no setting."""
    config = {
        "threads": 1,
        "memory_limit": f"{memory_limit_mb}MB",
        "temp_directory": "",
        "max_temp_directory_size": "0KB",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    con = duckdb.connect(version, read_only=True, config=config)
    opening.shut_off(con)
    return con


def column(number: int, name: str, kind: str) -> str:
    """A column as it is read: wide numbers as doubles, what has no place in a table as text."""
    quoted = '"' + name.replace('"', '""') + '"'
    if kind in PLAIN:
        return f"#{number} as {quoted}"
    return f"#{number}::{'double' if kind.startswith(WIDE_NUMBERS) else 'varchar'} as {quoted}"


def unique(names: list[str]) -> list[str]:
    """The names of columns, each once: a second ``n`` is ``n_2``."""
    taken: set[str] = set()
    found = []
    for name in names:
        number, own = 1, name or "column"
        while own.lower() in taken:
            number += 1
            own = f"{name or 'column'}_{number}"
        taken.add(own.lower())
        found.append(own)
    return found


def write(schema: pa.Schema, batches: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """Write rows up to the limit of rows and of size, and say how many there are and whether more would have come."""
    row_count, size, most_bytes = 0, 0, asked["most_result_mb"] * 1_000_000
    with pa.OSFile(asked["output"], "wb") as file, pa.ipc.new_file(file, schema) as target:
        for batch in batches:
            kept = batch.slice(0, asked["most_rows"] - row_count)
            size += kept.get_total_buffer_size() if kept.num_rows == batch.num_rows else kept.nbytes
            if size > most_bytes:
                raise QueryError("The result is larger than {most} MB. Ask for fewer rows or columns, or sum up.", most=asked["most_result_mb"])
            target.write_batch(kept)
            row_count += kept.num_rows
            if kept.num_rows < batch.num_rows:
                return {"row_count": row_count, "is_cut": True}
    return {"row_count": row_count, "is_cut": False}


def failure(error: duckdb.Error, asked: dict[str, Any]) -> dict[str, Any]:
    """What to say of an error of DuckDB's: of files and of memory in our own words, of the rest in DuckDB's."""
    text = str(error)
    if isinstance(error, duckdb.OutOfMemoryException) or "bad_alloc" in text or "bad allocation" in text:
        return too_much_memory(asked)
    if isinstance(error, duckdb.PermissionException) or "disabled" in text or "read-only" in text or A_PATH.search(text):
        return {
            "template": "Stopped: files, other databases, extensions and settings are out of reach here, and nothing can be changed. DuckDB says: {reason}",
            "params": {"reason": text.splitlines()[0]},
        }
    return {"template": "DuckDB cannot run this: {reason}", "params": {"reason": text[:2_000]}}


def too_much_memory(asked: dict[str, Any]) -> dict[str, Any]:
    """What to say where the memory did not suffice."""
    return {
        "template": "Stopped: the statement needs more than {most} MB of memory. Narrow it, for example by `where` or by summing up before joining.",
        "params": {"most": asked["memory_limit_mb"]},
    }


def limit_process(asked: dict[str, Any]) -> None:
    """Bound time, memory and output by means of the system, and let others go first. Where it has no such means, the parent's watch remains."""
    watch = threading.Timer(asked["longest_s"] + 5, os._exit, (1,))  # also when the parent is gone
    watch.daemon = True
    watch.start()
    with suppress(AttributeError, OSError):
        os.nice(NICER)
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_CPU: asked["longest_s"] + 5,
        resource.RLIMIT_FSIZE: asked["most_result_mb"] * 2_000_000 + 1_000_000,
        resource.RLIMIT_CORE: 0,
    }
    if space := address_space():
        limits[resource.RLIMIT_AS] = space + asked["memory_limit_mb"] * 1_000_000 + ROOM_BYTES
    for kind, most in limits.items():
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):  # a system that knows a limit but does not let it be set
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def address_space() -> int:
    """The address space that this process has already, in bytes; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0
