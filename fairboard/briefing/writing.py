"""Sentences that know where their numbers come from: templates filled with words and mentions of facts."""

import re
from collections.abc import Sequence
from string import Formatter

from fairboard.analysis import formatting
from fairboard.briefing.model import Fact, Mention, Text
from fairboard.locale import Language, translate

Part = str | Mention | Text
_ORDINAL = {1: "st", 2: "nd", 3: "rd"}


def say(text: str, language: Language, **parts: Part) -> Text:
    """``text`` in ``language`` with ``parts`` in the place of its {names}; a part is words, a mention, or a text."""
    found: list[str | Mention] = []
    for words, name, _, _ in Formatter().parse(translate(text, language)):
        found.append(words)
        if name is not None:
            part = parts[name]
            found += part if isinstance(part, tuple) else (part,)
    return joined(found)


def joined(parts: Sequence[str | Mention]) -> Text:
    """``parts`` with words that follow each other put together."""
    found: list[str | Mention] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


def sentences(texts: Sequence[Text], language: Language) -> Text:
    """Sentences one after another; the empty ones are left out."""
    found: list[str | Mention] = []
    for text in texts:
        if text:
            found += [*([" "] if found and language == "en" else []), *text]
    return joined(found)


def mention(fact: Fact, language: Language) -> Mention:
    """The number in full, as it stands in a sentence."""
    return Mention(fact, fact.text(language))


def listed(parts: Sequence[Part], language: Language) -> Text:
    """``parts`` as one list: A, B and C, or A、B和C."""
    found: list[str | Mention] = []
    for number, part in enumerate(parts):
        if number:
            is_last = number == len(parts) - 1
            found.append((" and " if is_last else ", ") if language == "en" else ("和" if is_last else "、"))
        found += part if isinstance(part, tuple) else (part,)
    return joined(found)


def within(name: str, language: Language) -> str:
    """A common noun as it stands inside a sentence: "Software and IT" is "software and IT"; a place or a person's name keeps its capital."""
    return name[:1].lower() + name[1:] if language == "en" and re.match(r"[A-Z][a-z]", name) else name


def place_text(place: int, language: Language) -> str:
    """A place in a ranking: 1st, 2nd, 11th, or 第1."""
    if language == "zh":
        return f"第{place}"
    return f"{place}{'th' if 10 <= place % 100 <= 20 else _ORDINAL.get(place % 10, 'th')}"


def comma(language: Language) -> str:
    """What stands between the names of a list that is no sentence."""
    return "、" if language == "zh" else ", "


def shown(value: object) -> bool:
    """True where there is a number."""
    return not formatting.is_missing(value)
