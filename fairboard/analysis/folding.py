"""A statement made quicker to plan: without the conditions of filters that are not set.

A query names every filter that it obeys, most of which are not set. DuckDB would read, bind and plan their conditions before it drops
them, which takes longer than to answer from a small rollup. Only *whether* a parameter is set is written into the statement, never its
value.
"""

import re
from collections.abc import Mapping
from typing import Any

_IS_SET = re.compile(r"\$(\w+) is (not )?null")
_GIVEN = re.compile(r"\(\s*(true|false) or\b")
_PARAMETER = re.compile(r"\$(\w+)")


def folded(sql: str, values: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """``sql`` with every ``$name is null`` decided, so that ``(true or …)`` is true and ``(false or …)`` the rest, and the values still named in it."""
    sql = _IS_SET.sub(lambda match: _word((values[match[1]] is None) is not bool(match[2])) if match[1] in values else match[0], sql)
    parts, end = [], 0
    while found := _GIVEN.search(sql, end):
        parts.append(sql[end : found.start()])
        if found[1] == "true":
            parts.append("true")
            end = _closing(sql, found.start())
        else:
            parts.append("(")
            end = found.end()
    shorter = "".join(parts) + sql[end:]
    return shorter, {name: values[name] for name in dict.fromkeys(_PARAMETER.findall(shorter)) if name in values}


def _word(is_true: bool) -> str:
    return "true" if is_true else "false"


def _closing(sql: str, start: int) -> int:
    """The position after the bracket that closes the one at ``start``; brackets in texts are skipped."""
    depth, is_text = 0, False
    for position in range(start, len(sql)):
        letter = sql[position]
        if letter == "'":
            is_text = not is_text
        elif not is_text and letter in "()":
            depth += 1 if letter == "(" else -1
            if depth == 0:
                return position + 1
    raise ValueError(f"A bracket is not closed: {sql[start:]}")
