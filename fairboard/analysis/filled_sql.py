"""A statement with the values of its parameters written into it, so that it runs as it stands wherever it is pasted."""

from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

import duckdb

NAMES = (duckdb.token_type.identifier, duckdb.token_type.keyword)


def filled(sql: str, values: dict[str, Any]) -> str:
    """``sql`` with every ``$name`` outside strings, names in quotes and comments replaced by the literal of its value.

    A name that ``values`` does not have stays as it is.
    """
    text = sql.encode("utf-8")  # DuckDB counts bytes
    tokens = duckdb.tokenize(sql)
    ends = [*(start for start, _ in tokens[1:]), len(text)][: len(tokens)]
    parts: list[bytes] = []
    done = 0
    for number, ((start, kind), end) in enumerate(zip(tokens, ends, strict=True)):
        is_parameter = kind in NAMES and number and tokens[number - 1][1] == duckdb.token_type.operator and text[start - 1 : start] == b"$"
        name = _name(text[start:end]) if is_parameter else ""
        if name in values:
            parts += [text[done : start - 1], literal(values[name]).encode("utf-8")]
            done = start + len(name.encode("utf-8"))
    return b"".join([*parts, text[done:]]).decode("utf-8")


def _name(token: bytes) -> str:
    """The name at the beginning of ``token``, which goes on to where the next one starts."""
    letters = token.decode("utf-8")
    size = next((place for place, letter in enumerate(letters) if not (letter.isalnum() or letter == "_")), len(letters))
    return letters[:size]


def literal(value: Any) -> str:
    """``value`` as DuckDB reads it: ``'O''Brien'``, ``['a', 'b']``, ``DATE '2023-03-18'``, ``NULL``, ``true``, ``42``."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return f"TIMESTAMP{'TZ' if value.tzinfo else ''} '{value.isoformat(sep=' ')}'"
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, list | tuple):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    raise TypeError(f"no literal for {type(value).__name__}")


def _number(value: float | Decimal) -> str:
    """A number; a negative one in brackets, or the sign before it and its own would begin a comment."""
    if not isfinite(value):
        return f"'{value}'::double"
    text = repr(value) if isinstance(value, float) else str(value)
    if isinstance(value, float) and "e" not in text:
        text += "e0"  # without it DuckDB reads a decimal number, not a double
    return f"({text})" if text.startswith("-") else text
