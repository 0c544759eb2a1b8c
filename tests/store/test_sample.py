"""The sample tells what the public reports say of the launch, is the same every time, and covers the province."""

import hashlib
from pathlib import Path

import duckdb
import pytest

from fairboard.errors import RequestError
from fairboard.store import build, checks, schema, versions


def one(con: duckdb.DuckDBPyConnection, query: str) -> object:
    return con.execute(query).fetchone()[0]


@pytest.mark.parametrize(
    ("query", "published"),
    [
        ("select count(*) from participations where fair_id = 1", 202),
        ("select count(distinct employer_id) from postings where fair_id = 1", 202),
        ("select sum(openings) from postings where fair_id = 1", 5459),
        ("select sum(openings) from postings where fair_id = 1 and wage_min > 10000", 949),
        ("select sum(attendance_count) from attendance where fair_id = 1 and channel = 'on_site' and unit = 'people'", 7580),
        ("select sum(attendance_count) from attendance where fair_id = 1 and channel = 'livestream' and unit = 'views'", 49000),
        ("select count(distinct university_code) from attendance where fair_id = 1", 15),
        ("select count(distinct region_code) from postings join regions using (region_code) where fair_id = 1 and is_liaoning_unit", 15),
        ("select count(distinct region_code) from agreements where fair_id = 1 and signed_on = date '2023-03-18'", 15),
        ("select count(*) from pact_parties where pact_id = 101", 4),
    ],
)
def test_the_launch_has_the_published_total(sample: duckdb.DuckDBPyConnection, query: str, published: int) -> None:
    assert one(sample, query) == published


def test_engineering_mechanical_and_electrical_are_the_strongest_at_the_launch(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute("select sector_code from postings where fair_id = 1 group by 1 order by sum(openings) desc limit 3").fetchall()
    assert [row[0] for row in rows] == ["engineering", "mechanical", "electrical"]


def test_the_launch_is_the_same_however_large_the_sample(sample: duckdb.DuckDBPyConnection, empty_folder: Path) -> None:
    con = versions.open_reader(build.build_sample(20_000))
    query = "select * from postings where fair_id = 1 order by posting_id"
    assert con.execute(query).fetchall() == sample.execute(query).fetchall()
    assert one(con, "select count(*) from postings") == 20_000
    con.close()


def test_the_season_covers_the_kinds_the_hosts_and_the_years(sample: duckdb.DuckDBPyConnection) -> None:
    assert one(sample, "select count(distinct fair_kind) from fairs where record_kind = 'synthetic'") == 6
    assert one(sample, "select count(*) from fairs where record_kind = 'synthetic'") == 62
    assert (
        one(
            sample,
            "select count(distinct host_region_code) from fairs join regions on region_code = host_region_code where is_liaoning_unit",
        )
        == 15
    )
    assert one(sample, "select count(distinct year(starts_on)) from fairs where record_kind = 'synthetic'") == 3
    assert one(sample, "select min(starts_on)::varchar from fairs where record_kind = 'synthetic'") == "2023-03-18"
    assert one(sample, "select count(distinct university_code) from attendance") == 108


def test_every_fair_on_site_has_people_and_every_online_fair_has_views(sample: duckdb.DuckDBPyConnection) -> None:
    query = """
        select count(*) from fairs where record_kind = 'synthetic' and not exists (
            from attendance where attendance.fair_id = fairs.fair_id and unit = case fair_kind when 'online' then 'views' else 'people' end)
    """
    assert one(sample, query) == 0


def test_every_participant_has_a_posting(sample: duckdb.DuckDBPyConnection) -> None:
    assert one(sample, "select count(*) from participations anti join postings using (fair_id, employer_id)") == 0


def test_what_is_made_up_says_so(sample: duckdb.DuckDBPyConnection) -> None:
    assert one(sample, "select count(*) from policies where name_zh not like '%（样例）'") == 0
    assert one(sample, "select count(*) from agreements where record_kind <> 'synthetic'") == 0
    assert one(sample, "select count(*) from postings join fairs using (fair_id) where record_kind <> 'synthetic'") == 0


def test_published_fairs_stand_beside_the_sample(sample: duckdb.DuckDBPyConnection) -> None:
    assert one(sample, "select count(*) > 0 from fairs where record_kind = 'published'")
    assert one(sample, "select value from published_figures where metric = 'openings' and source_id = 'F01'") == 5459


def test_the_same_build_twice_has_the_same_content(
    sample: duckdb.DuckDBPyConnection, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fairboard.store.opening.WRITER_THREADS", 1)
    monkeypatch.setattr("fairboard.store.sample.postings.PORTION_ROWS", 20)
    con = versions.open_reader(build.build_sample(3_000))  # the sample again, with other threads and other portions
    assert content_hashes(con) == content_hashes(sample)
    con.close()


def content_hashes(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """A digest of the ordered rows of every table but those that say when the version was made."""
    tables = [table for table in schema.table_names() if table not in ("version_info", "method_versions")]
    return {table: hashlib.sha256(repr(con.execute(f"from {table} order by all").fetchall()).encode()).hexdigest() for table in tables}


@pytest.mark.parametrize("count", [-1, 0, 2_499, 100_000_001])
def test_a_sample_too_small_or_too_large_is_refused(empty_folder: Path, count: int) -> None:
    with pytest.raises(RequestError, match="2,500 to 100,000,000"):
        build.build_sample(count)
    assert not empty_folder.exists()


def test_the_checks_find_nothing_in_the_sample(sample: duckdb.DuckDBPyConnection) -> None:
    assert checks.find_faults(sample) == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("update postings set fair_id = 777 where posting_id = 2000", "postings.fair_id"),
        ("update postings set employer_id = 99999 where posting_id = 2000", "postings.employer_id"),
        ("update postings set sector_code = 'nonsense' where posting_id = 2000", "postings.sector_code"),
        ("update postings set region_code = '999999' where posting_id = 2000", "postings.region_code"),
        ("update postings set posting_id = 2000 where posting_id = 2001", "posting_id"),
        ("update postings set wage_min = 9000, wage_max = 8000 where posting_id = 2000", "low end above the high end"),
        ("update postings set openings = 1000 where posting_id = 2000", "openings are not the headcount"),
        ("delete from participations where fair_id = 30", "does not take part"),
        ("update attendance set attendance_count = attendance_count + 1 where fair_id = 1 and unit = 'views'", "live views"),
        ("update attendance set unit = 'visits' where fair_id = 3 and unit = 'views'", "a unit that its channel does not have"),
        (
            """insert into batches (batch_id, file_name, sha256, table_kind, sheet_count, rows_read, rows_loaded, rows_rejected, rows_repeated,
            mapping, column_report, imported_at) values (1, 'a.csv', '', 'postings', 1, 10, 8, 1, 0, '{}', '{}', now()::timestamp)""",
            "read is not loaded",
        ),
        ("insert into rejected_rows values (9, 'a', 1, 'b', 'c', 'd')", "rejected_rows.batch_id"),
    ],
)
def test_the_checks_find_planted_damage(sample_path: Path, tmp_path: Path, damage: str, fault: str) -> None:
    path = tmp_path / "damaged.duckdb"
    path.write_bytes(sample_path.read_bytes())
    con = duckdb.connect(path)
    con.execute(damage)
    assert any(fault in found for found in checks.find_faults(con))
    con.close()


def test_a_larger_sample_needs_little_memory(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fairboard.store.opening.writer_memory_mb", lambda: 220)
    monkeypatch.setattr("fairboard.store.sample.postings.PORTION_ROWS", 20_000)
    con = versions.open_reader(build.build_sample(400_000))
    assert one(con, "select count(*) from postings") == 400_000
    con.close()
