"""The new version that an import writes: a copy of the current one, published when all of it is written."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from fairboard.store import derived, schema, versions
from fairboard.store.opening import open_writer


@contextmanager
def new_version(origin: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection, inside one transaction, to a copy of the current version; what was written is published on leaving.

    Where there is no version yet, the copy is an empty one with the reference lists and the published figures.
    """
    with versions.writing(continues=True) as draft:
        if draft.parent_path:
            shutil.copyfile(draft.parent_path, draft.path)
        con = open_writer(draft.path)
        try:
            con.begin()
            if not draft.parent_path:
                fill_empty_version(con)
            yield con
            derived.build(con)
            schema.write_info(con, origin=origin, **draft.facts())
            con.commit()
            con.execute("checkpoint")
        finally:
            con.close()


def fill_empty_version(con: duckdb.DuckDBPyConnection) -> None:
    """The tables, the reference lists and the published figures: what every version has before any record."""
    schema.create_tables(con)
    schema.load_reference_lists(con)
    schema.load_published_figures(con)
