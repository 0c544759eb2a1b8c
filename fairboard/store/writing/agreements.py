"""What regions and provinces have agreed: agreements with universities, policies and pacts."""

from typing import Any

import duckdb

from fairboard.store.writing.tables import next_id, registered


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
