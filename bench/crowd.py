"""As many rows of attendance as postings: every person on site in a row of their own, as offices with turnstiles send them."""

from pathlib import Path

from fairboard.store import derived
from fairboard.store.opening import open_writer

SPREAD_MINUTES = 60
"""The people of one counted row arrive within so many minutes."""


def fill(version: Path, rows: int) -> None:
    """Put in the place of the people counted on site of a version ``rows`` rows of one person each; a row stands for as many of them as its share."""
    con = open_writer(version)
    try:
        con.execute("set enable_progress_bar = false")
        con.begin()
        con.execute(
            """
            create temp table people as
            with counted as (select *, sum(attendance_count) over () as everybody from attendance where unit = 'people')
            select counted.* exclude (everybody)
                replace (cast(least(slot_minute + person % $spread, 1439) as smallint) as slot_minute, 1 as attendance_count)
            from counted, range(cast(ceil($rows * attendance_count / everybody) as bigint)) as people (person)
            """,
            {"rows": rows, "spread": SPREAD_MINUTES},
        )
        con.execute("delete from attendance where unit = 'people'")
        con.execute("insert into attendance by name from people")
        con.execute("drop table people")
        derived.build(con)
        con.commit()
        con.execute("checkpoint")
    finally:
        con.close()
