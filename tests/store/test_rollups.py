"""The small aggregates of a version: as declared, and the same whether made at once or import by import."""

from pathlib import Path

import pytest

from fairboard.analysis import runner
from fairboard.store import rollups, versions, writing
from fairboard.store.opening import open_writer
from tests.analysis.conftest import add_fairs
from tests.conftest import data_in


def rows_of(con, table: str) -> list[tuple]:
    return con.execute(f"select * from {table} order by all").fetchall()


def held_and_fresh(version: Path, tmp_path: Path) -> dict[str, tuple[list, list]]:
    """The rows of every rollup as they stand in the version, and as one SELECT gives them from its records."""
    copy = tmp_path / version.name
    copy.write_bytes(version.read_bytes())
    con = open_writer(copy)
    try:
        held = {rollup.table: rows_of(con, rollup.table) for rollup in rollups.ROLLUPS}
        for rollup in rollups.ROLLUPS:
            con.execute(f"create or replace table {rollup.table} as {rollup.sql}")
        return {rollup.table: (held[rollup.table], rows_of(con, rollup.table)) for rollup in rollups.ROLLUPS}
    finally:
        con.close()


def change_wages(con) -> None:
    con.execute("update postings set wage_min = 4321 where posting_id in (select min(posting_id) from postings group by fair_id having fair_id % 2 = 0)")


def remove_some(con) -> None:
    con.execute("delete from postings where fair_id = (select max(fair_id) from postings) and posting_id % 2 = 0")
    con.execute("delete from attendance where fair_id = 2")


def count_some_twice(con) -> None:
    con.execute("insert into attendance select a.* from attendance as a, range(2) where a.fair_id = 3 and a.attendance_count > 0")


def nothing(con) -> None:
    """Change no record."""


@pytest.mark.parametrize("change", [change_wages, remove_some, count_some_twice, nothing])
def test_rollups_kept_up_import_by_import_are_those_made_at_once(small_sample, tmp_path, change):
    with data_in(small_sample()):
        add_fairs()
        with writing.new_version(origin="import") as con:
            change(con)
        runner.forget()
        for table, (held, fresh) in held_and_fresh(versions.current_version(), tmp_path).items():
            assert held == fresh, table


def test_only_the_fairs_that_changed_are_made_again(small_sample):
    with data_in(small_sample()):
        with writing.new_version(origin="import") as con:
            before = rows_of(con, "rollup_demand")
            con.execute("update rollup_demand set openings = -1 where fair_id <> 3")  # a mark on what has to stay
            con.execute("update postings set sector_code = 'software' where fair_id = 3")
        after = runner.cursor(versions.current_version())
        assert {fair_id for (fair_id,) in after.execute("select distinct fair_id from rollup_demand where openings = -1").fetchall()} == {row[0] for row in before} - {3}
        assert after.execute("select distinct sector_code from rollup_demand where fair_id = 3").fetchall() == [("software",)]
        runner.forget()


def test_the_files_are_read_sources_first():
    seen: set[str] = set()
    for rollup in rollups.ROLLUPS:
        assert set(rollup.sources) <= seen, rollup.table
        seen.add(rollup.table)
    assert {path.stem for path in (rollups.FOLDER / "rollups").glob("*.sql")} == seen


@pytest.mark.parametrize("rollup", rollups.ROLLUPS, ids=lambda rollup: rollup.table)
def test_a_file_says_what_a_row_is_and_holds_sums_only(rollup):
    text = (rollups.FOLDER / "rollups" / f"{rollup.table}.sql").read_text(encoding="utf-8")
    for field in ("Question: ", "Grain: one row per ", "Order: "):
        assert f"-- {field}" in text
    assert text.rstrip().endswith("group by all\norder by all")
    assert not {"avg(", "median(", "quantile", "distinct "} & {word for word in ("avg(", "median(", "quantile", "distinct ") if word in rollup.body}
