"""What tells a row of an answer from the others, so that the same row is found again in the answer of another version."""

from datetime import date, datetime
from typing import Any
from weakref import WeakKeyDictionary

from fairboard.analysis import metrics
from fairboard.analysis.catalogue import Item
from fairboard.analysis.runner import Answer, Table

CODES = ("_code", "_id")
NAMES = ("_zh", "_en")
ATTRIBUTES = ("status_code", "state_code", "leader_code", "leader_status_code", "fair_kind_code", "batch_id")
"""Codes that say something of a row without telling which row it is."""
Key = dict[str, str | int | float | bool | None]
_names: WeakKeyDictionary[Table, tuple[str, ...]] = WeakKeyDictionary()


def key_of(answer: Answer, row: dict[str, Any]) -> Key:
    """The columns that tell ``row`` from the others, as plain values; nothing for an answer that always has one row."""
    return {name: plain(row[name]) for name in key_names(answer) if name in row}


def key_names(answer: Answer) -> tuple[str, ...]:
    """The columns that tell the rows of ``answer`` apart.

    Codes first; where they do not suffice, words, then steps such as bands of wage or hours, and last names.
    """
    if answer.query.grain == "one row":
        return ()
    names = _names.get(answer.table)
    if names is None:
        names = _names[answer.table] = _distinct(answer)
    return names


def by_key(answer: Answer, names: tuple[str, ...]) -> dict[tuple[Any, ...], list[dict[str, Any]]]:
    """The rows by the values of the columns ``names``."""
    found: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in answer.rows():
        found.setdefault(tuple(plain(row.get(name)) for name in names), []).append(row)
    return found


def plain(value: Any) -> Any:
    """A value as JSON holds it: days as text, numbers of other libraries as Python's own, whole numbers as such."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def _distinct(answer: Answer) -> tuple[str, ...]:
    names: tuple[str, ...] = ()
    for added in _classes(answer.query.columns):
        names += tuple(name for name in added if name in answer.frame.columns)
        if names and len(by_key(answer, names)) == answer.row_count:
            break
    return names


def _classes(columns: tuple[Item, ...]) -> list[list[str]]:
    """The names of the columns in the order in which they are asked: codes, other words, steps of a scale, names."""
    codes = [item.name for item in columns if item.name.endswith(CODES) and item.name not in ATTRIBUTES]
    words = [item.name for item in columns if not item.unit and item.name not in codes and not item.name.endswith(NAMES) and item.name not in ATTRIBUTES]
    steps = [item.name for item in columns if item.unit and item.type in ("integer", "smallint") and item.name not in metrics.REGISTRY]
    names = [item.name for item in columns if item.name.endswith(NAMES)]
    return [codes, words, steps, names]
