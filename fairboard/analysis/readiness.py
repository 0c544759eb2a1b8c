"""Whether a version answers: asked by the server before a proxy or a person may send users to it."""

from pathlib import Path

import duckdb

from fairboard.analysis import runner
from fairboard.errors import QueryError


def check(version: Path) -> None:
    """Ask a small question of ``version``, never from memory. Raises StoreError where it does not open and QueryError where it does not answer."""
    try:
        runner.cursor(version).execute("select fair_id, name_zh from fairs limit 1").fetchall()
    except duckdb.Error as error:
        raise QueryError("The data version {name} does not answer: {reason}", name=version.stem, reason=str(error).splitlines()[0]) from error
