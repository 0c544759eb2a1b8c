"""The data versions that are measured, and whether they are still what the files of the project would make."""

import hashlib
import os
from pathlib import Path

import duckdb

from fairboard.store import versions

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "build" / "bench"
MADE_FROM = "made-from.txt"
INGREDIENTS = ("fairboard/store/**/*.py", "fairboard/store/*.sql", "data/reference/*.csv", "data/published/*.csv", "queries/rollups/*.sql", "bench/crowd.py")


def is_fresh(folder: Path) -> bool:
    """True where the version in ``folder`` was made by the files as they are now."""
    made_from = folder / MADE_FROM
    return made_from.is_file() and made_from.read_text(encoding="utf-8") == fingerprint()


def mark(folder: Path) -> None:
    """Note that the version in ``folder`` was made by the files as they are now."""
    (folder / MADE_FROM).write_text(fingerprint(), encoding="utf-8")


def fingerprint() -> str:
    """A digest of every file that the sample is made from."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in INGREDIENTS for path in PROJECT.glob(pattern)):
        digest.update(path.relative_to(PROJECT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def current_version(folder: Path) -> Path:
    """The file of the current version in a data folder."""
    os.environ["FAIRBOARD_DATA"] = str(folder)
    return versions.current_version()


def count_postings(folder: Path) -> int:
    """How many postings the current version in a data folder has."""
    with duckdb.connect(current_version(folder), read_only=True) as con:
        return con.execute("select count(*) from postings").fetchone()[0]


def row_counts(version: Path) -> dict[str, int]:
    """How many rows each table of a version has."""
    with duckdb.connect(version, read_only=True) as con:
        tables = [name for (name,) in con.execute("select table_name from duckdb_tables()").fetchall()]
        return {table: con.execute(f"select count(*) from {table}").fetchone()[0] for table in tables}
