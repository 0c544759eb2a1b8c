"""As many rows of attendance as postings: every person on site in a row of their own, as offices with turnstiles send them."""

from pathlib import Path

import duckdb

from fairboard.store import derived
from fairboard.store.checks import SAMPLE_LAUNCH_FAIR_ID
from fairboard.store.opening import open_writer

SPREAD_MINUTES = 60
"""The people of one counted row arrive within so many minutes."""
PORTION_ROWS = 5_000_000


def fill(version: Path, rows: int) -> None:
    """In a finished version, put in the place of the people counted on site ``rows`` rows of one person each, and make anew what is made from them."""
    con = open_writer(version)
    try:
        con.execute("set enable_progress_bar = false")
        add_rows(con, rows)
        derived.build(con)
        con.execute("checkpoint")
    finally:
        con.close()


def add_rows(con: duckdb.DuckDBPyConnection, rows: int) -> None:
    """Put in the place of the people counted on site ``rows`` rows of one person each; a counted row stands for as many of them as its share.

    The launch keeps the number of people that was published. Written in portions of whole counted rows, each committed, so that a
    hundred million rows need no more memory than a million.
    """
    con.execute(
        """
        create or replace temp table counted as
        with people as (
            select *, rowid as place, fair_id = $launch as is_launch, sum(attendance_count) over (partition by fair_id = $launch) as everybody
            from attendance where unit = 'people'
        ),
        launch as (select coalesce(sum(attendance_count), 0) as people from people where is_launch),
        shares as (
            select people.*, cast(if(is_launch, attendance_count, ceil(greatest($rows - launch.people, 0) * attendance_count / everybody)) as bigint) as row_count
            from people, launch
        )
        select * exclude (place, is_launch, everybody), (sum(row_count) over (order by place) - row_count) // $portion as portion from shares
        """,
        {"rows": rows, "portion": PORTION_ROWS, "launch": SAMPLE_LAUNCH_FAIR_ID},
    )
    con.execute("delete from attendance where unit = 'people'")
    for portion in range(con.execute("select coalesce(max(portion), -1) + 1 from counted").fetchone()[0]):
        con.execute(
            """
            insert into attendance by name
            select counted.* exclude (row_count, portion)
                replace (cast(least(slot_minute + person % $spread, 1439) as smallint) as slot_minute, 1 as attendance_count)
            from counted, range(row_count) as people (person)
            where portion = $portion
            """,
            {"spread": SPREAD_MINUTES, "portion": portion},
        )
    con.execute("drop table counted")
