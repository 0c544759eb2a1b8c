"""What a page needs to know about who is looking: language, theme, version and selection."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from fairboard.analysis import filters as filters_module
from fairboard.analysis import options, runner, sentence
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer, Ask
from fairboard.charts import labels
from fairboard.charts.theme import Mode
from fairboard.locale import Language, translate


@dataclass(frozen=True)
class Context:
    """One run of one page for one user."""

    page: str
    language: Language
    mode: Mode
    version: Path
    is_pinned: bool
    filters: Filters

    @property
    def version_id(self) -> str:
        """The id of the version shown."""
        return self.version.stem

    @property
    def record_kinds(self) -> tuple[str, ...]:
        """The kinds of record that the numbers come from."""
        return self.filters.record_kinds or runner.default_record_kinds(self.version)

    @property
    def stamp(self) -> str:
        """Selection, kind of record and version in one line, for pictures and files."""
        return self._line(self.record_kinds)

    @property
    def caption(self) -> str:
        """The line of :attr:`stamp` for a place beside a mark that says already that there is a synthetic sample among the records."""
        return self._line(self.record_kinds if len(self.record_kinds) > 1 else ())

    @property
    def selection_and_kinds(self) -> tuple[str, str]:
        """The selection in words, and the kinds of record in words."""
        kinds = "+".join(options.name_of(self.version, "record_kinds", kind, self.language) for kind in self.record_kinds)
        return sentence.filter_sentence(self.filters, self.version, self.language), kinds

    def _line(self, record_kinds: tuple[str, ...]) -> str:
        kinds = "+".join(options.name_of(self.version, "record_kinds", kind, self.language) for kind in record_kinds)
        parts = [sentence.filter_sentence(self.filters, self.version, self.language), kinds, f"{self.text('Version')} {self.version_id}"]
        return " · ".join(part for part in parts if part)

    def text(self, text: str, **params: Any) -> str:
        """``text`` in the user's language."""
        return translate(text, self.language, **params)

    def run(self, name: str, without: str | tuple[str, ...] | None = None, **parameters: Any) -> Answer:
        """The answer of a query for this selection and version; ``without`` names filters that are left out."""
        return runner.run(name, self._selection(without), self.version, **parameters)

    def ask(self, name: str, without: str | tuple[str, ...] | None = None, **parameters: Any) -> Ask:
        """What :meth:`run` would ask, for :meth:`run_together`."""
        return Ask(name, self._selection(without), parameters)

    def run_together(self, *asks: Ask) -> list[Answer]:
        """The answers of several questions that do not wait for each other."""
        return runner.run_together(asks, self.version)

    def _selection(self, without: str | tuple[str, ...] | None) -> Filters:
        return self.filters.without(*([without] if isinstance(without, str) else without or ()))

    def label(self, row: dict[str, Any]) -> str:
        """The name in a row that has ``label_zh`` and ``label_en``."""
        return labels.plain(row[f"label_{self.language}"])

    def name(self, filter_name: str, code: int | str) -> str:
        """The name of a value of a filter."""
        return options.name_of(self.version, filter_name, code, self.language)

    def filter_label(self, name: str) -> str:
        """The name of a filter."""
        return self.text(sentence.FILTER_LABELS[name])

    def toggle(self, filter_name: str, value: Any) -> None:
        """Add a value to a filter, or take it away; for callbacks only."""
        st.session_state["filters"] = st.session_state["filters"].toggled(filter_name, value)
        st.session_state["filters_moved"] = True

    def choose(self, changes: dict[str, str]) -> None:
        """Take over what a chart was told to choose, as texts by URL key; an empty text clears a filter. For callbacks only."""
        held = st.session_state["filters"].to_url() | changes
        allowed = {name: {option.code for option in found} for name, found in options.of_version(self.version).items()}
        st.session_state["filters"], _ = filters_module.from_url({key: text for key, text in held.items() if text}, allowed)
        st.session_state["filters_moved"] = True

    def empty_reason(self, answer: Answer) -> str:
        """Why there is nothing to show: the filters without which there would be something."""
        for name in reversed(answer.filters.active()):
            if name in answer.query.filters and not runner.run(
                answer.query.name, answer.filters.without(name), self.version, **self._own_parameters(answer)
            ).is_empty:
                return self.text("Nothing matches. Without the filter “{filter}” there would be something to show.", filter=self.filter_label(name))
        if answer.filters.active():
            return self.text("Nothing matches these filters. Clear them to see all records.")
        return self.text("There are no such records in this version.")

    @staticmethod
    def _own_parameters(answer: Answer) -> dict[str, Any]:
        names = {item.name for item in answer.query.parameters}
        return {name: value for name, value in answer.parameters.items() if name in names}
