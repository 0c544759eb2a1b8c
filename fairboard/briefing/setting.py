"""What the slides of one briefing are made from: selection, version, language and subject, and the ways to ask and to write."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fairboard.analysis import comparison, formatting, metrics, options, runner, sentence
from fairboard.analysis.catalogue import Query
from fairboard.analysis.explain import Origin
from fairboard.analysis.filled_sql import filled
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.briefing import writing
from fairboard.briefing.model import Definition, Fact, Mention, SubjectKind, Text
from fairboard.briefing.writing import Part
from fairboard.charts.labels import plain
from fairboard.locale import Language, translate

THRESHOLD_YUAN = 10_000
LEAST_OPENINGS = 30
LEAST_PEOPLE = 30
LEAST_EMPLOYERS = 5
LEAST_ROWS = 3
"""Below these nothing is said of a slide's numbers; they are shown, and the slide says that the base is small."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """One briefing in the making. Answers are shared with the pages, so that asking twice costs nothing."""

    filters: Filters
    version: Path
    language: Language
    subject: SubjectKind = "season"

    @property
    def record_kinds(self) -> tuple[str, ...]:
        """The kinds of record that the numbers come from."""
        return self.filters.record_kinds or runner.default_record_kinds(self.version)

    def ask(self, name: str, *without: str, **parameters: Any) -> Answer:
        """The answer of ``queries/<name>.sql`` for the selection; the filters called ``without`` are left out."""
        return runner.run(name, self.filters.without(*without), self.version, **parameters)

    def translate(self, text: str, **params: Any) -> str:
        """``text`` in the language of the briefing."""
        return translate(text, self.language, **params)

    def say(self, text: str, **parts: Part) -> Text:
        """A sentence with mentions of facts in it."""
        return writing.say(text, self.language, **parts)

    def label(self, row: Row, column: str = "label") -> str:
        """The name in a row that has ``<column>_zh`` and ``<column>_en``; empty where there is none."""
        return plain(row[f"{column}_{self.language}"] or "")

    def name(self, filter_name: str, code: int | str) -> str:
        """The name of a value of a filter."""
        return options.name_of(self.version, filter_name, code, self.language)

    def mention(self, fact: Fact) -> Mention:
        """The number in full, as it stands in a sentence."""
        return writing.mention(fact, self.language)

    def filter_names(self, names: list[str]) -> str:
        """Filters by name, in a list."""
        return writing.comma(self.language).join(self.translate(sentence.FILTER_LABELS[name]) for name in names)

    def not_obeyed(self, query: Query, *more: str) -> list[str]:
        """The active filters that a slide does not obey: those that ``query`` does not know, and ``more``, which were left out or mean nothing there."""
        return [name for name in self.filters.active() if name not in query.filters or name in more]

    def basis(self, metric_id: str, ignored: list[str], remark: str = "") -> str:
        """Unit, counting basis, what else has to be said of both, and the filters that are not obeyed."""
        item = metrics.metric(metric_id)
        parts = [self.translate("Unit: {unit}; counted by: {basis}", unit=self.translate(item.unit), basis=self.translate(item.basis)), remark,
                 self.translate("Does not obey: {filters}", filters=self.filter_names(ignored)) if ignored else ""]
        return " · ".join(part for part in parts if part)

    def definitions(self, *metric_ids: str) -> tuple[Definition, ...]:
        """What metrics mean, each once."""
        return tuple(self._definition(metric_id) for metric_id in dict.fromkeys(metric_ids))

    def _definition(self, metric_id: str) -> Definition:
        item = metrics.metric(metric_id)
        text = " ".join(self.translate(part) for part in (item.definition, item.caveat) if part)
        unit = self.translate("{unit}, counted by: {basis}", unit=self.translate(item.unit), basis=self.translate(item.basis))
        return Definition(self.translate(item.label), text, unit)

    def sql(self, *answers: Answer) -> tuple[tuple[str, str], ...]:
        """The questions with their statements, parameters filled in, each once."""
        return tuple(dict.fromkeys((self.translate(answer.query.question), filled(answer.query.sql, answer.parameters)) for answer in answers))

    def compared(self) -> comparison.Comparison | None:
        """With what the selection is compared, by name."""
        return comparison.named_comparison(self.filters, self.version, self.language)

    def empty_reason(self, answer: Answer) -> str:
        """Why there is nothing to show: the filter without which there would be something."""
        own = {item.name: answer.parameters[item.name] for item in answer.query.parameters}
        for name in reversed(answer.filters.active()):
            if name in answer.query.filters and not runner.run(answer.query.name, answer.filters.without(name), self.version, **own).is_empty:
                return self.translate("Nothing matches. Without the filter “{filter}” there would be something to show.", filter=self.filter_names([name]))
        if answer.filters.active():
            return self.translate("Nothing matches these filters. Clear them to see all records.")
        return self.translate("There are no such records in this version.")


def fact(fact_id: str, metric_id: str, answer: Answer, row: Row, column: str = "") -> Fact:
    """The number in ``column`` of ``row``; the column is called as the metric unless it is named."""
    column = column or metric_id
    value = row[column]
    return Fact(fact_id, metric_id, None if formatting.is_missing(value) else value, Origin(answer, column, (row,)))


def count_fact(fact_id: str, metric_id: str, answer: Answer, column: str) -> Fact:
    """How many rows ``answer`` has; ``column`` says of what."""
    origin = Origin(answer, column)
    return Fact(fact_id, metric_id, origin.value, origin)


def coded(code: object) -> str:
    """A code as it stands in the id of a fact."""
    return "not_stated" if code is None else str(code)
