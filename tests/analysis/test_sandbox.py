"""Statements of a person: what only reads gives rows, all else is refused or stopped with a reason, and nobody else notices."""

import shutil
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.sandbox import jobs, limits, refusing, worker
from fairboard.errors import FairboardError, QueryError, RequestError
from fairboard.locale import explain

ENDLESS = "with recursive t(i) as (select 1 union all select i + 1 from t) select count(*) from t"
READING = {
    "select 1 as n": [{"n": 1}],
    "select 1 as n; -- the end": [{"n": 1}],
    "from (values (1), (2)) t(n) order by n desc": [{"n": 2}, {"n": 1}],
    "with t as (select 'a;b' as x) from t": [{"x": "a;b"}],
    "select 1 as n, 2 as n, 3 as N": [{"n": 1, "n_2": 2, "N_3": 3}],
    "select 12345678901::hugeint as n, 1.5::decimal(9, 2) as d, [1, 2] as l": [{"n": 12345678901.0, "d": 1.5, "l": "[1, 2]"}],
    "select date '2023-03-18' as day, null as x, '<b>' as \"<i>\"": [{"day": date(2023, 3, 18), "x": None, "<i>": "<b>"}],
    "select fair_kind from fairs where false": [],
    "describe select 1 as n": [{"column_name": "n", "column_type": "INTEGER", "null": "YES", "key": None, "default": None, "extra": None}],
}
NOT_READING = {
    "copy fairs to '/tmp/x.csv'": "COPY", "/* a */ attach 'x.db'": "ATTACH", "-- a\ninstall httpfs": "INSTALL", "load httpfs": "LOAD", "set threads = 3": "SET",
    "reset threads": "RESET", "pragma threads = 3": "PRAGMA", "call pragma_version()": "CALL", "create temp table a (i int)": "CREATE",
    "insert into fairs values (1)": "INSERT", "update fairs set fair_id = 1": "UPDATE", "delete from fairs": "DELETE", "drop table fairs": "DROP",
    "alter table fairs add column x int": "ALTER", "export database '/tmp/x'": "EXPORT", "import database '/tmp/x'": "IMPORT", "checkpoint": "CHECKPOINT",
    "use memory": "USE", "begin": "BEGIN", "prepare a as select 1": "PREPARE", "execute a": "EXECUTE", "detach x": "DETACH", "update extensions": "UPDATE",
    "explain copy fairs to '/tmp/x'": "EXPLAIN", "explain analyze create temp table x as select 1": "EXPLAIN", "explain /* a */ analyze delete from fairs": "EXPLAIN",
}  # fmt: skip
OUT_OF_REACH = [
    "select * from '/etc/passwd'", "select * from 'a.csv'", "select * from read_csv('/etc/passwd')", "from read_text('/etc/passwd')", "from glob('/*')",
    "from 'https://example.com/x.parquet'", "from sniff_csv('/etc/passwd')", "with x as (copy fairs to '/tmp/x') select 1",
    "with x as (delete from fairs returning *) select * from x", "from duckdb_secrets()",
]  # fmt: skip
TOO_MUCH = {
    "select repeat('x', 400000000)": "memory", "select count(*) from postings a, postings b, postings c, postings d where a.title < d.title": "Stopped",
    "select list(i) from range(1000000000) t(i)": "memory", "select repeat('x', 100000) from range(100000)": "larger than", "select range(1000000000000)": "larger than 2",
    "select length(repeat('x', 10000000000))": "maximum", f"select {'(' * 20_000}1{')' * 20_000}": "DuckDB|Stopped",
}  # fmt: skip


@pytest.fixture(autouse=True)
def limits_of_a_test(monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_MEMORY_LIMIT_MB", "128")
    monkeypatch.setenv("FAIRBOARD_SQL_LONGEST_S", "60")  # a process takes seconds to start where the machine is busy


def refusal(sql: str, version: Path) -> FairboardError:
    """What is said about a statement that does not come to rows."""
    with pytest.raises(FairboardError) as raised:
        jobs.run(sql, version)
    assert explain(raised.value, "zh") != str(raised.value)
    return raised.value


@pytest.fixture(scope="module")
def copied(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the version that this process has not opened for anything else."""
    return Path(shutil.copy(tiny, tmp_path_factory.mktemp("copied")))


def answer(sql: str, version: Path) -> dict[str, Any]:
    """What the second process says, without starting one."""
    output = version.with_suffix(".arrow")
    asked = {"sql": sql, "version": str(version), "output": str(output), "memory_limit_mb": 128, "most_rows": 1000, "most_result_mb": 8}
    said = worker.answer(asked)
    return said if "template" in said else said | {"rows": pa.ipc.open_file(output.read_bytes()).read_all().to_pylist()}


@pytest.mark.parametrize("sql", READING)
def test_what_reads_gives_rows(copied, sql):
    assert answer(sql, copied)["rows"] == READING[sql]


def test_a_statement_reads_the_version_it_is_given(tiny):
    result = jobs.run("select sum(openings) as openings from (select coalesce(headcount, 1) as openings from postings)", tiny)
    assert result.table.to_pylist() == [{"openings": 37.0}]
    assert (result.version_id, result.is_cut) == (tiny.stem, False)


@pytest.mark.parametrize("sql", NOT_READING)
def test_what_does_not_only_read_is_refused_by_its_name(sql):
    with pytest.raises(QueryError, match=f"^{NOT_READING[sql]} is not run here"):
        refusing.checked(sql)


@pytest.mark.parametrize("sql", ["explain select 1", "explain analyze select 1", "-- a\nexplain /* b */ (format json) select 1", "explain (analyze) from fairs"])
def test_a_reading_statement_may_be_explained(sql):
    assert refusing.checked(sql) is False


def test_an_explanation_is_a_table_of_lines(tiny):
    assert jobs.run("explain select count(*) from fairs", tiny).table.num_rows == 3


@pytest.mark.parametrize(("sql", "reason"), [
    ("", "no statement"), ("-- nothing\n;", "no statement"), ("select 1; select 2", "2 statements"), ("select $region", r"\$region has no value"),
    ("pivot fairs on fair_kind using count(*)", "PIVOT without a list"),
])  # fmt: skip
def test_what_is_no_single_whole_statement_is_said_to_be(sql, reason):
    with pytest.raises(QueryError, match=reason):
        refusing.checked(sql)


def test_a_refusal_comes_from_the_process_as_it_was_said(tiny):
    assert str(refusal("copy fairs to '/tmp/x.csv'", tiny)).startswith("COPY is not run here")
    assert str(refusal("from read_text('/etc/passwd')", tiny)).startswith("Stopped: files, other databases")


@pytest.mark.parametrize("sql", OUT_OF_REACH)
def test_files_and_other_places_are_out_of_reach(copied, sql):
    assert answer(sql, copied)["template"].startswith("Stopped: files, other databases")


@pytest.mark.parametrize("sql", ["select getenv('HOME')", "selec 1", "select nix from fairs"])
def test_an_error_of_the_sql_is_said_in_duckdbs_words(copied, sql):
    assert answer(sql, copied)["template"] == "DuckDB cannot run this: {reason}"


@pytest.mark.parametrize("sql", TOO_MUCH)
def test_what_takes_too_much_is_stopped(sample_version, sql, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_LONGEST_S", "4")
    assert refusal(sql, sample_version) is not None


def test_more_rows_than_the_limit_are_cut_and_that_is_said(tiny, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_MOST_ROWS", "1000")
    cut, whole = jobs.run("from range(5000)", tiny), jobs.run("from range(1000)", tiny)
    assert (cut.table.num_rows, cut.is_cut, whole.table.num_rows, whole.is_cut) == (1000, True, 1000, False)


def test_an_endless_statement_is_stopped_and_nobody_notices(tiny, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_LONGEST_S", "4")
    said: list[FairboardError] = []
    endless = threading.Thread(target=lambda: said.append(refusal(ENDLESS, tiny)))
    endless.start()
    time.sleep(1)
    runner.forget_answers()
    started = time.perf_counter()
    assert runner.run("overview/by_sector", Filters(), tiny).rows()
    assert endless.is_alive() and time.perf_counter() - started < 2
    endless.join(20)
    assert "Stopped after 4 seconds" in str(said[0])


def test_no_more_run_at_once_than_the_limit(tiny, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_MOST_AT_ONCE", "1")
    monkeypatch.setenv("FAIRBOARD_SQL_LONGEST_WAIT_S", "0")
    with jobs.turn(ENDLESS, tiny) as job:
        with pytest.raises(RequestError, match="the most at once"), jobs.turn("select 1", tiny):
            pass
        process = job.process
    assert process.poll() is not None, "the process ends with the block"
    assert jobs.run("select 1 as n", tiny).table.num_rows == 1


def test_a_process_that_ends_by_itself_is_said_to_have(tiny):
    with jobs.turn(ENDLESS, tiny) as job:
        job.process.kill()
        assert job.is_done(5)
        with pytest.raises(QueryError, match="more memory or depth"):
            job.result()


def test_a_text_that_is_too_long_and_a_version_that_is_gone_are_refused(tiny, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_MOST_LETTERS", "100")
    with pytest.raises(RequestError, match="100 letters"):
        jobs.run("x" * 101, tiny)
    with pytest.raises(QueryError, match="not here any more"):
        jobs.run("select 1", tiny.with_name("20200101T000000Z-0000.duckdb"))


@pytest.mark.parametrize(("text", "expected"), [("60", 60), ("", 20), ("0", 20), ("-5", 20), ("1e3", 20), ("99999", 20), ("٣", 20)])
def test_a_limit_is_what_the_environment_says_if_that_makes_sense(monkeypatch, text, expected):
    monkeypatch.setenv("FAIRBOARD_SQL_LONGEST_S", text)
    assert limits.limit("SQL_LONGEST_S") == expected


def test_the_process_gets_nothing_of_the_servers_environment(monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_SERVER", "x")
    assert "SECRET_OF_THE_SERVER" not in jobs._environment()


def test_every_limit_is_in_the_readme_with_its_usual_value():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for name, known in limits.LIMITS.items():
        assert f"| `FAIRBOARD_{name}` | {known.usual:,} | {known.meaning} |" in readme
