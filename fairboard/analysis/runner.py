"""The only reader of DuckDB: runs a query of the catalogue on one version and remembers the answer.

Answers are shared between users and bounded in number; the key is the version, the query and the parameters that the query
really uses, so two selections that differ only in a filter the query does not obey share one answer.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from cachetools import LRUCache

from fairboard.analysis import catalogue, observed, rollups
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import Filters
from fairboard.analysis.table import Table
from fairboard.errors import QueryError
from fairboard.store import opening
from fairboard.store.lake import reading as lake

MOST_ANSWERS = 2000
MOST_OPEN_VERSIONS = 4
MOST_STATEMENTS = 1000
MOST_LISTED_FAIRS = 1000
FAIRS = "filters/selected_fairs"

MOST_SIDE_BY_SIDE = 4

_side_by_side = ThreadPoolExecutor(MOST_SIDE_BY_SIDE, thread_name_prefix="question")
_lock = threading.Lock()
_answers: LRUCache = LRUCache(maxsize=MOST_ANSWERS)
_coming: dict[tuple, Future] = {}
_readers: LRUCache = LRUCache(maxsize=MOST_OPEN_VERSIONS)
_written: LRUCache = LRUCache(maxsize=MOST_STATEMENTS)
_statements: LRUCache = LRUCache(maxsize=MOST_STATEMENTS)


@dataclass(frozen=True)
class Answer:
    """What a query gave: ``frame`` must not be changed, it is shared."""

    query: Query
    filters: Filters
    parameters: dict[str, Any]
    version: Path
    table: Table

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a frame."""
        return self.table.frame

    def on(self, frame: pd.DataFrame) -> "Answer":
        """The same answer with ``frame`` for its rows; where rows are only chosen or put in order, the three below take a tenth of the time."""
        return replace(self, table=Table.of(frame))

    def first(self, count: int) -> "Answer":
        """The same answer cut down to its first ``count`` rows."""
        return replace(self, table=self.table.cut(range(min(count, self.row_count))))

    def where(self, is_kept: Callable[[dict[str, Any]], bool]) -> "Answer":
        """The same answer cut down to the rows that ``is_kept`` says yes to."""
        return replace(self, table=self.table.cut([place for place, row in enumerate(self.table.rows) if is_kept(row)]))

    def in_order(self, key: Callable[[dict[str, Any]], Any]) -> "Answer":
        """The same answer with its rows by ``key``, the smallest first; equal ones stay as they stand."""
        rows = self.table.rows
        return replace(self, table=self.table.cut(sorted(range(len(rows)), key=lambda place: key(rows[place]))))

    @property
    def row_count(self) -> int:
        """The number of rows."""
        return len(self.table)

    @cached_property
    def ignored_filters(self) -> tuple[str, ...]:
        """Active filters that the query does not obey."""
        return tuple(name for name in self.filters.active() if name not in self.query.filters)

    @property
    def is_empty(self) -> bool:
        """True when no row came back."""
        return not self.row_count

    def rows(self) -> list[dict[str, Any]]:
        """The rows as dictionaries, one per row, with ``None`` for what is missing."""
        return [dict(row) for row in self.table.rows]


@dataclass(frozen=True)
class Ask:
    """A question to be put: the query, the selection and the query's own parameters."""

    name: str
    filters: Filters
    parameters: dict[str, Any] = field(default_factory=dict)


def run(name: str, filters: Filters, version: Path, **parameters: Any) -> Answer:
    """The answer of ``queries/<name>.sql`` for ``filters``; ``parameters`` are the query's own.

    Raises QueryError where the query does not exist or fails, StoreError where the version cannot be opened.
    """
    ask = Ask(name, filters, parameters)
    return _remembered(ask, version) or _computed(ask, version)


def _remembered(ask: Ask, version: Path) -> Answer | None:
    query, values = _bound(ask, version)
    with _lock:
        table = _answers.get(_key(query, values, version))
    if table is None:
        return None
    observed.answered(ask.name, None)
    return Answer(query, ask.filters, values, version, table)


def _computed(ask: Ask, version: Path) -> Answer:
    query, values = _bound(ask, version)
    table, seconds = _answered(query, values, version)
    observed.answered(ask.name, seconds)
    return Answer(query, ask.filters, values, version, table)


def _bound(ask: Ask, version: Path) -> tuple[Query, dict[str, Any]]:
    query = catalogue.load(ask.name)
    return query, bound(query, ask.filters, version, ask.parameters)


def _answered(query: Query, values: dict[str, Any], version: Path) -> tuple[Table, float | None]:
    """The rows, and the seconds that it took to compute them; None where they were remembered, or another thread was computing them already."""
    key = _key(query, values, version)
    with _lock:
        table, coming = _answers.get(key), _coming.get(key)
        if table is None and coming is None:
            mine = _coming[key] = Future()
    if table is not None:
        return table, None
    if coming is not None:
        return coming.result(), None
    started = time.perf_counter()
    try:
        table = _fetch(query, values, version)
    except BaseException as error:
        with _lock:
            del _coming[key]
        mine.set_exception(error)
        raise
    with _lock:
        _answers[key] = table
        del _coming[key]
    mine.set_result(table)
    return table, time.perf_counter() - started


def _key(query: Query, values: dict[str, Any], version: Path) -> tuple:
    return (str(version), query.name, tuple(sorted((name, _hashable(value)) for name, value in values.items())))


def run_together(asks: Sequence[Ask], version: Path) -> list[Answer]:
    """The answers of several questions, computed side by side where they are not remembered; raises as :func:`run` does.

    A question that is remembered is answered at once: handing it to another thread takes longer than to look it up.
    """
    answers = [_remembered(ask, version) for ask in asks]
    new = [ask for ask, answer in zip(asks, answers, strict=True) if answer is None]
    computed = iter(list(_side_by_side.map(lambda ask: _computed(ask, version), new)) if len(new) > 1 else [_computed(ask, version) for ask in new])
    return [answer or next(computed) for answer in answers]


def begin(asks: Sequence[Ask], version: Path) -> None:
    """Begin to answer questions that will be asked in a moment, and wait for none; what fails, fails when it is asked."""
    for ask in asks:
        query, values = _bound(ask, version)
        with _lock:
            is_known = _key(query, values, version) in _answers
        if not is_known:
            _side_by_side.submit(_computed, ask, version)


@dataclass(frozen=True)
class Stream:
    """The rows of a query as Arrow batches, to be read once, in bounded memory; nothing of it is remembered."""

    query: Query
    parameters: dict[str, Any]
    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]


def stream(name: str, filters: Filters, version: Path, batch_rows: int = 50_000, **parameters: Any) -> Stream:
    """The rows of ``queries/<name>.sql`` batch by batch, for files; raises as :func:`run` does, also while it is read."""
    query = catalogue.load(name)
    values = bound(query, filters, version, parameters)
    con = cursor(version)
    lake.check(version, con, query.sql)
    try:
        reader = con.sql(query.sql, params=values).to_arrow_reader(batch_rows)
    except duckdb.Error as error:
        raise _failure(query, error) from error
    return Stream(query, values, reader.schema, _batches(query, reader))


def _batches(query: Query, reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    try:
        yield from reader
    except (duckdb.Error, pa.ArrowException) as error:
        raise _failure(query, error) from error


def bound(query: Query, filters: Filters, version: Path, parameters: dict[str, Any]) -> dict[str, Any]:
    """Exactly the parameters that ``query`` uses, from the filters and its own."""
    known = filters.parameters() | parameters
    if known["record_kinds"] is None:
        known["record_kinds"] = list(default_record_kinds(version))
    missing = query.parameter_names - known.keys()
    if missing:
        raise QueryError("The query {name} needs the parameters {missing}", name=query.name, missing=", ".join(sorted(missing)))
    return {name: known[name] for name in query.parameter_names}


def default_record_kinds(version: Path) -> tuple[str, ...]:
    """The recorded fairs if the version has any, else the sample."""
    key = (str(version), "default_record_kinds")
    with _lock:
        kinds = _answers.get(key)
    if kinds is None:
        has_recorded = cursor(version).execute("select count(*) > 0 from fairs where record_kind = 'recorded'").fetchone()[0]
        kinds = ("recorded",) if has_recorded else ("synthetic",)
        with _lock:
            _answers[key] = kinds
    return kinds


def cursor(version: Path) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for one piece of work: cursors may run side by side, a shared connection may not."""
    with _lock:
        reader = _readers.get(str(version))
        if reader is None:
            reader = opening.open_reader(version)
            _readers[str(version)] = reader
        return reader.cursor()


def forget() -> None:
    """Drop every answer and close every version, for tests and benchmarks of the cold case."""
    with _lock:
        _answers.clear()
        _written.clear()
        for reader in _readers.values():
            reader.close()
        _readers.clear()


def forget_answers() -> None:
    """Drop every answer but keep the versions open."""
    with _lock:
        _answers.clear()


def _fetch(query: Query, values: dict[str, Any], version: Path) -> Table:
    try:
        sql, used = asked(query, values, version)
        running = cursor(version)
        lake.check(version, running, sql)
        running.execute(_parsed(sql), used)
        return Table.fetched(running)
    except duckdb.Error as error:
        raise _failure(query, error) from error


def asked(query: Query, values: dict[str, Any], version: Path) -> tuple[str, dict[str, Any]]:
    """The statement that answers ``query`` for ``values`` on ``version`` soonest, and the values that it asks for."""
    sql = query.sql
    if query.steps:
        fairs = _selected_fairs(values, version) if "selected_fairs" in query.steps and query.name != FAIRS else None
        sql = _statement(query, rollups.Shape.of(values, fairs), version)
        values = values | {"selected_fair_ids": list(fairs.ids) if fairs else None}
    return sql, {name: values[name] for name in _parsed(sql).named_parameters}


def _statement(query: Query, shape: rollups.Shape, version: Path) -> str:
    """The statement for values of ``shape``: writing it takes as long as a small answer, and most selections have the shape of one before."""
    key = (str(version), query.name, shape)
    with _lock:
        sql = _written.get(key)
    if sql is None:
        sql = rollups.statement(query, shape, _rollup_tables(version))
        with _lock:
            _written[key] = sql
    return sql


def _parsed(sql: str) -> duckdb.Statement:
    """``sql`` as DuckDB has parsed it: that takes a fifth of the time of a small query, and one text is asked again and again."""
    with _lock:
        statement = _statements.get(sql)
    if statement is None:
        (statement,) = duckdb.extract_statements(sql)
        with _lock:
            _statements[sql] = statement
    return statement


def _selected_fairs(values: dict[str, Any], version: Path) -> rollups.Fairs | None:
    """The fairs that the values pick, asked once for each selection of fairs; None where they are too many for a list."""
    filters = {name: value for name, value in values.items() if name in catalogue.load(FAIRS).parameter_names}
    rows = _answered(catalogue.load(FAIRS), filters, version)[0].rows
    if len(rows) > MOST_LISTED_FAIRS:
        return None
    return rollups.Fairs(tuple(row["fair_id"] for row in rows), all(row["is_whole"] for row in rows))


def _failure(query: Query, error: Exception) -> QueryError:
    return QueryError("The question {name} failed: {reason}", name=query.name, reason=str(error).splitlines()[0])


def _rollup_tables(version: Path) -> rollups.Tables:
    """The rollups of a version by name: number of rows and columns; a version without any is read from its postings."""
    key = (str(version), "rollup tables")
    with _lock:
        tables = _answers.get(key)
    if tables is None:
        rows = _answered(catalogue.load("filters/rollups"), {}, version)[0].rows
        tables = {row["table_name"]: (row["row_count"], frozenset(row["columns"])) for row in rows}
        with _lock:
            _answers[key] = tables
    return tables


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
