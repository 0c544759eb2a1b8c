"""Whether the numbers of a file still hold: each is asked for again on another version, by the same question, and found by its row.

The version that the file was made from need not exist any more: what it said stands in the file's manifest.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from pathlib import Path
from typing import Any, Literal

from fairboard.analysis import catalogue, filters, formatting, metrics, options, row_key, runner
from fairboard.analysis.catalogue import Query
from fairboard.analysis.explain import Origin
from fairboard.analysis.runner import Answer
from fairboard.errors import FairboardError
from fairboard.exports import stated
from fairboard.exports.manifest import Manifest
from fairboard.exports.request import own_parameters
from fairboard.exports.stated import StatedFact
from fairboard.locale import Language, translate

MOST_NAMED = 5_000
"""Rows of an answer up to which a row that has another key now is looked for by its name."""
State = Literal["equal", "changed", "redefined", "gone", "no_selection", "no_question"]
STATES: dict[State, str] = {
    "equal": "unchanged",
    "changed": "changed",
    "redefined": "question worded anew",
    "gone": "not there any more, or under another name or number",
    "no_selection": "the selection is not there any more",
    "no_question": "cannot be asked any more",
}
"""What each state is called; ``redefined`` is a number whose question has been worded anew, so that a difference may come from that."""
REDEFINED: tuple[str, str] = ("unchanged, though its question has been worded anew", "changed; its question has been worded anew, and the difference may come from that")
"""What ``redefined`` is called where the number is the same, and where it is another one."""


@dataclass(frozen=True)
class FactChange:
    """A number then and now. ``after`` is None where there is none now; ``label`` has the names of today where the row is still there.

    ``is_by_name`` is True where the row has another key now and was found by its name, which no other row has.
    """

    fact: StatedFact
    state: State
    after: float | int | None = None
    label: str = ""
    is_by_name: bool = False

    @property
    def before(self) -> float | int | None:
        """The number in the file."""
        return self.fact.value

    @property
    def difference(self) -> float | int | None:
        """By how much it is more now; None where one of the two is not known."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def size(self) -> float:
        """The difference as a part of the number in the file; what is not there any more, or was not, is infinitely far."""
        if self.state in ("gone", "no_selection", "no_question"):
            return inf
        if self.difference is None:
            return 0 if self.before is self.after else inf
        if stated.is_same(self.before, self.after):
            return 0
        return abs(self.difference / self.before) if self.before else (inf if self.difference else 0)

    def state_text(self, language: Language) -> str:
        """The state in plain words."""
        words = REDEFINED[bool(self.size)] if self.state == "redefined" else STATES[self.state]
        by_name = translate("its row was found by its name, as its number is another one now", language) if self.is_by_name else ""
        return translate("{state}; {more}", language, state=translate(words, language), more=by_name) if by_name else translate(words, language)

    def text(self, value: float | None, language: Language) -> str:
        """A number as its metric writes it, in full."""
        if self.fact.metric in metrics.REGISTRY:
            return formatting.value_text(value, self.fact.metric, language, is_short=False)
        return formatting.exact(value, 0 if isinstance(value, int) else 2)

    def difference_text(self, language: Language) -> str:
        """The difference with its sign, in the unit of the metric (points for a share); empty where there is none."""
        if not self.difference:
            return ""
        return f"{'+' if self.difference > 0 else '−'}{self.text(abs(self.difference), language)}"


@dataclass(frozen=True)
class Staleness:
    """What has become of the numbers of a file, those that changed most first."""

    manifest: Manifest
    version: Path
    changes: tuple[FactChange, ...]

    @cached_property
    def counts(self) -> dict[State, int]:
        """How many numbers are in each state."""
        found = Counter(change.state for change in self.changes)
        return {state: found[state] for state in STATES}

    @property
    def is_same_version(self) -> bool:
        """True where the file was made from the version that it is compared with."""
        return self.manifest.version_id == self.version.stem

    @property
    def is_stale(self) -> bool:
        """True where any number is another one now, or has none."""
        return any(change.size for change in self.changes)


def check(manifest: Manifest, version: Path, language: Language | None = None) -> Staleness:
    """Every number of ``manifest`` on ``version``; names in ``language``, by default that of the file."""
    asked = _Asked(version, language or manifest.language, manifest.language)
    changes = [asked.change(fact) for fact in manifest.stated]
    return Staleness(manifest, version, tuple(sorted(changes, key=lambda change: (-change.size, change.state == "equal"))))


class _Asked:
    """The questions that have been asked on a version, each once."""

    def __init__(self, version: Path, language: Language, file_language: Language) -> None:
        self.version, self.language, self.file_language = version, language, file_language
        self.labels: dict[Any, dict[str, list[dict[str, Any]]]] = {}
        self.answers: dict[Any, Answer | State] = {}
        self.rows: dict[Any, dict[tuple[Any, ...], list[dict[str, Any]]]] = {}
        self.allowed = {name: {option.code for option in found} for name, found in options.of_version(version).items()}

    def change(self, fact: StatedFact) -> FactChange:
        """What has become of ``fact``."""
        mark = (fact.query, tuple(sorted(fact.filters.items())), tuple(sorted(fact.own.items())))
        if mark not in self.answers:
            self.answers[mark] = self._answer(fact)
        answer = self.answers[mark]
        if not isinstance(answer, Answer):
            return FactChange(fact, answer, label=fact.label)
        is_redefined = stated.sql_hash(answer.query) != fact.sql_hash
        if fact.is_row_count:
            return self._compared(fact, answer.row_count, is_redefined, fact.label)
        if fact.column not in answer.frame.columns:
            return FactChange(fact, "no_question", label=fact.label)
        rows = list(self._rows(mark, answer, fact))
        is_by_name = not rows
        rows = rows or self._named(mark, answer, fact)
        if not rows:
            return FactChange(fact, "gone", label=fact.label)
        origin = Origin(answer, fact.column, tuple(rows))
        found = self._compared(fact, stated.number(origin.value), is_redefined, stated.label_of(origin, fact.metric, self.language))
        return replace(found, is_by_name=is_by_name)

    def _answer(self, fact: StatedFact) -> Answer | State:
        if fact.query not in catalogue.names():
            return "no_question"
        query = catalogue.load(fact.query)
        selection, dropped = filters.from_url(fact.filters, self.allowed)
        if dropped:
            return "no_selection"
        try:
            return runner.run(query.name, selection, self.version, **own_parameters(query, _known(query, fact.own)))
        except FairboardError:
            return "no_question"

    def _rows(self, mark: Any, answer: Answer, fact: StatedFact) -> Iterator[dict[str, Any]]:
        """The rows of today behind the number; none where a key does not tell exactly one."""
        for key in fact.keys or ({},):
            names = tuple(key)
            if (mark, names) not in self.rows:
                self.rows[mark, names] = row_key.by_key(answer, names)
            found = self.rows[mark, names].get(tuple(key.values()), [])
            if len(found) == 1:
                yield found[0]

    def _named(self, mark: Any, answer: Answer, fact: StatedFact) -> list[dict[str, Any]]:
        """The one row of today with the name that the file gives, where its key is not there any more: an employer has another number in another version."""
        place = (mark, fact.column, fact.metric)
        if len(fact.keys) != 1 or answer.row_count > MOST_NAMED:
            return []
        if place not in self.labels:
            held: dict[str, list[dict[str, Any]]] = {}
            for row in answer.rows():
                held.setdefault(stated.label_of(Origin(answer, fact.column, (row,)), fact.metric, self.file_language), []).append(row)
            self.labels[place] = held
        found = self.labels[place].get(fact.label, [])
        return found if len(found) == 1 else []

    def _compared(self, fact: StatedFact, value: float | None, is_redefined: bool, label: str) -> FactChange:
        if is_redefined:
            return FactChange(fact, "redefined", value, label)
        return FactChange(fact, "equal" if stated.is_same(fact.value, value) else "changed", value, label)


def _known(query: Query, own: dict[str, str]) -> dict[str, str]:
    """The parameters that the question still has."""
    names = {item.name for item in query.parameters}
    return {name: text for name, text in own.items() if name in names}
