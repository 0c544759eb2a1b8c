"""What is to be exported, read from an address or a command and checked in every part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from fairboard.analysis import catalogue, filters, options, runner, sentence
from fairboard.analysis.catalogue import Item, Query
from fairboard.analysis.filters import URL_KEYS, Filters
from fairboard.errors import RequestError
from fairboard.locale import LANGUAGES, Language
from fairboard.store import versions

ENDINGS = ("csv", "xlsx", "parquet")
RECORDS = "records"
RECORDS_QUERY = "records/rows"
OWN = "p_"
LONGEST_TEXT = 200
INTEGER_BITS = {"tinyint": 8, "smallint": 16, "integer": 32, "bigint": 64}
CHOICES = {
    "wage_basis": ("floor", "midpoint", "ceiling"),
    "sort_column": ("stored", "starts_on", "employer", "sector", "region", "education", "wage_min", "wage_max", "openings"),
}
"""Own parameters that take one of a few words: SQL would read any other word as one of these."""


class UnknownExportError(RequestError):
    """There is nothing under this address."""


@dataclass(frozen=True)
class Export:
    """The rows of one question on one version, in one format and language."""

    query: Query
    ending: str
    filters: Filters
    version: Path
    language: Language
    parameters: dict[str, Any] = field(default_factory=dict)
    has_definitions: bool = False

    @property
    def record_kinds(self) -> tuple[str, ...]:
        """The kinds of record that the rows come from."""
        return self.filters.record_kinds or runner.default_record_kinds(self.version)

    @property
    def record_kinds_text(self) -> str:
        """The same in words."""
        return "+".join(options.name_of(self.version, "record_kinds", kind, self.language) for kind in self.record_kinds)

    @property
    def sentence(self) -> str:
        """The selection in words, with the text searched for."""
        words = sentence.filter_sentence(self.filters, self.version, self.language)
        search = self.parameters.get("search")
        return f"{words} · “{search}”" if search else words

    @property
    def file_name(self) -> str:
        """A name in ASCII that says question, kind of record, selection and version; a long selection is cut."""
        selection = "-".join(f"{key}_{value}" for key, value in self.filters.to_url().items() if key != "record")
        parts = ["fairboard", self.query.name.replace("/", "-"), "-".join(self.record_kinds), selection[:80], self.version.stem]
        name = "-".join(re.sub(r"[^A-Za-z0-9_.-]", "_", part).strip(".") for part in parts if part)
        return f"{name}.{'zip' if self.has_definitions else self.ending}"


def from_url(target: str, url: Mapping[str, str]) -> Export:
    """The export that ``/fairboard/export/<target>?<url>`` names, ``target`` being ``<query>.<ending>`` or ``records.<ending>``.

    Raises UnknownExportError for a question or a format that does not exist, RequestError for any value that means nothing: a file
    with less restriction than asked for would mislead.
    """
    name, _, ending = target.rpartition(".")
    query = find_query(RECORDS_QUERY if name == RECORDS else name)
    if ending not in ENDINGS:
        raise UnknownExportError("There is no format {ending}; there are csv, xlsx and parquet.", ending=plain(ending, 20))
    version = find_version(url.get("v"))
    allowed = {name: {option.code for option in found} for name, found in options.of_version(version).items()}
    selection, dropped = filters.from_url({key: url[key] for key in URL_KEYS.values() if key in url}, allowed)
    if dropped:
        raise RequestError("These values mean nothing in this version: {values}", values=", ".join(plain(item, 60) for item in dropped[:5]))
    return Export(
        query=query, ending=ending, filters=selection, version=version, language=language_of(url),
        parameters=own_parameters(query, {key.removeprefix(OWN): value for key, value in url.items() if key.startswith(OWN)}),
        has_definitions=ending == "csv" and url.get("with") == "definitions",
    )


def plain(text: str, most: int) -> str:
    """The first ``most`` letters of a text from outside, control characters written out."""
    return repr(text)[1:-1][:most]


def language_of(url: Mapping[str, str]) -> Language:
    """The language asked for, Chinese where it is unknown."""
    return url["lang"] if url.get("lang") in LANGUAGES else "zh"


def find_query(name: str) -> Query:
    """The query of this name; only those of the catalogue can be exported."""
    if name not in catalogue.names():
        raise UnknownExportError("There is no question {name} to export.", name=plain(name, 60))
    return catalogue.load(name)


def find_version(version_id: str | None) -> Path:
    """The version of this id, or the current one; it is opened, so that a version which is gone is told at once."""
    path = versions.version_path(version_id) if version_id else versions.current_version()
    runner.cursor(path)
    return path


def own_parameters(query: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """The query's own parameters as values of their declared types; one that is not given is null where its meaning speaks of null."""
    unknown = sorted(given.keys() - {item.name for item in query.parameters})
    if unknown:
        raise RequestError("The question {name} has no parameter {parameter}.", name=query.name, parameter=plain(unknown[0], 40))
    values: dict[str, Any] = {}
    for item in query.parameters:
        if item.name in given:
            values[item.name] = cast(item, given[item.name])
        elif "null" in item.meaning:
            values[item.name] = None
        else:
            raise RequestError("The question {name} needs the parameter {parameter}: {meaning}.", name=query.name, parameter=item.name, meaning=item.meaning)
    return values


def cast(item: Item, text: str) -> Any:
    """``text`` as a value of the parameter's SQL type; raises RequestError where it is none."""
    try:
        if item.type.endswith("[]"):
            return [_scalar(item.type.removesuffix("[]"), part) for part in text.split(".") if part]
        value = _scalar(item.type, text)
    except ValueError:
        raise _bad_value(item, text) from None
    if item.name in CHOICES and value not in CHOICES[item.name]:
        raise _bad_value(item, text)
    return value


def _scalar(sql_type: str, text: str) -> Any:
    if len(text) > LONGEST_TEXT or "\x00" in text:
        raise ValueError(text)
    if sql_type in INTEGER_BITS:
        value = int(text) if re.fullmatch(r"-?[0-9]{1,19}", text) else None
        if value is None or not -(2 ** (INTEGER_BITS[sql_type] - 1)) <= value < 2 ** (INTEGER_BITS[sql_type] - 1):
            raise ValueError(text)
        return value
    if sql_type == "double":
        if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", text):
            raise ValueError(text)
        return float(text)
    if sql_type == "boolean":
        return {"true": True, "false": False}[text.lower()] if text.lower() in ("true", "false") else _refuse(text)
    return date.fromisoformat(text) if sql_type == "date" else text


def _refuse(text: str) -> Any:
    raise ValueError(text)


def _bad_value(item: Item, text: str) -> RequestError:
    return RequestError("{value} is not a value for {parameter}: {meaning}.", value=plain(text, 60), parameter=item.name, meaning=item.meaning)
