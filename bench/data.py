"""The data versions that are measured: built once into build/bench, and again when what builds them has changed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

from bench import crowd
from fairboard.store import versions

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "build" / "bench"
MADE_FROM = "made-from.txt"
INGREDIENTS = ("fairboard/store/**/*.py", "fairboard/store/*.sql", "data/reference/*.csv", "data/published/*.csv", "bench/crowd.py")


def folder_of(postings: int) -> Path:
    """A data folder whose current version is a sample of ``postings`` postings."""
    folder = FOLDER / str(postings)
    mark = folder / MADE_FROM
    wanted = fingerprint()
    if not (mark.is_file() and mark.read_text(encoding="utf-8") == wanted):
        build(folder, postings)
        mark.write_text(wanted, encoding="utf-8")
    return folder


def build(folder: Path, postings: int) -> None:
    """Build the sample from nothing, by the same command as a user, with as many rows of attendance as postings."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    words = [sys.executable, "-m", "fairboard", "build", "--postings", str(postings)]
    subprocess.run(words, cwd=PROJECT, env=os.environ | {"FAIRBOARD_DATA": str(folder)}, check=True)
    crowd.fill(current_version(folder), postings)


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
