"""The rows that came back from DuckDB: at once as dictionaries, as a frame only for those who ask for one.

A frame takes longer to make than a small answer takes to compute, and most panels read rows.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

import duckdb
import numpy as np
import pandas as pd

_WHOLE = {
    "TINYINT": "Int8", "SMALLINT": "Int16", "INTEGER": "Int32", "BIGINT": "Int64", "UTINYINT": "UInt8", "USMALLINT": "UInt16", "UINTEGER": "UInt32", "UBIGINT": "UInt64",
}  # fmt: skip
_FLOATS = {"FLOAT": "float32", "DOUBLE": "float64", "HUGEINT": "float64"}
_TEXTS = {"VARCHAR", "JSON"}
_MOMENTS = {"DATE": "datetime64[us]", "TIMESTAMP": "datetime64[us]"}


class Table:
    """Rows of equal columns; ``frame`` and ``rows`` are shared and must not be changed."""

    def __init__(self, names: list[str], types: list[str], rows: list[tuple]) -> None:
        self._names, self._types, self._tuples = names, types, rows

    @classmethod
    def fetched(cls, cursor: duckdb.DuckDBPyConnection) -> "Table":
        """What the statement just executed on ``cursor`` gives."""
        return cls([column[0] for column in cursor.description], [str(column[1]) for column in cursor.description], cursor.fetchall())

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Table":
        """The rows of a frame."""
        table = cls([], [], [])
        table.__dict__["frame"] = frame
        table.__dict__["rows"] = frame.astype(object).where(frame.notna(), None).to_dict("records")
        return table

    def __len__(self) -> int:
        return len(self._tuples) if self._names else len(self.rows)

    def cut(self, places: Sequence[int]) -> "Table":
        """The rows at ``places``, counted from 0, in that order."""
        if not self._types:
            return Table.of(self.frame.iloc[list(places)].reset_index(drop=True))
        return Table(self._names, self._types, [self._tuples[place] for place in places])

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """One dictionary per row, with ``None`` for what is missing; days are pandas timestamps, as in a frame."""
        changes = {place: change for place, name in enumerate(self._types) if (change := _change(name))}
        tuples = self._tuples
        if changes:
            tuples = [[changes[place](value) if place in changes and value is not None else value for place, value in enumerate(row)] for row in tuples]
        return [dict(zip(self._names, row, strict=True)) for row in tuples]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows as the frame that DuckDB itself would give."""
        columns = list(zip(*self._tuples, strict=True)) if self._tuples else [()] * len(self._names)
        return pd.DataFrame({name: _series(list(values), kind) for name, kind, values in zip(self._names, self._types, columns, strict=True)})


def _change(kind: str) -> Callable[[Any], Any] | None:
    if kind in _MOMENTS:
        return pd.Timestamp
    return float if kind.startswith("DECIMAL") else None


def _series(values: list, kind: str) -> pd.Series:
    has_gaps = any(value is None for value in values)
    if kind in _WHOLE:
        return pd.Series(values, dtype=_WHOLE[kind] if has_gaps else _WHOLE[kind].lower())
    if kind in _FLOATS or kind.startswith("DECIMAL"):
        numbers = [float(value) if isinstance(value, Decimal) else value for value in values]
        return pd.Series(numbers, dtype=_FLOATS.get(kind, "float64"))
    if kind in _MOMENTS:
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="object")).astype(_MOMENTS[kind]))
    if kind == "BOOLEAN":
        return pd.Series(values, dtype="boolean" if has_gaps else "bool")
    if kind in _TEXTS:
        return pd.Series(values, dtype="str" if any(value is not None for value in values) else "object")
    return pd.Series([np.array(value) if isinstance(value, list) else value for value in values], dtype="object")
