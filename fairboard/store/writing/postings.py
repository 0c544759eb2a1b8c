"""Postings of a fair, and the sectors that they are given anew."""

from typing import Any

import duckdb

from fairboard.store.writing.tables import column_names, next_id, registered


def add_postings(con: duckdb.DuckDBPyConnection, frame: Any, fair_id: int, batch_id: int | None) -> int:
    """Append postings to a fair, and the participation of every employer in them; return how many were added.

    ``openings`` may be left out: it is the headcount where stated, else 1.
    """
    own_columns = ("posting_id", "fair_id", "batch_id")
    columns = [name for name in column_names(con, "postings") if name not in own_columns]
    last_id = next_id(con, "postings", "posting_id") - 1
    parameters = {"last_id": last_id, "fair_id": fair_id, "batch_id": batch_id}
    with registered(con, frame, "postings", columns) as given:
        con.execute(
            f"""
            insert into postings by name
            select * replace (coalesce(openings, headcount, 1) as openings, coalesce(wage_months, 12) as wage_months),
                   $last_id + row_number() over () as posting_id, $fair_id::integer as fair_id, $batch_id::integer as batch_id
            from {given}
            """,
            parameters,
        )
        con.execute(
            f"insert into participations by name select distinct $fair_id::integer as fair_id, employer_id from {given} on conflict do nothing",
            {"fair_id": fair_id},
        )
    return next_id(con, "postings", "posting_id") - 1 - last_id


def read_classified(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str | None, str, str, int]]:
    """The texts from which imported postings get their sector: title, major, employer, the sector they have, and how many postings."""
    return con.execute("""
        select title, major_text, employers.name, sector_code, count(*)
        from postings inner join employers using (employer_id)
        where batch_id is not null
        group by all
    """).fetchall()


def write_sectors(con: duckdb.DuckDBPyConnection, frame: Any) -> int:
    """Give imported postings their sectors by ``frame`` (title, major_text, employer, sector_code, new_code); return how many changed.

    What batches say of their unclassified titles follows.
    """
    con.register("given_sectors", frame)
    changed = con.execute("""
        update postings set sector_code = given.new_code
        from (select * from given_sectors where new_code <> sector_code) as given, employers
        where postings.employer_id = employers.employer_id and postings.batch_id is not null and employers.name = given.employer
          and postings.title = given.title and postings.major_text is not distinct from given.major_text and postings.sector_code = given.sector_code
    """).fetchone()[0]
    con.unregister("given_sectors")
    con.execute("delete from unparsed_texts where field = 'sector'")
    con.execute("""
        insert into unparsed_texts by name
        select batch_id, 'sector' as field, title as text, count(*) as cell_count from postings
        where batch_id is not null and sector_code = 'unclassified' group by all order by cell_count desc
    """)
    con.execute("""
        update batches set column_report = json_merge_patch(column_report, json_object('sector', json_object(
            'filled', counts.filled, 'parsed', counts.parsed, 'unparsed', counts.filled - counts.parsed)))
        from (
            select batch_id, count(*) as filled, count(*) filter (sector_code <> 'unclassified') as parsed
            from postings where batch_id is not null group by 1
        ) as counts
        where batches.batch_id = counts.batch_id
    """)
    return int(changed)
