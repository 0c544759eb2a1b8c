"""DuckDB's SQL as Spark understands it: sqlglot's translation, and what it does not know of lists."""

import re
from functools import cache

from fairboard.errors import QueryError
from fairboard.store import schema


def translated(sql: str) -> str:
    """A SELECT of the project in Spark's SQL, without the order of its rows; raises QueryError where it cannot be translated."""
    import sqlglot
    from sqlglot import errors, exp

    try:
        tree = sqlglot.parse_one(sql, read="duckdb")
        tree.set("order", None)  # DuckDB puts the rows in order when it stores them
        lists = list_columns() | {alias.alias for alias in tree.find_all(exp.Alias) if _is_list(alias.this, list_columns())}
        return tree.transform(lambda node: _of_lists(node, lists)).sql(dialect="spark", unsupported_level=errors.ErrorLevel.RAISE)
    except errors.SqlglotError as error:
        raise QueryError("The statement cannot be translated for Spark: {reason}", reason=str(error).splitlines()[0]) from error


@cache
def list_columns() -> frozenset[str]:
    """The columns of the schema that hold lists."""
    return frozenset(re.findall(r"^    (\w+) \w+ ?\[\]", schema.schema_text(), flags=re.MULTILINE))


def _is_list(node: object, columns: frozenset[str]) -> bool:
    from sqlglot import exp

    if isinstance(node, exp.Column):
        return node.name in columns
    return isinstance(node, (exp.Transform, exp.ArraySort, exp.ArrayDistinct, exp.ArrayCompact, exp.ArrayFilter, exp.Array))


def _of_lists(node: object, columns: frozenset[str]) -> object:
    """``len`` of a list counts its members, where that of a text counts its letters; DuckDB's distinct members leave null out."""
    from sqlglot import exp

    if isinstance(node, exp.Length) and _is_list(node.this, columns):
        return exp.ArraySize(this=node.this)
    if isinstance(node, exp.ArrayDistinct) and not isinstance(node.parent, exp.ArrayCompact):
        return exp.ArrayCompact(this=node.copy())
    return node
