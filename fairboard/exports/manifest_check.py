"""Whether a text is a manifest: each part has its type and its bounds, and names only what can be asked.

A question, column or parameter that this program does not have is no fault of the file, which may be older: such a number is kept
with its name, and it is for the stale check to say that it cannot be asked again. Names that have another form are refused.
"""

import json
import re
from math import isfinite
from typing import Any, NoReturn

from fairboard.analysis import catalogue, filters
from fairboard.analysis.catalogue import Query
from fairboard.errors import InputFileError, RequestError
from fairboard.exports.request import own_parameters
from fairboard.locale import LANGUAGES

KINDS = ("briefing", "communique", "page", "answer")
MOST_FACTS, MOST_QUESTIONS, MOST_KEYS, MOST_KEY_PARTS = 20_000, 120, 200, 40
MOST_ROWS = 1000
LONGEST_TITLE, LONGEST_TEXT, LONGEST_VALUE, LONGEST_JSON = 300, 300, 40_000, 12_000_000
QUERY = re.compile(r"[a-z0-9_]{1,40}/[a-z0-9_]{1,60}")
NAME = re.compile(r"[a-z0-9_]{0,80}")
HASH = re.compile(r"[0-9a-f]{12}")
ID = re.compile(r"FB-[0-9a-f]{10}")
VERSION = re.compile(r"[A-Za-z0-9_.-]{1,80}")
TOO_LONG = ("records/rows", "records/page")
"""Questions with a row for each posting: no file states its numbers by them."""


class ManifestError(InputFileError):
    """A file has no manifest, or one that cannot be believed."""


def damaged(reason: str) -> ManifestError:
    """What to say of a manifest that is not as Fairboard writes it; ``reason`` is for those who look closer."""
    return ManifestError("What the file says about itself is damaged ({reason}). Export it again.", reason=reason)


def checked(text: str, newest: int) -> dict[str, Any]:
    """The content of a manifest, in which everything is of the right type and within bounds; raises ManifestError."""
    if len(text) > LONGEST_JSON:
        raise ManifestError("What the file says about itself is too large to be read.")
    try:
        content = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise damaged("no JSON") from None
    if not isinstance(content, dict):
        raise damaged("no object")
    _format(content, newest)
    try:
        _whole(content)
        for question in content["questions"]:
            _question(question)
        for fact in content["facts"]:
            _fact(fact, len(content["questions"]))
    except (KeyError, TypeError):
        raise damaged("a part is missing") from None
    return content


def _format(content: dict[str, Any], newest: int) -> None:
    number = content.get("format")
    if type(number) is not int or number < 1:
        raise damaged("no format")
    if number > newest:
        raise ManifestError("The file comes from a newer Fairboard (its format is {number}, this one reads {newest}). Update this program.", number=number, newest=newest)


def _whole(content: dict[str, Any]) -> None:
    _exactly(content, {"id", "format", "kind", "title", "language", "version", "address", "questions", "facts", "left_out"})
    _need(content["kind"] in KINDS, "kind")
    _need(content["language"] in LANGUAGES, "language")
    _text(content["title"], LONGEST_TITLE, "title")
    _need(_matches(ID, content["id"]) and _matches(VERSION, content["version"]), "id or version")
    _texts(content["address"], 60, "address")
    _need(isinstance(content["questions"], list) and len(content["questions"]) <= MOST_QUESTIONS, "questions")
    _need(isinstance(content["facts"], list) and len(content["facts"]) <= MOST_FACTS, "facts")
    _need(_is_count(content["left_out"]), "left_out")


def _question(question: Any) -> None:
    _exactly(question, {"query", "sql", "filters", "own"})
    _need(_matches(QUERY, question["query"]) and question["query"] not in TOO_LONG, "question")
    _need(_matches(HASH, question["sql"]), "sql")
    _texts(question["filters"], len(filters.URL_KEYS), "filters")
    _texts(question["own"], 60, "parameters")
    _need(question["filters"].keys() <= set(filters.URL_KEYS.values()), "filters")
    _need(not filters.from_url(question["filters"])[1], "filters")
    if question["query"] in catalogue.names():
        query = catalogue.load(question["query"])
        is_of_today = question["own"].keys() <= {item.name for item in query.parameters}
        _need(not is_of_today or can_be_asked(query, question["own"]), f"parameters of {query.name}")


def can_be_asked(query: Query, own: dict[str, str]) -> bool:
    """True where the parameters have values of their types, and the answer is no list of single records without a bound."""
    if query.name in TOO_LONG:
        return False
    try:
        limit = own_parameters(query, own).get("row_limit", MOST_ROWS)
    except RequestError:
        return False
    return limit is not None and 0 <= limit <= MOST_ROWS


def are_keys(keys: Any) -> bool:
    """True where ``keys`` are names with plain values, within bounds."""
    return len(keys) <= MOST_KEYS and all(isinstance(key, dict) and len(key) <= MOST_KEY_PARTS and all(map(_is_part, key, key.values())) for key in keys)


def _is_part(name: Any, value: Any) -> bool:
    is_plain = value is None or isinstance(value, bool) or _is_number(value) or isinstance(value, str) and len(value) <= LONGEST_TEXT
    return _matches(NAME, name) and is_plain


def _fact(fact: Any, question_count: int) -> None:
    _exactly(fact, {"id", "label", "metric", "value", "question", "column", "keys", "is_row_count"})
    _text(fact["id"], LONGEST_TEXT, "id of a number")
    _text(fact["label"], LONGEST_TEXT, "label")
    _need(_matches(NAME, fact["metric"]) and _matches(NAME, fact["column"]), "name of a column")
    _need(fact["value"] is None or _is_number(fact["value"]), "value")
    _need(fact["question"] is None or _is_count(fact["question"]) and fact["question"] < question_count, "place of a question")
    _need(isinstance(fact["is_row_count"], bool), "is_row_count")
    _need(isinstance(fact["keys"], list) and are_keys(fact["keys"]), "keys")


def _exactly(part: Any, names: set[str]) -> None:
    _need(isinstance(part, dict) and part.keys() == names, "parts")


def _texts(part: Any, most: int, what: str) -> None:
    _need(isinstance(part, dict) and len(part) <= most, what)
    for name, text in part.items():
        _text(name, 80, what)
        _text(text, LONGEST_VALUE, what)


def _text(text: Any, longest: int, what: str) -> None:
    _need(isinstance(text, str) and len(text) <= longest, what)


def _matches(form: re.Pattern[str], text: Any) -> bool:
    return isinstance(text, str) and form.fullmatch(text) is not None


def _is_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) and abs(value) < 2**63 or isinstance(value, float) and isfinite(value)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 2**31


def _need(is_right: bool, what: str) -> None:
    if not is_right:
        raise damaged(what)


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)
