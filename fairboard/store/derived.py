"""What a version carries beside its records and is made from them: identities of employers, rollups, the edition of its crosswalk."""

import duckdb

from fairboard.store import crosswalk, identities, rollups


def build(con: duckdb.DuckDBPyConnection) -> None:
    """(Re)make all of it; the last step before a version is published."""
    identities.build(con)
    rollups.build(con)
    crosswalk.note_edition(con)
