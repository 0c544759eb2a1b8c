"""What Spark is given: every rollup and every check in its own SQL; and what is said where it cannot run. No Java is needed here."""

import pytest
import sqlglot

from fairboard.errors import QueryError, RequestError, StoreError
from fairboard.store import checks, rollups
from fairboard.store.spark import session
from fairboard.store.spark.translating import list_columns, translated


@pytest.mark.parametrize("rollup", rollups.ROLLUPS, ids=lambda rollup: rollup.table)
def test_every_rollup_is_understood_by_spark(rollup):
    sql = translated(rollup.sql)
    tree = sqlglot.parse_one(sql, read="spark")
    assert "ORDER BY" not in sql
    # DuckDB's own words for lists and their members would be unknown there, and the length of a list is that of a text
    assert not {node.name.lower() for node in tree.find_all(sqlglot.exp.Anonymous)} - {"array_compact"}
    assert "LENGTH(major_class_codes)" not in sql


def test_every_check_of_the_large_tables_is_understood_by_spark():
    class Asked:
        def execute(self, sql: str) -> "Asked":
            self.sql = translated(sql)
            return self

        def fetchall(self) -> list[tuple]:
            return [("rows of a kind", 3, "x"), ("rows of another", 0, None)]

    asked = Asked()
    assert checks.large_faults(asked) == ["3 rows of a kind, for example x"]
    sqlglot.parse_one(asked.sql, read="spark")
    assert all(f"{table}.{column}: values not in" in asked.sql for table, column, *_ in checks.LARGE_REFERENCES)


@pytest.mark.parametrize(("duckdb_sql", "spark_sql"), [
    ("select len(major_class_codes) from postings", "SELECT SIZE(major_class_codes) FROM postings"),
    ("select len(title) from postings", "SELECT LENGTH(title) FROM postings"),
    ("select list_transform(major_class_codes, lambda code: left(code, 2)) as a from postings", "SELECT TRANSFORM(major_class_codes, code -> LEFT(code, 2)) AS a FROM postings"),
    ("select list_sort(list_distinct(major_class_codes)) as a from postings", "SELECT ARRAY_SORT(ARRAY_COMPACT(ARRAY_DISTINCT(major_class_codes))) AS a FROM postings"),
    ("select wage_min // 1000 * 1000 as band, count(*) filter (where openings > 1) as n from postings group by all order by all",
     "SELECT wage_min DIV 1000 * 1000 AS band, COUNT(*) FILTER(WHERE openings > 1) AS n FROM postings GROUP BY ALL"),
])  # fmt: skip
def test_the_same_in_both(duckdb_sql: str, spark_sql: str):
    assert translated(duckdb_sql) == spark_sql


def test_what_is_no_sql_is_said():
    with pytest.raises(QueryError, match="cannot be translated"):
        translated("select (")


def test_the_lists_of_the_schema_are_known():
    assert list_columns() == {"major_class_codes"}


@pytest.mark.parametrize("master", ["local", "local[*]", "local[2]", "yarn", "spark://head:7077", "spark://a:7077,b:7077", "k8s://https://host:6443"])
def test_masters_of_spark(master: str):
    session.check_master(master)


@pytest.mark.parametrize("master", ["", "http://x", "spark://a b", "local[x]", "yarn; rm", "k8s://$(x)"])
def test_what_is_no_master(master: str):
    with pytest.raises(RequestError, match="is no master of Spark"):
        session.check_master(master)


def test_settings_of_spark():
    assert session.parse_settings(("spark.executor.memory=4g", "spark.x.y=a=b")) == {"spark.executor.memory": "4g", "spark.x.y": "a=b"}
    with pytest.raises(RequestError, match="is no setting of Spark"):
        session.parse_settings(("memory=4g",))


def test_a_machine_without_java_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(StoreError, match="Java runtime of version 17 or newer, and there is none"):
        session.check_java()


@pytest.mark.parametrize(("says", "version"), [('openjdk version "17.0.15" 2025-04-15', 17), ('java version "1.8.0_402"', 8), ('openjdk version "21" 2023', 21)])
def test_the_version_of_java_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path, says: str, version: int):
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\necho '{says}' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert session.java_version() == version
    if version < 17:
        with pytest.raises(StoreError, match="and this one is 8"):
            session.check_java()


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(session, "PACKAGES", ("no_such_package",))
    with pytest.raises(StoreError, match="requirements-spark.txt"):
        session.check_packages()
