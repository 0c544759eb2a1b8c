"""A JSON text read one value after the other, in portions, so that a list of a million records never stands in memory.

The decoder is the one of the standard library: it is fast, and each record is small. A streaming library would be one more
dependency for what thirty lines do.
"""

import json
import re
from typing import Any, TextIO

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits

CHUNK_CHARACTERS = 1_000_000
WHITESPACE = re.compile(r"[ \t\r\n\ufeff]*")
LONGEST_NUMBER = 15
"""Digits that a number keeps exactly; a longer one stays the text it is."""
INCOMPLETE = object()


class RepeatedKeyError(Exception):
    """A record gives two values for one key."""


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object by its keys; the same key twice is allowed where the value is the same."""
    record = dict(pairs)
    if len(record) < len(pairs):
        for key, value in pairs:
            if record[key] != value:
                raise RepeatedKeyError(key)
    return record


def whole(text: str) -> int | str:
    """A whole number; text where it has more digits than are kept exactly."""
    return int(text) if len(text) <= LONGEST_NUMBER else text


def decimal(text: str) -> float | str:
    """A decimal number; text where it is longer than is kept exactly or out of range."""
    number = float(text)
    return number if len(text) <= LONGEST_NUMBER and abs(number) < 1e300 else text


CONSTANTS = {"NaN": None, "Infinity": "Infinity", "-Infinity": "-Infinity"}
DECODER = json.JSONDecoder(object_pairs_hook=unique, parse_int=whole, parse_float=decimal, parse_constant=CONSTANTS.get, strict=False)


class JsonStream:
    """The values of a JSON text in their order; ``line`` is where the next one begins, from 1."""

    def __init__(self, name: str, file: TextIO) -> None:
        self.name, self.file = name, file
        self.rewind()

    def rewind(self) -> None:
        """Begin again."""
        self.file.seek(0)
        self.text, self.place, self.passed_lines = "", 0, 0

    @property
    def line(self) -> int:
        """The line of the place that is read next, from 1."""
        return self.line_at(self.place)

    def line_at(self, place: int) -> int:
        """The line of a place in what is kept of the text, from 1."""
        return 1 + self.passed_lines + self.text.count("\n", 0, place)

    def read_more(self) -> bool:
        """Take in a portion and drop what was read; False at the end of the text."""
        portion = self.file.read(max(CHUNK_CHARACTERS, len(self.text) - self.place))
        if portion:
            self.passed_lines += self.text.count("\n", 0, self.place)
            self.text, self.place = self.text[self.place :] + portion, 0
        return bool(portion)

    def peek(self) -> str:
        """The next character that is not blank, "" at the end."""
        while True:
            self.place = WHITESPACE.match(self.text, self.place).end()
            if self.place < len(self.text) or not self.read_more():
                return self.text[self.place : self.place + 1]

    def skip(self, expected: str) -> str:
        """Pass over the next character, which has to be one of ``expected``, and return it."""
        found = self.peek()
        if not found or found not in expected:
            raise self.fault(f"{'|'.join(expected)} expected")
        self.place += 1
        return found

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        while (found := self.decode()) is INCOMPLETE:
            if len(self.text) - self.place > limits.LARGEST_RECORD_CHARACTERS or not self.read_more():
                raise self.fault(*self.reason())
        return found

    def decode(self) -> Any:
        """The next value if all of it has been read; INCOMPLETE where more is needed, or nothing could help."""
        try:
            found, end = DECODER.raw_decode(self.text, self.place)
        except RepeatedKeyError as error:
            raise InputFileError(
                "In {name} a record that begins in line {line} gives two values for {key}. Correct it.",
                name=self.name, line=self.line, key=str(error)[:60],
            ) from None  # fmt: skip
        except RecursionError:
            raise self.fault("nested too deep") from None
        except ValueError:
            return INCOMPLETE
        if end == len(self.text) and not isinstance(found, (dict, list, str)) and self.read_more():
            return self.decode()
        self.place = end
        return found

    def reason(self) -> tuple[str, int | None]:
        """Why the next value cannot be decoded, and where."""
        try:
            DECODER.raw_decode(self.text, self.place)
        except json.JSONDecodeError as error:
            return error.msg, error.pos
        except (ValueError, RecursionError) as error:
            return str(error), None
        return "too long", None

    def fault(self, reason: str, place: int | None = None) -> InputFileError:
        """The error for a text that is no JSON, or breaks off."""
        return InputFileError(
            "{name} is not whole JSON: {reason} (line {line}). Ask for the file again.",
            name=self.name,
            reason=reason,
            line=self.line_at(self.place if place is None else place),
        )
