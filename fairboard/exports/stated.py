"""Numbers as a file states them: with the question, the column and the row that they came from, so that they can be asked again."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import isclose, isfinite
from typing import Any, Protocol

from fairboard.analysis import columns, metrics, row_key, runner
from fairboard.analysis.catalogue import Query
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters, as_text
from fairboard.analysis.row_key import Key
from fairboard.analysis.runner import Answer
from fairboard.exports import manifest_check
from fairboard.locale import Language, translate

LONGEST_LABEL = 200
MOST_NAMED_ROWS = 3
PRECISION = 1e-9
NO_NUMBERS = ("_id", "_code", "source_row")


class Named(Protocol):
    """A number with its metric and where it stands; a fact of a briefing is one."""

    @property
    def fact_id(self) -> str:
        """What tells it from other numbers of the file."""
    @property
    def metric(self) -> str:
        """Its metric, or the column that it stands in."""
    @property
    def value(self) -> float | int | None:
        """The number, None where it is not known."""
    @property
    def origin(self) -> Origin:
        """Where it stands."""


@dataclass(frozen=True)
class StatedFact:
    """A number in a file.

    ``keys`` tell the rows whose ``column`` adds up to the number; without any it is the only row. ``is_row_count`` where it is the number
    of rows. ``filters`` and ``own`` are as they stand in a URL; ``sql_hash`` tells whether the question has been worded anew since.
    ``query`` is empty where the number cannot be asked for again.
    """

    fact_id: str
    label: str
    metric: str
    value: float | int | None
    query: str = ""
    column: str = ""
    keys: tuple[Key, ...] = ()
    filters: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    sql_hash: str = ""
    is_row_count: bool = False


class Stating:
    """Puts numbers as a file states them; what holds for a whole answer is worked out once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._asked: dict[int, tuple[Answer, Answer, dict[str, Any] | None]] = {}

    def fact(self, fact: Named) -> StatedFact:
        """``fact`` as a file states it; without a question where the same number could not be asked for again."""
        origin, value = fact.origin, number(fact.value)
        found = StatedFact(fact.fact_id[:LONGEST_LABEL], label_of(origin, fact.metric, self.language), fact.metric if fact.metric in metrics.REGISTRY else "", value)
        whole, question = self._question(origin.answer)
        keys = tuple(key for row in origin.rows or () if (key := row_key.key_of(whole, row)))
        if question is None or not is_same(value, number(origin.value)) or not manifest_check.are_keys(keys):
            return found
        return replace(found, column="" if origin.rows is None else origin.column, is_row_count=origin.rows is None, keys=keys, **question)

    def _question(self, answer: Answer) -> tuple[Answer, dict[str, Any] | None]:
        """The question of an answer, None where it could not be asked again, with all rows of the answer, which may have been cut down."""
        if id(answer) not in self._asked:
            query, own = answer.query, own_of(answer.query, answer.parameters)
            is_askable = manifest_check.can_be_asked(query, own)
            asked = {item.name: answer.parameters[item.name] for item in query.parameters}
            whole = runner.run(query.name, answer.filters, answer.version, **asked) if is_askable else answer
            question = {"query": query.name, "filters": selection_of(answer.filters, answer.parameters).to_url(), "own": own, "sql_hash": sql_hash(query)}
            self._asked[id(answer)] = answer, whole, question if is_askable else None
        return self._asked[id(answer)][1:]


def selection_of(filters: Filters, parameters: dict[str, Any]) -> Filters:
    """``filters`` with the kinds of record that were meant: what opens by default may be another kind in another version."""
    return replace(filters, record_kinds=tuple(parameters.get("record_kinds") or filters.record_kinds))


def own_of(query: Query, parameters: dict[str, Any]) -> dict[str, str]:
    """The query's own parameters as they stand in a URL; those that are null stay out."""
    return {item.name: as_text(parameters[item.name]) for item in query.parameters if parameters.get(item.name) is not None}


def sql_hash(query: Query) -> str:
    """A short mark of the statement, whatever its line breaks."""
    return _hash(query.sql)


@cache
def _hash(sql: str) -> str:
    return hashlib.sha256(" ".join(sql.split()).encode()).hexdigest()[:12]


def label_of(origin: Origin, metric: str, language: Language) -> str:
    """What the number is called: its metric, and the names in its row."""
    known = metrics.REGISTRY.get(metric)
    name = translate(known.label, language) if known else columns.label(origin.column, language)
    rows = origin.rows or ()
    named = ["、".join(texts) if language == "zh" else ", ".join(texts) for row in rows[:MOST_NAMED_ROWS] if (texts := _names(origin, row, language))]
    more = "…" if len(rows) > MOST_NAMED_ROWS else ""
    return " · ".join([name, *(["; ".join(named) + more] if named else [])])[:LONGEST_LABEL]


def number(value: Any) -> float | int | None:
    """A number as JSON holds it; None for what is not known."""
    value = row_key.plain(value)
    return value if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) else None


def is_same(one: float | None, other: float | None) -> bool:
    """True for two equal numbers, or where both are unknown."""
    return one is other if one is None or other is None else isclose(one, other, rel_tol=PRECISION, abs_tol=PRECISION)


@dataclass(frozen=True)
class RowFact:
    """A number of an answer that is in no briefing: a tile, or a cell of a table."""

    fact_id: str
    origin: Origin

    @property
    def metric(self) -> str:
        """The column, where it is a metric."""
        return self.origin.column

    @property
    def value(self) -> Any:
        """The number itself."""
        return self.origin.value


def facts_of_rows(name: str, answer: Answer, hidden: Sequence[str] = ()) -> list[RowFact]:
    """A fact for each number in the rows of ``answer``, but for codes and what is ``hidden``."""
    names = [item.name for item in answer.query.columns if item.type in columns.NUMBER_TYPES and not item.name.endswith(NO_NUMBERS) and item.name not in hidden]
    shown = [column for column in names if not column.startswith("tile_") and column not in row_key.key_names(answer)]
    return [RowFact(f"{name}/{place}/{column}", Origin(answer, column, (row,))) for place, row in enumerate(answer.rows()) for column in shown]


def _names(origin: Origin, row: dict[str, Any], language: Language) -> list[str]:
    labels = [str(row[item.name]) for item in origin.answer.query.columns if item.name.endswith(f"label_{language}") and row.get(item.name)]
    return labels or [str(value) for value in row_key.key_of(origin.answer, row).values() if value is not None]
