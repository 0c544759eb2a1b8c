"""Small aggregates that are built with every version, so that a page need not read every posting.

Each is a file under ``queries/rollups``: a SELECT that gives the table of the same name, from the records or from another rollup. A
``rollup_`` tells the fairs apart; a ``season_`` holds all fairs of one kind of record together, in a fifth of the rows. Rows are stored in
the order of the columns, so that a filter by the first of them skips most of the table. Which rollup answers a question is decided by
``fairboard.analysis.rollups``.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

FOLDER = Path(__file__).parents[2] / "queries"
OF_FAIRS = "rollup_"
DIGESTS = "rollup_digests"
# A sum and no exclusive or: two rows of attendance may be equal, and would take each other out.
DIGESTS_NOW = """
    select fair_id, postings_digest, attendance_digest
    from (select fair_id, sum(hash(postings)) as postings_digest from postings group by fair_id)
    full join (select fair_id, sum(hash(attendance)) as attendance_digest from attendance group by fair_id) using (fair_id)
"""
_LIST = re.compile(r"^-- (Uses|From): (.+)$", re.MULTILINE)
_HEADER = re.compile(r"\A(?:--[^\n]*\n)+")


@dataclass(frozen=True)
class Rollup:
    """A table and the statement that gives its rows; ``sources`` are the rollups that it is summed up from."""

    table: str
    body: str
    steps: dict[str, str]
    sources: tuple[str, ...]

    @property
    def sql(self) -> str:
        """The SELECT that gives the rows, as it stands."""
        return _with(self.steps, self.body)

    @property
    def is_by_fair(self) -> bool:
        """True where every row belongs to one fair."""
        return self.table.startswith(OF_FAIRS)

    def sql_of_fairs(self) -> str:
        """The SELECT that gives the rows of the fairs in the table ``touched_fairs``, read from the records of those fairs alone."""
        read = re.findall(r"\b(?:from|join) (postings|attendance|rollup_\w+)\b", self.sql)
        narrowed = {name: f"select * from main.{name} where fair_id in (select fair_id from touched_fairs)" for name in read}
        return _with(narrowed | self.steps, self.body)


def build(con: duckdb.DuckDBPyConnection) -> None:
    """(Re)make the rollups of this version, those first that others are summed up from.

    Where they are there already, the fairs whose records have changed since are made again in those that tell the fairs apart, and the rows
    of the other fairs stay. What holds a season is summed up anew.
    """
    touched = _changed_fairs(con)
    if touched == []:
        return
    con.execute("create or replace temp table touched_fairs as select cast(unnest($ids) as integer) as fair_id", {"ids": touched or []})
    for rollup in ROLLUPS:
        if touched is None or not rollup.is_by_fair:
            con.execute(f"create or replace table {rollup.table} as {rollup.sql}")
        else:
            con.execute(f"delete from {rollup.table} where fair_id in (select fair_id from touched_fairs)")
            con.execute(f"insert into {rollup.table} {rollup.sql_of_fairs()}")
    con.execute("drop table touched_fairs")
    if _has_records(con):
        con.execute(f"create or replace table {DIGESTS} as {DIGESTS_NOW}")


def _changed_fairs(con: duckdb.DuckDBPyConnection) -> list[int] | None:
    """The fairs with other records than when the rollups were made; ``None`` where all has to be made."""
    if not _has_records(con) or not _is_built(con):
        return None
    rows = con.execute(f"""
        select fair_id from ({DIGESTS_NOW}) as now full join {DIGESTS} as held using (fair_id)
        where now.postings_digest is distinct from held.postings_digest or now.attendance_digest is distinct from held.attendance_digest
    """).fetchall()
    return [fair_id for (fair_id,) in rows]


def _has_records(con: duckdb.DuckDBPyConnection) -> bool:
    """True when postings and attendance lie in this file; those of a lake are views."""
    return con.execute("select count(*) = 2 from duckdb_tables() where table_name in ('postings', 'attendance') and not temporary").fetchone()[0]


def _is_built(con: duckdb.DuckDBPyConnection) -> bool:
    """True when the version has all the rollups of today, with their columns."""
    held: dict[str, list[str]] = {}
    for table, column in con.execute("select table_name, column_name from duckdb_columns() where not internal order by column_index").fetchall():
        held.setdefault(table, []).append(column)
    return DIGESTS in held and all(rollup.table in held and con.sql(f"from ({rollup.sql}) limit 0").columns == held[rollup.table] for rollup in ROLLUPS)


def _read(path: Path) -> Rollup:
    text = path.read_text(encoding="utf-8")
    lists = {name: tuple(item.strip() for item in items.split(",")) for name, items in _LIST.findall(text)}
    steps = {step: _body(FOLDER / "steps" / f"{step}.sql") for step in lists.get("Uses", ())}
    return Rollup(path.stem, _body(path), steps, tuple(name for name in lists.get("From", ()) if (path.parent / f"{name}.sql").is_file()))


def _body(path: Path) -> str:
    return _HEADER.sub("", path.read_text(encoding="utf-8")).strip()


def _with(named: dict[str, str], body: str) -> str:
    if not named:
        return body
    texts = ",\n".join(f"{name} as (\n{sql}\n)" for name, sql in named.items())
    return f"with {texts},\n{body.removeprefix('with ')}" if body.startswith("with ") else f"with {texts}\n{body}"


def _in_order(found: dict[str, Rollup]) -> tuple[Rollup, ...]:
    ordered: dict[str, Rollup] = {}

    def add(rollup: Rollup) -> None:
        for source in rollup.sources:
            add(found[source])
        ordered.setdefault(rollup.table, rollup)

    for rollup in found.values():
        add(rollup)
    return tuple(ordered.values())


ROLLUPS = _in_order({path.stem: _read(path) for path in sorted((FOLDER / "rollups").glob("*.sql"))})
