"""Explain this number: the records behind a figure of an answer, checked against it before anybody sees them.

What a number counts is worked out by general rules (``explain_rules``). They may be wrong for a question that they were not made for,
so the records found are counted and compared with the number: where that differs, there are no records to show, and the reader is told.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import isclose
from typing import Any

from fairboard.analysis import catalogue, explain_rules, formatting, runner
from fairboard.analysis.explain_general import QUANTILES
from fairboard.analysis.explain_parts import Part
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer

MOST_ROWS = 100
PRECISION = 1e-9
SOURCES = {"employers": "postings", "universities": "attendance", "identities": "compared"}
"""Records whose files are those of the records that they are counted in."""
ROW_COUNTS = {
    "postings": "postings", "compared": "postings", "attendance": "row_count", "agreements": "agreements",
    "employers": "employers", "universities": "universities", "fairs": "fairs", "identities": "employers",
}  # fmt: skip
IN_ALL = ("employers", "universities", "fairs", "regions", "all_participations")
"""Columns that say in every record how many different things there are behind the number in all."""


@dataclass(frozen=True)
class Origin:
    """Where a number stands: a column of an answer, in the rows of a mark (None: the number of all rows, such as a count of fairs).

    ``filters`` say in words of which selection the number is where that is not the answer's: one side of a comparison, or both by their
    letter. ``name`` says which number it is where a tile has several.
    """

    answer: Answer
    column: str
    rows: tuple[dict[str, Any], ...] | None = None
    filters: Filters | dict[str, Filters] | None = None
    name: str = ""

    @property
    def value(self) -> Any:
        """The number itself; a mark that stands for several rows has their sum."""
        if self.rows is None:
            return self.answer.row_count
        values = [row[self.column] for row in self.rows if not formatting.is_missing(row.get(self.column))]
        if len(self.rows) == 1 or not values:
            return values[0] if values else None
        return sum(values)


@dataclass(frozen=True)
class Behind:
    """The records of one part: how they are counted, where they come from, and the questions that give them."""

    part: Part
    origin: Origin

    @property
    def selection(self) -> Filters:
        """The selection that the records obey: that of the answer, as far as its question obeys it, with what is different for this part."""
        answer = self.origin.answer
        return replace(answer.filters.without(*answer.ignored_filters), **self.part.filters)

    def ask(self, name: str, **own: Any) -> Answer:
        """The answer of one of the queries of ``queries/explain`` for this part; what the question was asked with, it is asked with too."""
        query = f"explain/{name}"
        answer = self.origin.answer
        known = {item.name: answer.parameters.get(item.name) for item in catalogue.load(query).parameters} | self.part.conditions | own
        if "wage_basis" in known:
            known["wage_basis"] = known["wage_basis"] or "floor"
        return runner.run(query, self.selection, answer.version, **known)

    @cached_property
    def sources(self) -> Answer:
        """The files (or the sample) that the records come from, with what each of them counts."""
        return self.ask(f"{SOURCES.get(self.part.records, self.part.records)}_sources")

    @cached_property
    def rows(self) -> Answer:
        """The first records."""
        return self.ask(self.part.records, row_limit=MOST_ROWS)

    @property
    def all_rows(self) -> Answer:
        """The question for all records, for a file; the rows in it are the first ones."""
        return replace(self.rows, parameters=self.rows.parameters | {"row_limit": None})

    @cached_property
    def total(self) -> float:
        """The records added up by the measure of the part."""
        return self._in_all(self.part.measure) if self.part.measure in IN_ALL else self.sum_of(self.part.measure)

    @cached_property
    def row_count(self) -> int:
        """How many records there are."""
        column = ROW_COUNTS[self.part.records]
        return self._in_all(column) if column in IN_ALL else self.sum_of(column)

    def sum_of(self, column: str) -> float:
        """A column of the sources added up."""
        return sum(row[column] or 0 for row in self.sources.rows())

    def _in_all(self, column: str) -> int:
        """A column that says in each record how many different things there are in all."""
        rows = self.rows.rows()
        return rows[0][column] if rows else 0


@dataclass(frozen=True)
class Explanation:
    """A number with the records behind it; ``behind`` is empty where they could not be determined."""

    origin: Origin
    behind: tuple[Behind, ...]


def explain(origin: Origin) -> Explanation:
    """The records behind ``origin``, only where counting them gives the number."""
    value, rows = origin.value, list(origin.rows or ())
    parts = [] if formatting.is_missing(value) else explain_rules.parts_of(origin.answer, origin.column, rows, value)
    if len(rows) > 1 and len(parts) != 1:
        return Explanation(origin, ())
    behind = tuple(Behind(part, origin) for part in parts)
    return Explanation(origin, behind if behind and agrees(behind, quantile_of(origin), value) else ())


def quantile_of(origin: Origin) -> float | None:
    """Which part of the openings pays no more than the number, where it is a quantile of the wage."""
    code = origin.rows[0].get("quartile_code") if origin.rows else None
    return QUANTILES.get(origin.column) or QUANTILES.get(code)


def agrees(behind: tuple[Behind, ...], quantile: float | None, value: float) -> bool:
    """True when counting the records gives ``value``: their sum, the ratio or difference of two sums, or a quantile, or two of them."""
    if len(behind) == 1:
        return isclose(behind[0].total, value, rel_tol=PRECISION)
    if len(behind) == 4:
        a, b = (pair[1].part.conditions["wage_up_to_yuan"] for pair in (behind[:2], behind[2:]))
        return b - a == value and is_quantile(behind[:2], quantile) and is_quantile(behind[2:], quantile)
    if quantile is not None:
        return is_quantile(behind, quantile)
    first, second = behind
    if second.part.role == "added":
        return isclose(second.total - first.total, value, rel_tol=PRECISION)
    return second.total > 0 and isclose(first.total / second.total, value, rel_tol=PRECISION)


def is_quantile(behind: tuple[Behind, ...], quantile: float) -> bool:
    """True when the second part is reached by ``quantile`` of the openings, and not by those that pay less."""
    first, second = behind
    below = replace(second, part=second.part.where(wage_up_to_yuan=second.part.conditions["wage_up_to_yuan"] - 1))
    return below.total < quantile * first.total <= second.total


def explainable(answer: Answer) -> list[str]:
    """The columns of ``answer`` that a rule knows, in their order."""
    return [item.name for item in answer.query.columns if explain_rules.parts_of(answer, item.name, [], 0)]
