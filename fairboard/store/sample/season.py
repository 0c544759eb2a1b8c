"""Writing the whole season into an empty version that has its reference lists."""

from collections.abc import Callable, Iterable

import duckdb
import pyarrow as pa

from fairboard.errors import RequestError, StoreError
from fairboard.store.sample import attendance, cooperation, postings
from fairboard.store.sample.attendance import University
from fairboard.store.sample.employers import invent_employers
from fairboard.store.sample.fairs import CALENDAR, Fair, plan_fairs

DEFAULT_POSTINGS = 60_000
FEWEST_POSTINGS = 2_500
MOST_POSTINGS = 100_000_000
SEASON_UNIVERSITIES = 108

Report = Callable[[int], None]


def fill_season(con: duckdb.DuckDBPyConnection, posting_count: int = DEFAULT_POSTINGS, report: Report = lambda _: None) -> None:
    """Write fairs, employers, postings, attendance, agreements, the pact and the policies of the sample.

    ``report`` is told after each portion how many postings it had.
    """
    universities = season_universities(con)
    fairs = plan_fairs(posting_count, university_names(con))
    add_source(con)
    postings.prepare(con, fairs, invent_employers())
    fill_postings(con, fairs, report)
    add_rows(con, "attendance", attendance.count_attendance(fairs, universities))
    add_rows(con, "agreements", cooperation.sign_agreements(fairs, universities))
    add_rows(con, "pacts", [cooperation.pact_row()])
    add_rows(con, "pact_parties", [{"pact_id": cooperation.PACT_ID, "province_code": code} for code in cooperation.PACT_PROVINCES])
    add_rows(con, "policies", cooperation.policy_rows())


def check_posting_count(posting_count: int) -> None:
    """Raise RequestError unless the sample can have so many postings: the launch alone takes over a thousand."""
    if not FEWEST_POSTINGS <= posting_count <= MOST_POSTINGS:
        raise RequestError(
            "The sample can have {fewest:,} to {most:,} postings, not {count:,}.",
            fewest=FEWEST_POSTINGS,
            most=MOST_POSTINGS,
            count=posting_count,
        )


def fill_postings(con: duckdb.DuckDBPyConnection, fairs: list[Fair], report: Report) -> None:
    """The postings of every fair, numbered through in the order of the fairs."""
    first_id = 1
    for fair in fairs:
        for row_count in postings.add_postings(con, fair, first_id):
            report(row_count)
        first_id += fair.posting_count


def season_universities(con: duckdb.DuckDBPyConnection) -> list[University]:
    """Those that send graduates: the key ones, the hosts, and those of Liaoning in the order of their codes, 108 in all."""
    hosts = [entry.split()[4] for entry in CALENDAR if entry.startswith("campus")]
    rows = con.execute(
        """
        select university_code, name_zh, region_code, province_code, level from universities
        where university_code in $named or is_in_liaoning
        order by university_code not in $named, university_code limit $count
        """,
        {"named": [*attendance.KEY_UNIVERSITIES, *hosts], "count": SEASON_UNIVERSITIES},
    ).fetchall()
    universities = [University(*row) for row in rows]
    missing = attendance.KEY_UNIVERSITIES.keys() - {university.university_code for university in universities}
    if missing:
        raise StoreError(
            "The list of universities lacks {codes}. Restore data/reference from the project.", codes=", ".join(sorted(missing))
        )
    return universities


def university_names(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """Chinese and English name of every university, by its code."""
    return {code: (zh, en) for code, zh, en in con.execute("select university_code, name_zh, name_en from universities").fetchall()}


def add_source(con: duckdb.DuckDBPyConnection) -> None:
    """Say where the synthetic records come from."""
    con.execute("""
        insert into sources (source_id, title, producer, licence, language, note)
        values ('sample', 'Synthetic sample season', 'Fairboard', 'Apache-2.0', 'zh', 'Made up; only the totals of the launch fair are published ones')
        on conflict do nothing
    """)


def add_rows(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[dict[str, object]]) -> None:
    """Append rows, given by column, to a table."""
    con.register("given_rows", pa.Table.from_pylist(list(rows)))
    con.execute(f"insert into {table} by name from given_rows")
    con.unregister("given_rows")
