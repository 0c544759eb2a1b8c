"""The errors a user can cause, each with what happened, where, and what to do.

FairboardError            everything below; a command prints one line and ends with ``exit_code``
├── InputFileError        a file from outside cannot be read or understood
│   └── QuestionError     a person has to say what a column is before the file can be read
├── StoreError            a data version, the pointer or the lock is not as it should be
│   └── NoVersionError    there is no version to show yet
├── QueryError            a file in queries/ is malformed, or a question failed
└── RequestError          a value from a URL, a form or the command line is not allowed

The message is a template in English and the key of its translation; ``params`` fill it.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Message:
    """A text with its parameters, to be put into any language where it is a parameter of an error."""

    template: str
    params: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.params))


def message(template: str, **params: Any) -> Message:
    """The text ``template`` with ``params``."""
    return Message(template, tuple(params.items()))


def in_english(value: Any) -> Any:
    """A parameter as it stands in the English text: a list of messages is one sentence."""
    return "; ".join(map(str, value)) if isinstance(value, tuple) and value and isinstance(value[0], Message) else value


class FairboardError(Exception):
    """An error to show to a person: ``template`` with ``params`` filled in, in any language."""

    exit_code = 1

    def __init__(self, template: str, **params: Any) -> None:
        super().__init__(template)
        self.template = template
        self.params = params

    def __str__(self) -> str:
        return self.template.format(**{name: in_english(value) for name, value in self.params.items()})


class InputFileError(FairboardError):
    """A file from outside cannot be read or understood."""

    exit_code = 3


class QuestionError(InputFileError):
    """A person has to say what a column is before the file can be read."""

    exit_code = 6


class StoreError(FairboardError):
    """A data version, the pointer or the lock is not as it should be."""

    exit_code = 4


class NoVersionError(StoreError):
    """There is no version to show yet."""


class QueryError(FairboardError):
    """A file in queries/ is malformed, or a question failed."""

    exit_code = 5


class RequestError(FairboardError):
    """A value from a URL, a form or the command line is not allowed."""

    exit_code = 2
