"""The rows of an answer as text for the table under a chart."""

from typing import Any

from fairboard.analysis import columns
from fairboard.analysis.runner import Answer


def of(context: Any, answer: Answer, code_column: str | None = None, hidden: tuple[str, ...] = ()) -> dict[str, Any]:
    """``columns`` (label, kind), ``rows`` of text and ``codes`` for a click, as the board wants them."""
    shown = columns.shown(answer.query, context.language, hidden)
    rows = answer.rows()
    return {
        "columns": [{"label": column.label, "kind": _kind(column)} for column in shown],
        "rows": [*zip(*(column.write_all([row[column.name] for row in rows]) for column in shown), strict=True)],
        "codes": [row[code_column] for row in rows] if code_column else None,
    }


def _kind(column: columns.Column) -> str:
    """The class of the cells of a column: numbers stand at the right, dates are not broken."""
    return "fb-number" if column.is_number else "fb-one-line" if column.is_date else ""
