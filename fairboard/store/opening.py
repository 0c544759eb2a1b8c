"""Opening a data version: readers for everyone, one writer for a draft, and what is wrong with a file that will not open."""

import os
import tempfile
from pathlib import Path

import duckdb

from fairboard.errors import StoreError
from fairboard.store.lake import reading as lake
from fairboard.store.schema import SCHEMA_VERSION

READER_THREADS = "FAIRBOARD_READER_THREADS"
USUAL_READER_THREADS, MOST_READER_THREADS = 2, 64
READER_MEMORY_LIMIT = "2GB"
WRITER_THREADS = 2
LEAST_WRITER_MB, MOST_WRITER_MB = 1_500, 6_000

VersionFacts = dict[str, str | None]


def open_reader(
    path: Path, threads: int | None = None, memory_limit: str = READER_MEMORY_LIMIT, *, is_older_allowed: bool = False
) -> duckdb.DuckDBPyConnection:
    """A read-only connection to a version that can reach no other file, with its settings locked.

    DuckDB keeps one database per file and process: open a version always with the same ``threads`` and ``memory_limit``. Threads
    that share the connection take a fresh ``con.cursor()`` for each query. ``threads`` are those of :func:`reader_threads` unless given.
    """
    settings = {
        "threads": threads or reader_threads(),
        "memory_limit": memory_limit,
        "temp_directory": str(Path(tempfile.gettempdir()) / f"fairboard-{os.getpid()}"),
    }
    if not path.is_file():
        raise StoreError(
            "The data version {name} is missing from {folder}. Go back with `python -m fairboard versions undo`, or build a new one with `python -m fairboard build`.",
            name=path.name,
            folder=path.parent,
        )
    try:
        con = duckdb.connect(path, read_only=True, config=settings)
    except (duckdb.Error, OSError) as error:
        raise unreadable(path, error) from error
    try:
        shut_off(con)
        check_size(con, path)
        check_facts(path, read_facts(con, path), is_older_allowed=is_older_allowed)
    except StoreError:
        con.close()
        raise
    return con


def reader_threads() -> int:
    """How many processors one question may take: what FAIRBOARD_READER_THREADS says, else two.

    One is right where several processes share the machine: a small question takes less processor time then, a large one twice as long.
    """
    text = os.environ.get(READER_THREADS, "")
    is_number = text.isascii() and text.isdigit() and len(text) < 4
    return int(text) if is_number and 1 <= int(text) <= MOST_READER_THREADS else USUAL_READER_THREADS


def shut_off(con: duckdb.DuckDBPyConnection) -> None:
    """Take from the database of this connection every way to other files but those of its lake, and lock its settings; done once per database."""
    if not con.execute("select current_setting('lock_configuration')").fetchone()[0]:
        lake.grant(con)
        con.execute("set enable_external_access = false")
        con.execute("set lock_configuration = true")


def open_writer(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that writes a draft, in bounded memory: what does not fit is spilled beside the draft."""
    settings = {"threads": WRITER_THREADS, "memory_limit": f"{writer_memory_mb()}MB", "temp_directory": f"{path}.tmp"}
    return duckdb.connect(path, config=settings)


def writer_memory_mb() -> int:
    """How much memory a writer may take, in megabytes: a third of what the machine has, within bounds; the least where it does not tell."""
    try:
        has_mb = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1_000_000
    except (AttributeError, ValueError, OSError):  # Windows
        return LEAST_WRITER_MB
    return max(LEAST_WRITER_MB, min(MOST_WRITER_MB, has_mb // 3))


def read_facts(con: duckdb.DuckDBPyConnection, path: Path) -> VersionFacts:
    """The facts in ``version_info``; a database without them is not one of Fairboard's."""
    try:
        return dict(con.execute("select key, value from version_info").fetchall())
    except duckdb.CatalogException as error:
        raise StoreError(
            "{name} is a database of another program, not a Fairboard data version. Go back with `python -m fairboard versions undo`, "
            "or build a new one with `python -m fairboard build`.",
            name=path.name,
        ) from error
    except duckdb.Error as error:
        raise unreadable(path, error) from error


def check_facts(path: Path, facts: VersionFacts, *, is_older_allowed: bool = False) -> None:
    """Raise unless the version was written for the schema that this program knows."""
    found = int(facts.get("schema_version") or 0)
    if found > SCHEMA_VERSION:
        raise StoreError(
            "{name} was written by a newer Fairboard (schema {found}, this program knows {known}). Update Fairboard, or choose another version "
            "with `python -m fairboard versions use`.",
            name=path.name,
            found=found,
            known=SCHEMA_VERSION,
        )
    if found < SCHEMA_VERSION and not is_older_allowed:
        raise StoreError(
            "{name} was written by an older Fairboard (schema {found}, this program needs {known}). Bring it up to date with "
            "`python -m fairboard versions upgrade`; the old file stays.",
            name=path.name,
            found=found,
            known=SCHEMA_VERSION,
        )


def check_size(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise when blocks are missing at the end of the file: DuckDB itself would notice only when it comes to read them.

    Free blocks are not counted: DuckDB cuts them off the end of a file and still has them in its total.
    """
    block_size, block_count = con.execute("select block_size, used_blocks from pragma_database_size()").fetchone()
    if path.stat().st_size < block_size * block_count:
        raise unreadable(path, EOFError("the end of the file is missing"))


def unreadable(path: Path, error: Exception) -> StoreError:
    """What to say about a file that DuckDB will not open, told apart by its first bytes and by DuckDB's answer."""
    reason = str(error).splitlines()[0]
    if "lock" in reason.lower() and "conflicting" in reason.lower():
        return StoreError("{name} is open for writing in another program. Close that program and try again.", name=path.name)
    if not is_duckdb_file(path):
        return StoreError(
            "{name} is not a Fairboard data version, or it is damaged at its beginning. "
            "Go back with `python -m fairboard versions undo`, or build a new one with `python -m fairboard build`.",
            name=path.name,
        )
    return StoreError(
        "{name} is damaged or was cut off while it was copied ({reason}). Go back with `python -m fairboard versions undo`, "
        "or build a new one with `python -m fairboard build`.",
        name=path.name,
        reason=reason,
    )


def is_duckdb_file(path: Path) -> bool:
    """True when the file carries DuckDB's mark: the letters DUCK after an eight-byte checksum."""
    try:
        with path.open("rb") as file:
            return file.read(12)[8:] == b"DUCK"
    except OSError:
        return False
