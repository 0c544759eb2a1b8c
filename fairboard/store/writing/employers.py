"""Employers: who is known already, who is new, and what a table adds to those who are known."""

from typing import Any

import duckdb

from fairboard.store.writing.tables import next_id, registered


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
