"""Reading postings and attendance from a lake: the views in the version, and what a reader of it may open.

A version of a lake has a table ``lake_files`` with the files that its views read. A reader may open these and no other file; it prunes the
partitions that a question leaves out, and says so when a file is not as it was.
"""

import re
import threading
import time
from pathlib import Path

import duckdb
from cachetools import LRUCache

from fairboard.errors import StoreError
from fairboard.store.lake import LARGE_TABLES, PROTOCOL, address, snapshot
from fairboard.store.lake.address import Lake
from fairboard.store.lake.snapshot import LakeFile

SECONDS_BETWEEN_LOOKS = 20
_READS_LAKE = re.compile(r"\b(?:from|join)\s+(?:postings|attendance)\b", re.IGNORECASE)
_lakes: LRUCache = LRUCache(maxsize=16)
_looks: dict[Path, tuple[float, StoreError | None]] = {}
_lock = threading.Lock()


def add_views(con: duckdb.DuckDBPyConnection, lake: Lake, files: tuple[LakeFile, ...]) -> None:
    """Put views over the files of the lake in the place of the large tables of a draft, and note the files."""
    con.execute("create table lake_files (path varchar primary key, size_bytes bigint not null, modified_at timestamp not null)")
    con.execute("comment on table lake_files is 'Files of the lake from which postings and attendance of this version are read'")
    rows = [(file.path, file.size_bytes, file.modified_at) for file in files if file.table in LARGE_TABLES]
    if rows:
        con.executemany("insert into lake_files values (?, ?, ?)", rows)
    if not lake.is_local:
        _register(con, lake)
    for table in LARGE_TABLES:
        add_view(con, lake, table, [path for path, _, _ in rows if path.startswith(f"{table}/")])


def add_view(con: duckdb.DuckDBPyConnection, lake: Lake, table: str, paths: list[str]) -> None:
    """Put a view in the place of ``table``, with its columns, types and comments; StoreError where the files have other columns."""
    columns = con.execute(
        "select column_name, data_type, comment from duckdb_columns() where table_name = $table order by column_index", {"table": table}
    ).fetchall()
    chosen = ",\n    ".join(f"cast({name} as {kind}) as {name}" for name, kind, _ in columns)
    source = f"read_parquet({_list(_addresses(lake, paths))}, hive_partitioning = true, hive_types = {{'fair_id': integer}})"
    about = con.execute("select comment from duckdb_tables() where table_name = $table", {"table": table}).fetchone()[0]
    empty = f"(select {', '.join(f'null as {name}' for name, _, _ in columns)} where false)"
    con.execute(f"drop table {table}")
    try:
        con.execute(f"create view {table} as select\n    {chosen}\nfrom {source if paths else empty}")
    except duckdb.Error as error:
        raise StoreError("The files of {table} in the lake {uri} do not fit: {reason}.", table=table, uri=lake.uri, reason=address.reason_of(error)) from error
    con.execute(f"comment on view {table} is {_text(about or '')}")
    for name, _, comment in columns:
        con.execute(f"comment on column {table}.{name} is {_text(comment or '')}")


def grant(con: duckdb.DuckDBPyConnection) -> None:
    """Let a reader of a version open the files of its lake, and nothing else; to be called before it is shut off from files."""
    lake, files = _lake_and_files(con)
    if lake is None:
        return
    if not lake.is_local:
        _register(con, lake)
    con.execute("set parquet_metadata_cache = true")
    con.execute(f"set allowed_paths = {_list(_addresses(lake, [file.path for file in files]))}")


def check(version: Path, con: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raise StoreError where ``sql`` reads from a lake that is away or has changed since the version was built; looked at every 20 seconds."""
    lake, files = _lake_of(version, con)
    if lake is None or not _READS_LAKE.search(sql):
        return
    with _lock:
        looked_at, problem = _looks.get(version, (float("-inf"), None))
        if time.monotonic() - looked_at > SECONDS_BETWEEN_LOOKS:
            problem = _look(lake, files)
            _looks[version] = (time.monotonic(), problem)
    if problem is not None:
        raise StoreError(problem.template, **problem.params)


def inspect(version: Path) -> Lake | None:
    """The lake of a version, None where it has none; raises StoreError where it is away or has changed."""
    from fairboard.store.opening import open_reader  # which itself asks for grant()

    con = open_reader(version)
    try:
        lake, files = _lake_and_files(con)
    finally:
        con.close()
    if lake is not None and (problem := _look(lake, files)) is not None:
        raise problem
    return lake


def forget() -> None:
    """Look at every lake anew when it is next read."""
    with _lock:
        _looks.clear()


def lake_in(facts: dict[str, str | None]) -> Lake | None:
    """The lake that a version with these facts reads from, if it reads from one."""
    return address.parse(facts["lake_uri"]) if facts.get("lake_uri") else None


def _lake_of(version: Path, con: duckdb.DuckDBPyConnection) -> tuple[Lake | None, tuple[LakeFile, ...]]:
    """Lake and files of a version, which never changes: read once."""
    with _lock:
        known = _lakes.get(version)
    if known is None:
        known = _lake_and_files(con)
        with _lock:
            _lakes[version] = known
    return known


def _lake_and_files(con: duckdb.DuckDBPyConnection) -> tuple[Lake | None, tuple[LakeFile, ...]]:
    """What the version says of its lake; nothing where it has none, or is no version at all."""
    try:
        found = con.execute("select value from version_info where key = 'lake_uri' and value is not null").fetchone()
    except duckdb.Error:  # whoever opened it finds out what is wrong with it
        return None, ()
    if found is None:
        return None, ()
    rows = con.execute("select path, size_bytes, modified_at from lake_files order by path").fetchall()
    return address.parse(found[0]), tuple(LakeFile(*row) for row in rows)


def _addresses(lake: Lake, paths: list[str]) -> list[str]:
    return [f"{lake.path}/{path}" if lake.is_local else f"{PROTOCOL}://{path}" for path in paths]


def _register(con: duckdb.DuckDBPyConnection, lake: Lake) -> None:
    from fairboard.store.lake.filesystem import register  # needed by few

    register(con, lake)


def _look(lake: Lake, files: tuple[LakeFile, ...]) -> StoreError | None:
    try:
        now = [file for file in snapshot.take(lake) if file.table in LARGE_TABLES]
    except StoreError as error:
        return error
    path = snapshot.first_difference(files, now)
    return changed(lake, path) if path else None


def changed(lake: Lake, path: str) -> StoreError:
    """What to say when a file of the lake is not as it was."""
    return StoreError(
        "The lake {uri} has changed since this version was built ({path}), so single postings are no longer shown beside its numbers. "
        "Build again with `python -m fairboard build --engine spark`.",
        uri=lake.uri,
        path=path,
    )


def _list(texts: list[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
