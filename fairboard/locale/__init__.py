"""Texts in Chinese and English.

The English text is the key. Chinese stands in the gettext catalogues ``zh/*.po`` beside this file, one for each part of the
program; they are read directly, so that there is nothing to compile.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from babel.messages.pofile import read_po

from fairboard.errors import FairboardError, Message

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
FOLDER = Path(__file__).parent


@cache
def catalogue() -> dict[str, str]:
    """English text → Chinese text, from every catalogue."""
    texts: dict[str, str] = {}
    for path in sorted((FOLDER / "zh").glob("*.po")):
        with path.open("rb") as file:
            texts |= {str(message.id): str(message.string) for message in read_po(file, locale="zh") if message.id and message.string}
    return texts


def translate(text: str, language: Language, **params: Any) -> str:
    """``text`` in ``language`` with ``params`` filled in; a text without a translation stays English."""
    template = catalogue().get(text, text) if language == "zh" else text
    if not params:
        return template
    return template.format(**{name: value if type(value) is str else in_language(value, language) for name, value in params.items()})


def in_language(value: Any, language: Language) -> Any:
    """A parameter as it stands in a text of ``language``: messages, and lists of them, are translated, all else stays."""
    if isinstance(value, Message):
        return translate(value.template, language, **dict(value.params))
    if isinstance(value, tuple) and value and all(isinstance(item, Message) for item in value):
        return ("；" if language == "zh" else "; ").join(in_language(item, language) for item in value)
    return value


def explain(error: FairboardError, language: Language) -> str:
    """What went wrong, in ``language``."""
    return translate(error.template, language, **error.params)
