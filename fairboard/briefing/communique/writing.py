"""Putting numbers into sentences: a number becomes a mention, a sentence is filled part by part and stays what it is made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fairboard.analysis import metrics
from fairboard.briefing.communique import rounding
from fairboard.briefing.model import Fact, Mention, Text, plain
from fairboard.locale import Language

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Pen:
    """How numbers are written in one release."""

    language: Language
    is_rounded: bool = False

    def number(self, fact: Fact, *, is_exact: bool = False) -> Mention:
        """A number in a sentence: counts by the rule of :mod:`rounding` where rounding words are asked for, all else in full."""
        item = metrics.metric(fact.metric)
        if item.kind not in ("count", "yuan"):
            return Mention(fact, fact.text(self.language))
        is_rounded = self.is_rounded and item.kind == "count" and not is_exact
        write = rounding.in_words if is_rounded else rounding.plain
        return Mention(fact, write(int(fact.value), self.language))

    def pair(self, before: Fact, now: Fact) -> tuple[Mention, Mention]:
        """Two numbers that are set against each other: in full where rounding would make them the same."""
        found = self.number(before), self.number(now)
        is_blurred = found[0].text == found[1].text and before.value != now.value
        return (self.number(before, is_exact=True), self.number(now, is_exact=True)) if is_blurred else found

    def counted(self, fact: Fact, one: str, several: str) -> Text:
        """An English number with its noun in the right number."""
        return (self.number(fact), f" {one if fact.value == 1 else several}")


def filled(template: str, **parts: str | Mention | Text) -> Text:
    """``template`` with its ``{names}`` filled in; the parts are never looked at as templates."""
    found: list[str | Mention] = []
    for position, piece in enumerate(_PLACE.split(template)):
        part = parts[piece] if position % 2 else piece
        found += part if isinstance(part, tuple) else [part]
    return joined(found)


def joined(parts: Iterable[str | Mention | Text]) -> Text:
    """The parts as one text, words beside each other put together and empty ones left out."""
    found: list[str | Mention] = []
    for part in (piece for item in parts for piece in (item if isinstance(item, tuple) else (item,))):
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


def listed(texts: Iterable[str | Mention | Text], comma: str, last: str | None = None) -> Text:
    """The texts one after another with ``comma`` between them and ``last`` before the last one."""
    items = list(texts)
    between = [comma] * (len(items) - 2) + [last if last is not None else comma] if len(items) > 1 else []
    return joined(part for position, item in enumerate(items) for part in (item, *between[position : position + 1]))


def is_empty(text: Text) -> bool:
    """True where nothing is said."""
    return not plain(text).strip()
