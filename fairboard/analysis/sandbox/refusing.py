"""Which statements are run at all: one, and only such as read. All others are refused before anything runs."""

import re

import duckdb

from fairboard.errors import QueryError

READING = duckdb.StatementType.SELECT
EXPLAINING = duckdb.StatementType.EXPLAIN
SEVERAL = duckdb.StatementType.MULTI
LONGEST_WORD = 24


def checked(text: str) -> bool:
    """True for a statement that gives rows, False for one that explains; raises QueryError for everything else, with the reason."""
    statement = _only_statement(text)
    kind = _kind(statement)
    if kind == EXPLAINING and _explains_a_reader(text):
        return False
    if kind == SEVERAL:
        raise QueryError("PIVOT without a list of values is not run here, because DuckDB makes a type for it first. Write the values: `pivot … on column in ('a', 'b')`.")
    if kind != READING:
        raise refused(text)
    if statement.named_parameters:
        names = ", ".join(f"${name}" for name in sorted(statement.named_parameters))
        raise QueryError("{names} has no value here. Write the value in its place.", names=names)
    return True


def _only_statement(text: str) -> duckdb.Statement:
    statements = duckdb.extract_statements(text)
    if not statements:
        raise QueryError("There is no statement to run yet.")
    if len(statements) > 1:
        raise QueryError("These are {count} statements. One is run at a time: leave one and take out the rest.", count=len(statements))
    return statements[0]


def _kind(statement: duckdb.Statement) -> duckdb.StatementType | None:
    """The kind, or None for one that the library does not know itself."""
    try:
        return statement.type
    except ValueError:
        return None


def trimmed(text: str) -> str:
    """``text`` without the semicolon and the comments at its end, so that it can stand within another statement."""
    data = text.encode("utf-8")
    end = len(data)
    for start, kind in reversed(duckdb.tokenize(text)):
        if kind != duckdb.token_type.comment and data[start:end].strip() != b";":
            break
        end = start
    return data[:end].decode("utf-8")


def refused(text: str) -> QueryError:
    """What to say about a statement that does not only read."""
    return QueryError(
        "{statement} is not run here: this page only reads, it changes nothing, sets nothing and reaches no file. "
        "What can be run is one SELECT (also WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN).",
        statement=first_word(text),
    )


def first_word(text: str) -> str:
    """The word that a statement begins with, such as COPY."""
    starts = [start for start, kind in duckdb.tokenize(text) if kind != duckdb.token_type.comment]
    found = re.match(r"\w+", text.encode("utf-8")[starts[0] :].decode("utf-8", "replace")) if starts else None
    return found.group()[:LONGEST_WORD].upper() if found else "…"


def _explains_a_reader(text: str) -> bool:
    """What comes after EXPLAIN, ANALYZE and options in brackets has to be a reading statement as well."""
    plain = _without_comments(text)
    rest = re.sub(r"^\s*explain\b\s*(analy[zs]e\b)?\s*(\((?:\s*\w+\s*\w*\s*,?)+\)(?=\s*\w))?", "", plain, count=1, flags=re.IGNORECASE)
    found = duckdb.extract_statements(rest)
    return len(found) == 1 and _kind(found[0]) == READING and not found[0].named_parameters


def _without_comments(text: str) -> str:
    data = text.encode("utf-8")
    tokens = duckdb.tokenize(text)
    ends = [*(start for start, _ in tokens[1:]), len(data)]
    return b"".join(data[start:end] for (start, kind), end in zip(tokens, ends, strict=True) if kind != duckdb.token_type.comment).decode("utf-8")
