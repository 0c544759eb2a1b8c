"""What a file shows, kept inside it: which numbers, of which version, by which questions. Its id stands in the file's footers.

This module knows what stands in a manifest, ``manifest_check`` believes nothing that it reads; ``carriers`` and ``carried`` put it into a
file and take it out again.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from fairboard.exports import carried, carriers, manifest_check
from fairboard.exports.stated import Named, StatedFact, Stating
from fairboard.locale import Language

FORMAT = 1
MOST_FACTS = manifest_check.MOST_FACTS


@dataclass(frozen=True)
class Manifest:
    """``kind`` is briefing, communique, page or answer; ``address`` the parameters of the page that shows the same.

    ``left_out`` counts the numbers of the file that are not listed, because there are too many.
    """

    kind: str
    title: str
    language: Language
    version_id: str
    address: dict[str, str] = field(default_factory=dict)
    stated: tuple[StatedFact, ...] = ()
    left_out: int = 0

    @cached_property
    def manifest_id(self) -> str:
        """A short mark of everything in it: FB- and ten hexadecimal digits."""
        return id_of(_content(self))


def manifest_of(title: str, address: dict[str, str], language: Language, version: Path, facts: Iterable[Named], kind: str = "briefing") -> Manifest:
    """The manifest of a file that shows ``facts``, each once; what is beyond the bound is counted only."""
    held = list({fact.fact_id: fact for fact in facts}.values())
    stating = Stating(language)
    kept = tuple(_askable([stating.fact(fact) for fact in held[:MOST_FACTS]]))
    return Manifest(kind, title[: manifest_check.LONGEST_TITLE], language, version.stem, dict(address), kept, len(held) - len(kept))


def _askable(facts: list[StatedFact]) -> Iterator[StatedFact]:
    """The facts, of which those beyond the bound of questions cannot be asked again."""
    questions: set[Any] = set()
    for fact in facts:
        mark = _question_mark(fact)
        if len(questions) < manifest_check.MOST_QUESTIONS:
            questions.add(mark)
        yield fact if mark in questions else replace(fact, query="")


def as_json(manifest: Manifest) -> str:
    """The manifest as JSON in ASCII, which every carrier takes as it is."""
    content = _content(manifest)
    return json.dumps({"id": id_of(content)} | content, separators=(",", ":"), allow_nan=False)


def from_json(text: str) -> Manifest:
    """The manifest in ``text``, every part of it checked; raises ManifestError."""
    content = manifest_check.checked(text, FORMAT)
    if content.pop("id") != id_of(content):
        raise manifest_check.damaged("its id does not fit its content")
    questions = content["questions"]
    facts = [
        StatedFact(fact["id"], fact["label"], fact["metric"], fact["value"], column=fact["column"], keys=tuple(fact["keys"]), is_row_count=fact["is_row_count"])
        for fact in content["facts"]
    ]
    facts = [_asked(fact, questions, held["question"]) for fact, held in zip(facts, content["facts"], strict=True)]
    return Manifest(content["kind"], content["title"], content["language"], content["version"], content["address"], tuple(facts), content["left_out"])


def id_of(content: dict[str, Any]) -> str:
    """The mark of a content."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"FB-{hashlib.sha256(text.encode()).hexdigest()[:10]}"


def with_manifest(data: bytes, ending: str, manifest: Manifest) -> bytes:
    """The file ``data`` of the format ``ending`` (pptx, xlsx, docx, pdf, html) with the manifest inside."""
    return carriers.put(data, ending, carriers.Load(manifest.manifest_id, manifest.title, as_json(manifest)))


def read_manifest(data: bytes) -> Manifest:
    """The manifest in a file from outside; raises ManifestError, which says what is wrong with the file."""
    return from_json(carried.text_in(data))


def _content(manifest: Manifest) -> dict[str, Any]:
    """Everything but the id; a question that many numbers come from stands once."""
    questions: dict[Any, dict[str, Any]] = {}
    places: dict[Any, int] = {}
    facts = []
    for fact in manifest.stated:
        place = None
        if fact.query:
            mark = _question_mark(fact)
            questions.setdefault(mark, {"query": fact.query, "sql": fact.sql_hash, "filters": fact.filters, "own": fact.own})
            place = places.setdefault(mark, len(places))
        facts.append({
            "id": fact.fact_id, "label": fact.label, "metric": fact.metric, "value": fact.value, "question": place, "column": fact.column,
            "keys": list(fact.keys), "is_row_count": fact.is_row_count,
        })  # fmt: skip
    return {
        "format": FORMAT, "kind": manifest.kind, "title": manifest.title, "language": manifest.language, "version": manifest.version_id,
        "address": manifest.address, "questions": list(questions.values()), "facts": facts, "left_out": manifest.left_out,
    }


def _question_mark(fact: StatedFact) -> Any:
    return fact.query, fact.sql_hash, tuple(sorted(fact.filters.items())), tuple(sorted(fact.own.items()))


def _asked(fact: StatedFact, questions: list[dict[str, Any]], place: int | None) -> StatedFact:
    if place is None:
        return fact
    question = questions[place]
    return replace(fact, query=question["query"], sql_hash=question["sql"], filters=question["filters"], own=question["own"])
