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

from typing import Any


class FairboardError(Exception):
    """An error to show to a person: ``template`` with ``params`` filled in, in any language."""

    exit_code = 1

    def __init__(self, template: str, **params: Any) -> None:
        super().__init__(template)
        self.template = template
        self.params = params

    def __str__(self) -> str:
        return self.template.format(**self.params)


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
