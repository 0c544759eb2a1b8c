"""What an import writes: a new version with a fair, its batch, employers and postings.

    with writing.new_version(origin="import") as con:
        fair_id = writing.add_fair(con, {"name_zh": …, "fair_kind": "campus", "record_kind": "recorded", "starts_on": …, …})
        batch_id = writing.next_batch_id(con)
        employer_ids = writing.add_employers(con, employers)            # one id for each row of the frame, in its order
        writing.add_postings(con, postings, fair_id, batch_id)          # a frame with a column employer_id
        writing.add_rejected_rows(con, rejected, batch_id)
        writing.add_unparsed_texts(con, unparsed, batch_id)
        writing.add_batch(con, {"batch_id": batch_id, "file_name": …, "rows_read": …, …})

A frame is a pandas DataFrame or a pyarrow Table whose columns are named like those of the table; a column that is absent is null.
``postings`` comes without posting_id, fair_id and batch_id. Large files may call add_employers and add_postings in portions.
Whatever goes wrong inside the ``with``, the new version is thrown away and the current one stays.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

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


def add_fair(con: duckdb.DuckDBPyConnection, fair: Mapping[str, Any]) -> int:
    """Add one fair, given by the columns of ``fairs`` without its id, and return the id."""
    return add_row(con, "fairs", "fair_id", fair)


def add_batch(con: duckdb.DuckDBPyConnection, batch: Mapping[str, Any]) -> int:
    """Add one imported file, given by the columns of ``batches``, and return its id.

    ``batch_id`` may be given (from ``next_batch_id``) or left out; ``imported_at`` is now unless given; ``mapping`` and
    ``column_report`` may be dictionaries.
    """
    row = {"imported_at": datetime.now(UTC).replace(tzinfo=None), "mapping": {}, "column_report": {}} | dict(batch)
    row |= {name: json.dumps(row[name], ensure_ascii=False) for name in ("mapping", "column_report") if not isinstance(row[name], str)}
    return add_row(con, "batches", "batch_id", row)


def add_row(con: duckdb.DuckDBPyConnection, table: str, key: str, row: Mapping[str, Any]) -> int:
    """Insert ``row`` into ``table`` under the next free integer ``key``, unless the row brings its own; return the key."""
    values = {key: next_id(con, table, key)} | dict(row)
    names, places = ", ".join(values), ", ".join(f"${name}" for name in values)
    con.execute(f"insert into {table} ({names}) values ({places})", values)
    return int(values[key])


def next_batch_id(con: duckdb.DuckDBPyConnection) -> int:
    """The id that the next batch gets."""
    return next_id(con, "batches", "batch_id")


def next_id(con: duckdb.DuckDBPyConnection, table: str, key: str) -> int:
    """One more than the largest ``key`` in ``table``; the number of a fair that went with its last records is not given again."""
    own = f"select max({key}) from {table}"
    used = f"{own} union all select max(fair_id) from batches" if table == "fairs" else own
    return int(con.execute(f"select coalesce(max(used), 0) + 1 from ({used}) as numbers (used)").fetchone()[0])


def add_employers(con: duckdb.DuckDBPyConnection, frame: Any) -> list[int]:
    """Give every row of ``frame`` its employer: a known one by credit code, else by name, else a new one.

    Columns: name, ownership (``unknown`` where null), and if known credit_code, industry_section, region_code, size_text.
    Rows of one name, or of one credit code, are one employer. Returns the employer ids in the order of the rows.
    """
    with registered(con, frame, "employers", ("name", "credit_code", "ownership", "industry_section", "region_code", "size_text")) as given:
        con.execute(f"""
            create or replace temp table given_employers as
            select *, coalesce(min(credit_code) over (partition by name), name) as identity
            from (select row_number() over () as row_order, * from {given})
        """)
    con.execute(
        """
        insert into employers
        with firsts as (
            select * from given_employers qualify row_number() over (partition by identity order by row_order) = 1
        ),
        unknown as (
            select * from firsts
            where not exists (from employers where employers.credit_code = firsts.identity)
              and not exists (from employers where employers.name = firsts.name)
        )
        select $last_id + row_number() over (order by row_order), name, credit_code, coalesce(ownership, 'unknown'),
               industry_section, region_code, size_text
        from unknown
        """,
        {"last_id": next_id(con, "employers", "employer_id") - 1},
    )
    rows = con.execute("""
        with by_code as (select credit_code, min(employer_id) as employer_id from employers where credit_code is not null group by 1),
        by_name as (select name, min(employer_id) as employer_id from employers group by 1),
        firsts as (select identity, min_by(name, row_order) as name from given_employers group by 1)
        select coalesce(by_code.employer_id, by_name.employer_id, by_first.employer_id)
        from given_employers
        left join by_code on by_code.credit_code = given_employers.identity
        left join by_name on by_name.name = given_employers.name
        left join firsts on firsts.identity = given_employers.identity
        left join by_name as by_first on by_first.name = firsts.name
        order by row_order
    """).fetchall()
    con.execute("drop table given_employers")
    return [row[0] for row in rows]


def complete_employers(con: duckdb.DuckDBPyConnection, frame: Any, employer_ids: list[int]) -> None:
    """Give known employers the facts they lack: those of each row of ``frame`` go to the employer of the same place in ``employer_ids``."""
    con.execute("create or replace temp table given_ids as select unnest($ids)::bigint as employer_id, unnest(range(len($ids))) as place", {"ids": employer_ids})
    with registered(con, frame, "employers", ("credit_code", "ownership", "industry_section", "region_code", "size_text")) as given:
        con.execute(f"""
            update employers set
                credit_code = coalesce(employers.credit_code, facts.credit_code),
                ownership = case when employers.ownership = 'unknown' then coalesce(facts.ownership, 'unknown') else employers.ownership end,
                industry_section = coalesce(employers.industry_section, facts.industry_section),
                region_code = coalesce(employers.region_code, facts.region_code),
                size_text = coalesce(employers.size_text, facts.size_text)
            from (
                select employer_id, any_value(credit_code) as credit_code, any_value(ownership) as ownership,
                       any_value(industry_section) as industry_section, any_value(region_code) as region_code, any_value(size_text) as size_text
                from (select *, row_number() over () - 1 as place from {given}) as given inner join given_ids using (place)
                group by employer_id
            ) as facts
            where employers.employer_id = facts.employer_id
        """)
    con.execute("drop table given_ids")


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


def add_attendance(con: duckdb.DuckDBPyConnection, frame: Any, fair_id: int, batch_id: int | None) -> None:
    """Append counts of people, visits or views to a fair."""
    append(con, "attendance", frame, fair_id=fair_id, batch_id=batch_id)


def add_participations(con: duckdb.DuckDBPyConnection, employer_ids: list[int], fair_id: int, batch_id: int) -> None:
    """Note the employers that a list names at a fair; one that takes part already is now backed by the list too."""
    con.execute(
        """
        insert into participations by name
        select distinct $fair_id::integer as fair_id, unnest($employer_ids)::bigint as employer_id, $batch_id::integer as batch_id
        on conflict do update set batch_id = excluded.batch_id
        """,
        {"fair_id": fair_id, "employer_ids": employer_ids, "batch_id": batch_id},
    )


def add_agreements(con: duckdb.DuckDBPyConnection, frame: Any, fair_id: int | None, batch_id: int) -> None:
    """Append agreements: region_code, university_code, signed_on, in_force_until; they are recorded ones."""
    columns = ("region_code", "university_code", "signed_on", "in_force_until")
    last_id = next_id(con, "agreements", "agreement_id") - 1
    with registered(con, frame, "agreements", columns) as given:
        con.execute(
            f"""
            insert into agreements by name
            select *, $last_id + row_number() over () as agreement_id, $fair_id::integer as fair_id, 'recorded' as record_kind,
                   $batch_id::integer as batch_id
            from {given}
            """,
            {"last_id": last_id, "fair_id": fair_id, "batch_id": batch_id},
        )


def add_policies(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append policies: name_zh, name_en, issued_on, region_code (null for the whole province), source_title, url; they are recorded ones.

    What states a title or an address becomes a source of its own, which goes with the batch.
    """
    con.register("given_policies", frame)
    con.execute(
        """
        create or replace temp table numbered_policies as
        select *, row_number() over () as row_order, if(coalesce(source_title, url) is null, null, 'batch-' || $batch_id || '-' || row_number() over ()) as source_id
        from given_policies
        """,
        {"batch_id": batch_id},
    )
    con.unregister("given_policies")
    con.execute("""
        insert into sources by name
        select source_id, coalesce(source_title, name_zh) as title, url, 'zh' as language from numbered_policies where source_id is not null
    """)
    con.execute(
        """
        insert into policies by name
        select $last_id + row_order as policy_id, name_zh, name_en, issued_on, region_code, source_id, 'recorded' as record_kind, $batch_id::integer as batch_id
        from numbered_policies
        """,
        {"last_id": next_id(con, "policies", "policy_id") - 1, "batch_id": batch_id},
    )
    con.execute("drop table numbered_policies")


def add_pacts(con: duckdb.DuckDBPyConnection, frame: Any, fair_id: int | None, batch_id: int) -> None:
    """Append pacts and their parties: name_zh, name_en, signed_on, province_code, a row for each party; one name and day are one pact."""
    con.register("given_pacts", frame)
    con.execute(
        """
        create or replace temp table numbered_pacts as
        select distinct name_zh, name_en, signed_on, province_code, $last_id + dense_rank() over (order by signed_on, name_zh) as pact_id
        from given_pacts
        """,
        {"last_id": next_id(con, "pacts", "pact_id") - 1},
    )
    con.unregister("given_pacts")
    con.execute(
        """
        insert into pacts by name
        select pact_id, name_zh, any_value(name_en) as name_en, signed_on, $fair_id::integer as fair_id, 'recorded' as record_kind,
               $batch_id::integer as batch_id
        from numbered_pacts group by all
        """,
        {"fair_id": fair_id, "batch_id": batch_id},
    )
    con.execute("insert into pact_parties by name select pact_id, province_code, $batch_id::integer as batch_id from numbered_pacts", {"batch_id": batch_id})
    con.execute("drop table numbered_pacts")


def add_filing_changes(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append what a filing changed against the one it replaces: change, employer, title, before_text, after_text."""
    append(con, "filing_changes", frame, batch_id=batch_id)


def add_rejected_rows(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append the rows that could not be a record: sheet, source_row, column_name, value, reason."""
    append(con, "rejected_rows", frame, batch_id=batch_id)


def add_unparsed_texts(con: duckdb.DuckDBPyConnection, frame: Any, batch_id: int) -> None:
    """Append the texts that could not be understood: field, text, cell_count."""
    append(con, "unparsed_texts", frame, batch_id=batch_id)


def append(con: duckdb.DuckDBPyConnection, table: str, frame: Any, **constants: int | None) -> None:
    """Append ``frame`` to ``table`` with the same ``constants`` in every row."""
    columns = [name for name in column_names(con, table) if name not in constants]
    fixed = ", ".join(f"${name}::integer as {name}" for name in constants)
    with registered(con, frame, table, columns) as given:
        con.execute(f"insert into {table} by name select *, {fixed} from {given}", constants)


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, frame: Any, table: str, columns: Any) -> Iterator[str]:
    """A query over ``frame`` with exactly ``columns``, cast to the types that ``table`` gives them, null where absent."""
    types = dict(con.execute("select column_name, data_type from duckdb_columns() where table_name = $table", {"table": table}).fetchall())
    name = f"given_{table}_frame"
    con.register(name, frame)
    present = set(con.table(name).columns)
    parts = [f"cast({column if column in present else 'null'} as {types[column]}) as {column}" for column in columns]
    try:
        yield f"(select {', '.join(parts)} from {name})"
    finally:
        con.unregister(name)


def column_names(con: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """The columns of ``table`` in their order."""
    return con.table(table).columns
