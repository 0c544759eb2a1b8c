"""Explain this number: the records behind a figure of an answer, checked against it before anybody sees them.

What a number counts is worked out by general rules (``explain_rules``). They may be wrong for a question that they were not made for,
so the records found are counted and compared with the number: where that differs, there are no records to show, and the reader is told.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import isclose
from typing import Any

from fairboard.analysis import catalogue, explain_rules, formatting, runner
from fairboard.analysis.explain_rules import QUANTILES, Part
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer

MOST_ROWS = 100


@dataclass(frozen=True)
class Origin:
    """Where a number stands: a column of an answer, in the rows of a mark (None: the number of all rows, such as a count of fairs).

    ``filters`` are those of the records behind where they differ from the answer's, such as one side of a comparison, and ``name`` says
    which number it is where a tile has several.
    """

    answer: Answer
    column: str
    rows: tuple[dict[str, Any], ...] | None = None
    filters: Filters | dict[str, Filters] | None = None
    name: str = ""

    @property
    def selection(self) -> Filters:
        """The selection that the records behind obey."""
        if isinstance(self.filters, dict):
            sides = [side for side in self.filters if f"_{side}" in self.column]
            return self.filters[sides[0]] if sides else self.answer.filters
        return self.filters or self.answer.filters

    @property
    def value(self) -> Any:
        """The number itself; a mark that stands for several rows has their sum."""
        if self.rows is None:
            return len(self.answer.frame)
        values = [row[self.column] for row in self.rows if not formatting.is_missing(row.get(self.column))]
        if len(self.rows) == 1 or not values:
            return values[0] if values else None
        return sum(values)


@dataclass(frozen=True)
class Behind:
    """The records of one part: how they are counted, where they come from, and the questions that give them."""

    part: Part
    origin: Origin

    def ask(self, name: str, **own: Any) -> Answer:
        """The answer of one of the queries of ``queries/explain`` for this part."""
        query = f"explain/{name}"
        known = dict.fromkeys(item.name for item in catalogue.load(query).parameters) | self.part.conditions | own
        if "wage_basis" in known:
            known["wage_basis"] = self.origin.answer.parameters.get("wage_basis") or "floor"
        return runner.run(query, self.origin.selection, self.origin.answer.version, **known)

    @cached_property
    def sources(self) -> Answer:
        """The files (or the sample) that the records come from, with what each of them counts."""
        table = {"employers": "postings", "universities": "attendance"}.get(self.part.records, self.part.records)
        return self.ask(f"{table}_sources")

    @cached_property
    def rows(self) -> Answer:
        """The first records."""
        return self.ask(self.part.records, row_limit=MOST_ROWS)

    @property
    def all_rows(self) -> Answer:
        """The question for all records, for a file; the rows in it are the first ones."""
        return replace(self.rows, parameters=self.rows.parameters | {"row_limit": None})

    @cached_property
    def total(self) -> int:
        """The records added up by the measure of the part."""
        if self.part.records in ("employers", "universities", "fairs"):
            rows = self.rows.rows()
            return rows[0][self.part.records] if rows else 0
        return sum(row[self.part.measure] for row in self.sources.rows())

    @cached_property
    def row_count(self) -> int:
        """How many records there are."""
        column = {"postings": "postings", "attendance": "row_count", "agreements": "agreements"}.get(self.part.records)
        return sum(row[column] for row in self.sources.rows()) if column else self.total


@dataclass(frozen=True)
class Explanation:
    """A number with the records behind it; ``behind`` is empty where they could not be determined."""

    origin: Origin
    behind: tuple[Behind, ...]


def explain(origin: Origin) -> Explanation:
    """The records behind ``origin``, only where counting them gives the number."""
    value = origin.value
    rows = explain_rules.hosts_named(origin.answer, list(origin.rows or ()))
    parts = [explain_rules.narrowed(part, origin.answer, origin.column, rows) for part in explain_rules.parts_of(origin.answer, origin.column, value)]
    if formatting.is_missing(value) or (len(rows) > 1 and len(parts) != 1) or not all(explain_rules.reaches(part, rows) for part in parts):
        return Explanation(origin, ())
    behind = tuple(Behind(part, origin) for part in parts)
    return Explanation(origin, behind if behind and agrees(behind, quantile_of(origin), value) else ())


def quantile_of(origin: Origin) -> float | None:
    """Which part of the openings pays no more than the number, where it is a quantile of the wage."""
    code = origin.rows[0].get("quartile_code") if origin.rows else None
    return QUANTILES.get(origin.column) or QUANTILES.get(code)


def agrees(behind: tuple[Behind, ...], quantile: float | None, value: float) -> bool:
    """True when counting the records gives ``value``: their sum, the ratio of two sums, or a quantile reached by the right part of them."""
    if len(behind) == 1:
        return behind[0].total == value
    first, second = behind
    if quantile is not None:
        below = replace(second, part=replace(second.part, conditions=second.part.conditions | {"wage_up_to_yuan": int(value) - 1}))
        return below.total < quantile * first.total <= second.total
    return second.total > 0 and isclose(first.total / second.total, value, rel_tol=1e-9)


def explainable(answer: Answer) -> list[str]:
    """The columns of ``answer`` that a rule knows, in their order."""
    return [item.name for item in answer.query.columns if explain_rules.parts_of(answer, item.name, 0)]
