"""The records of a JSON file: a list of objects or of lists, an object that holds one such list, or one object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.cells import cell_text
from fairboard.importing.reading.frames import grid_of
from fairboard.importing.reading.grids import Grid
from fairboard.importing.reading.json_stream import INCOMPLETE, JsonStream
from fairboard.importing.reading.limits import too_wide

DEEPEST_LIST = 5
"""Objects around the list of records, as in {"result": {"data": […]}}."""
SEPARATOR = "|"


def read_json(path: Path, name: str, encoding: str) -> tuple[Grid, ...]:
    """One grid: the keys in the order in which they first appear, then the records; a list of lists is taken as it is."""
    keys: list[str] = []
    with path.open(encoding=encoding, errors="strict") as file:
        stream = JsonStream(name, file)
        return (grid_of(name, Path(name).stem, rows_of(stream, keys), header=keys),)


def rows_of(stream: JsonStream, keys: list[str]) -> Iterator[list[str]]:
    """The cells of each record; ``keys`` grows by every key that is new. Raises where objects and lists are mixed."""
    places: dict[str, int] = {}
    kind = None
    for record in find_records(stream):
        kind = kind or type(record)
        if type(record) is not kind or kind not in (dict, list):
            raise stream.fault("records of different kinds" if kind in (dict, list) else "no records")
        if kind is list:
            yield [value_text(value) for value in record]
            continue
        row = [""] * len(keys)
        for key, value in record.items():
            place = places.setdefault(key, len(places))
            if place == len(row):
                keys.append(key)
                row.append("")
            row[place] = value if value.__class__ is str else value_text(value)
        if len(keys) > limits.LARGEST_COLUMN_COUNT:
            raise too_wide(stream.name, len(keys))
        yield row


def find_records(stream: JsonStream) -> Iterator[Any]:
    """The records of a text, whichever way they are put."""
    if stream.peek() == "[":
        yield from list_or_lines(stream)
    elif is_lines(stream):
        yield from lines(stream)
    elif not (yield from records_within(stream, 0)):
        stream.rewind()
        yield stream.value()
    if stream.peek():
        raise stream.fault("more text after the end")


def is_lines(stream: JsonStream) -> bool:
    """True where a first object is followed by another one; the stream stands at the beginning afterwards."""
    first = stream.decode()
    is_followed = first is not INCOMPLETE and stream.peek() == "{"
    stream.rewind()
    return is_followed


def lines(stream: JsonStream) -> Iterator[Any]:
    """Values one after the other."""
    while stream.peek():
        yield stream.value()


def list_or_lines(stream: JsonStream) -> Iterator[Any]:
    """The records of one list, or lists one after the other."""
    stream.skip("[")
    if stream.peek() in ("{", "[", "]"):
        yield from rest_of_list(stream)
        return
    stream.rewind()
    yield from lines(stream)


def rest_of_list(stream: JsonStream) -> Iterator[Any]:
    """The values of a list whose bracket has been passed."""
    if stream.peek() == "]":
        stream.skip("]")
        return
    while True:
        yield stream.value()
        if stream.skip(",]") == "]":
            return


def records_within(stream: JsonStream, depth: int) -> Iterator[Any]:
    """The records of the one list of records in an object and the objects in it; returns whether there was one."""
    is_found = False
    stream.skip("{")
    if stream.peek() == "}":
        stream.skip("}")
        return False
    while True:
        key = stream.value()
        stream.skip(":")
        is_found_here = yield from records_in_value(stream, depth)
        if is_found and is_found_here:
            raise InputFileError(
                "{name} holds more than one list of records; the second one is {key} (before line {line}). Send one file for each.",
                name=stream.name, key=str(key)[:60], line=stream.line + 1,
            )  # fmt: skip
        is_found = is_found or is_found_here
        if stream.skip(",}") == "}":
            return is_found


def records_in_value(stream: JsonStream, depth: int) -> Iterator[Any]:
    """The records in the value of a key; returns whether it holds a list of them. Other values are passed over."""
    first = stream.peek()
    if first == "{" and depth < DEEPEST_LIST:
        return (yield from records_within(stream, depth + 1))
    if first != "[":
        stream.value()
        return False
    stream.skip("[")
    if stream.peek() in ("{", "["):
        yield from rest_of_list(stream)
        return True
    for _ in rest_of_list(stream):
        pass
    return False


def value_text(value: Any) -> str:
    """A value as text: a list of simple ones joined by ``|``, anything deeper as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value)):
        return json.dumps(value, ensure_ascii=False)
    return SEPARATOR.join(map(cell_text, value)) if isinstance(value, list) else cell_text(value)
