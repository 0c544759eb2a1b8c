"""A statement made quicker to plan: without the conditions of filters that are not set, and with the selected fairs as a list.

A query names every filter that it obeys, most of which are not set. DuckDB would read, bind and plan their conditions before it drops
them, which takes longer than to answer from a small rollup. Only *whether* a parameter is set is written into the statement, never its
value.
"""

import re
from collections.abc import Set

_IS_SET = re.compile(r"\$(\w+) is (not )?null")
_GIVEN = re.compile(r"\(\s*(true|false) or\b")
# A column alone is asked: what stands before it must not be a part of the same expression.
_IN_LIST = re.compile(r"(^|\(|\band\b|\bor\b|\bwhere\b)(\s*)((?:\w+\.)?\w+) in \(select unnest\(\$(\w+)\)\)")
_WORD = re.compile(r"\w+")
_IN_FAIRS = re.compile(r"((?:\w+\.)?fair_id) in \(select fair_id from selected_fairs\)")


def folded(sql: str, unset: Set[str]) -> str:
    """``sql`` with ``$name is null`` decided, the parameters called ``unset`` being null: ``(true or …)`` is true, ``(false or …)`` the rest."""
    sql = _IS_SET.sub(lambda match: "true" if (match[1] in unset) is not bool(match[2]) else "false", sql)
    parts, end = [], 0
    while found := _GIVEN.search(sql, end):
        parts.append(sql[end : found.start()])
        if found[1] == "true":
            parts.append("true")
            end = _closing(sql, found.start())
        else:
            parts.append("(")
            end = found.end()
    return "".join(parts) + sql[end:]


def with_lists(sql: str, names: Set[str]) -> str:
    """``sql`` with ``column in (select unnest($name))`` as a condition on the column alone for the lists called ``names``.

    That is planned at once and skips rows that a join would read; over many rows and with several texts the join is quicker.
    """
    return _IN_LIST.sub(lambda match: f"{match[1]}{match[2]}list_contains(${match[4]}, {match[3]})" if match[4] in names else match[0], sql)


def with_fairs(sql: str) -> str:
    """``sql`` with the selected fairs as the list ``$selected_fair_ids``: DuckDB then knows which parts of a table hold none of them."""
    return _IN_FAIRS.sub(r"list_contains($selected_fair_ids, \1)", sql)


def asked_for(steps: dict[str, str], body: str) -> dict[str, str]:
    """Those of ``steps`` that ``body`` or a step after them reads."""
    kept: dict[str, str] = {}
    words = set(_WORD.findall(body))
    for step, sql in reversed(steps.items()):
        if step in words:
            kept[step] = sql
            words.update(_WORD.findall(sql))
    return dict(reversed(kept.items()))


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
