"""The crosswalk from disciplines to sectors that a version counts by, and the edition of it.

An edition is named by the first eight digits of the SHA-256 of its rows, so that two versions with the same crosswalk say the same.
"""

from datetime import UTC, datetime

import duckdb

METHOD = "discipline_sectors"
COLUMNS = ("discipline_code", "sector_code", "weight", "rationale")
EDITION = """
    select
        left(sha256(string_agg(
            concat_ws(',', discipline_code, sector_code, format('{:.9f}', weight), rationale), chr(10) order by discipline_code, sector_code
        )), 8) as method_version,
        count(*) as row_count
    from discipline_sectors
"""
"""The edition of the rows as they stand: one line each, in the order of the codes, weights with nine decimals."""


def edition(con: duckdb.DuckDBPyConnection) -> str | None:
    """The edition of the rows as they stand in the version; None where there are none."""
    return con.execute(EDITION).fetchone()[0]


def note_edition(con: duckdb.DuckDBPyConnection, note: str | None = None) -> bool:
    """Note the edition of the rows as they stand, unless it is the one that holds already; return whether it was new."""
    found, row_count = con.execute(EDITION).fetchone()
    latest = con.execute("select max_by(method_version, adopted_at) from method_versions where method = $method", {"method": METHOD}).fetchone()[0]
    if found is None or found == latest:
        return False
    con.execute(
        "insert into method_versions values ($method, $edition, $adopted_at, $row_count, $note)",
        {"method": METHOD, "edition": found, "adopted_at": datetime.now(UTC).replace(tzinfo=None), "row_count": row_count, "note": note},
    )
    return True


def rows(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, float, str]]:
    """The crosswalk by its four columns, in the order of the codes."""
    return con.execute(f"select {', '.join(COLUMNS)} from discipline_sectors order by discipline_code, sector_code").fetchall()
