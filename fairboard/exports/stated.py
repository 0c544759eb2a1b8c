"""Numbers as a file states them: with the question, the column and the row that they came from, so that they can be asked again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from math import isclose, isfinite
from typing import Any, Protocol

from fairboard.analysis import columns, metrics, row_key
from fairboard.analysis.catalogue import Query
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters, as_text
from fairboard.analysis.row_key import Key
from fairboard.exports import manifest_check
from fairboard.locale import Language, translate

LONGEST_LABEL = 200
MOST_NAMED_ROWS = 3
PRECISION = 1e-9


class Named(Protocol):
    """A number with its metric and where it stands; a fact of a briefing is one."""

    fact_id: str
    metric: str
    value: float | int | None
    origin: Origin


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


def stated(fact: Named, language: Language) -> StatedFact:
    """``fact`` as a file states it; without a question where the same number could not be asked for again."""
    origin, value = fact.origin, number(fact.value)
    found = StatedFact(fact.fact_id[:LONGEST_LABEL], label_of(origin, fact.metric, language), fact.metric if fact.metric in metrics.REGISTRY else "", value)
    answer, rows = origin.answer, origin.rows or ()
    keys = tuple(key for row in rows if (key := row_key.key_of(answer, row)))
    own = own_of(answer.query, answer.parameters)
    is_askable = is_same(value, number(origin.value)) and manifest_check.can_be_asked(answer.query, own) and manifest_check.are_keys(keys)
    if not is_askable:
        return found
    return replace(
        found, query=answer.query.name, column="" if origin.rows is None else origin.column, is_row_count=origin.rows is None, keys=keys,
        filters=selection_of(answer.filters, answer.parameters).to_url(), own=own, sql_hash=sql_hash(answer.query),
    )


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


def facts_of_rows(origins: Iterable[tuple[str, Origin]], language: Language) -> list[StatedFact]:
    """Each origin with its id, as a file states it; a metric where the column is one."""
    return [stated(_Plain(fact_id, origin.column if origin.column in metrics.REGISTRY else "", origin.value, origin), language) for fact_id, origin in origins]


@dataclass(frozen=True)
class _Plain:
    fact_id: str
    metric: str
    value: Any
    origin: Origin


def _names(origin: Origin, row: dict[str, Any], language: Language) -> list[str]:
    labels = [str(row[item.name]) for item in origin.answer.query.columns if item.name.endswith(f"label_{language}") and row.get(item.name)]
    return labels or [str(value) for value in row_key.key_of(origin.answer, row).values() if value is not None]
