"""What an import has to know of the version it adds to."""

from typing import Any

import duckdb


def find_record_kind(con: duckdb.DuckDBPyConnection, fair_id: int) -> str | None:
    """Whether a fair is recorded, published or synthetic; None where there is no fair of this id."""
    row = con.execute("select record_kind from fairs where fair_id = $fair_id", {"fair_id": fair_id}).fetchone()
    return row[0] if row else None


def find_fairs_with_file(con: duckdb.DuckDBPyConnection, sha256: str) -> list[int]:
    """The fairs that have an active batch of a file with these bytes."""
    rows = con.execute(
        "select distinct fair_id from batches where sha256 = $sha256 and status = 'active' and fair_id is not null order by all",
        {"sha256": sha256},
    ).fetchall()
    return [row[0] for row in rows]


def find_fair_named(con: duckdb.DuckDBPyConnection, name_zh: str, starts_on: object) -> int | None:
    """The recorded fair of this name and day, None where there is none."""
    row = con.execute(
        "select min(fair_id) from fairs where name_zh = $name_zh and starts_on = $starts_on and record_kind = 'recorded'",
        {"name_zh": name_zh, "starts_on": starts_on},
    ).fetchone()
    return row[0]


def find_filings(con: duckdb.DuckDBPyConnection, fair_id: int | None, office: str | None, table_kind: str) -> list[int]:
    """The active batches of an office for a fair (or for none) and a kind of table, the oldest first."""
    rows = con.execute(
        """
        select batch_id from batches
        where status = 'active' and office = $office and table_kind = $table_kind and fair_id is not distinct from $fair_id
        order by batch_id
        """,
        {"fair_id": fair_id, "office": office, "table_kind": table_kind},
    ).fetchall()
    return [row[0] for row in rows]


def find_batch_status(con: duckdb.DuckDBPyConnection, batch_id: int) -> tuple[str | None, int | None]:
    """Whether a batch is active, replaced (and by which) or undone; None where there is none of this id."""
    row = con.execute("select status, replaced_by from batches where batch_id = $batch_id", {"batch_id": batch_id}).fetchone()
    return row or (None, None)


def record_changes(con: duckdb.DuckDBPyConnection, old_id: int, new_id: int) -> None:
    """Keep what a filing of postings changed against the one it replaces, while both are there.

    Postings that are the same in both are passed over; the rest are paired by employer and title in the order of their texts.
    """
    con.execute(
        """
        insert into filing_changes by name
        with described as (
            select
                postings.batch_id, employers.name as employer, postings.title,
                concat_ws(' · ', wage_text, coalesce(headcount::varchar, nullif(headcount_status, 'missing')), place_text, education_text) as text
            from postings inner join employers using (employer_id)
            where postings.batch_id in ($old_id, $new_id)
        ),
        counted as (
            select *, row_number() over (partition by batch_id, employer, title, text) as copy from described
        ),
        apart as (
            select batch_id, employer, title, text, row_number() over (partition by batch_id, employer, title order by text, copy) as place
            from counted
            where not exists (
                from counted as other
                where other.batch_id <> counted.batch_id and other.employer = counted.employer and other.title = counted.title
                  and other.text = counted.text and other.copy = counted.copy
            )
        ),
        before as (select * from apart where batch_id = $old_id),
        after as (select * from apart where batch_id = $new_id)
        select
            $new_id::integer as batch_id,
            case when before.title is null then 'added' when after.title is null then 'removed' else 'changed' end as change,
            coalesce(after.employer, before.employer) as employer, coalesce(after.title, before.title) as title,
            before.text as before_text, after.text as after_text
        from before full outer join after using (employer, title, place)
        """,
        {"old_id": old_id, "new_id": new_id},
    )


def count_overlap(con: duckdb.DuckDBPyConnection, fair_id: int, postings: Any) -> tuple[int, list[tuple[str, str]]]:
    """How many of ``postings`` (columns employer and title) have an employer and a title that stand at the fair already, with examples."""
    con.register("given_postings", postings)
    query = """
        from given_postings
        where exists (
            from postings inner join employers using (employer_id)
            where fair_id = $fair_id and employers.name = given_postings.employer and postings.title = given_postings.title
        )
    """
    try:
        count = con.execute(f"select count(*) {query}", {"fair_id": fair_id}).fetchone()[0]
        return count, con.execute(f"select distinct employer, title {query} order by all limit 20", {"fair_id": fair_id}).fetchall()
    finally:
        con.unregister("given_postings")


def count_attendance(con: duckdb.DuckDBPyConnection, fair_id: int, channel: str) -> tuple[int, tuple[int, ...]]:
    """How many people or views a fair has through a channel, and the batches they came with."""
    count, ids = con.execute(
        """
        select coalesce(sum(attendance_count), 0)::bigint, coalesce(list(distinct batch_id order by batch_id) filter (batch_id is not null), [])
        from attendance where fair_id = $fair_id and channel = $channel
        """,
        {"fair_id": fair_id, "channel": channel},
    ).fetchone()
    return count, tuple(ids)


def list_fairs(con: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str, Any, str | None]]:
    """The recorded fairs: id, name in Chinese and English, first day, host; the latest first."""
    return con.execute(
        "select fair_id, name_zh, name_en, starts_on, host_region_code from fairs where record_kind = 'recorded' order by starts_on desc, fair_id desc"
    ).fetchall()
