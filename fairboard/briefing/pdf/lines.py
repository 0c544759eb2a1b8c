"""Breaking a text into lines: between words and Chinese characters, never before closing or after opening punctuation."""

import re
from itertools import pairwise

from fairboard.briefing.pdf.fonts import width

CLOSING = "，。、；：！？）》」』】〕〉…”’%‰℃°·–—,.;:!?)]}→"
OPENING = "（《「『【〔〈“‘([{"
COUNTED = "个人家元场项万亿所名位年月日次条岁%"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
QUOTATION = re.compile(r"“(?=[\x00-\x7f])|(?<=[\x00-\x7f])”")
APOSTROPHE = re.compile(r"(?<=[A-Za-z])’")
_PIECE = re.compile(r" +|[⺀-鿿豈-﫿＀-￯　-〿]|[^ ⺀-鿿豈-﫿＀-￯　-〿]+")
Span = tuple[int, int]


def clean(text: str) -> str:
    """``text`` in one line, without signs that are not drawn or that turn the direction of writing.

    Quotation marks beside Latin letters become straight: those of the face are as wide as a Chinese character.
    """
    found = CONTROLS.sub("", " ".join(text.split()))
    return APOSTROPHE.sub("'", QUOTATION.sub('"', found))


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The lines of ``text`` in ``room`` points; a word that is wider than that is broken where the line ends."""
    return [text[start:end].rstrip() for start, end in spans(text, size, room)]


def cut(text: str, size: float, room: float) -> str:
    """``text`` in one line, with an ellipsis where something is left out."""
    if width(text, size) <= room:
        return text
    most = len(text)
    while most and width(text[:most] + "…", size) > room:
        most -= 1
    return text[:most].rstrip() + "…"


def shortened(text: str, size: float, room: float, most: int) -> list[str]:
    """At most ``most`` lines, the last with an ellipsis where something is left out."""
    found = wrapped(text, size, room)
    if len(found) <= most:
        return found
    return [*found[: most - 1], cut(f"{found[most - 1]}…" if width(f"{found[most - 1]}…", size) <= room else found[most - 1] + "……", size, room)]


def spans(text: str, size: float, room: float) -> list[Span]:
    """Where each line begins and ends."""
    found: list[Span] = []
    start = end = 0
    for _, last in _units(text):
        if width(text[start:last].rstrip(), size) <= room:
            end = last
            continue
        if end > start:
            found.append((start, end))
            start = end
        while width(text[start:last].rstrip(), size) > room and last - start > 1:
            most = next(place for place in range(last, start, -1) if place == start + 1 or width(text[start:place], size) <= room)
            if most == last:
                break
            found.append((start, most))
            start = most
        end = last
    return [*found, (start, end)] if end > start else found


def _units(text: str) -> list[Span]:
    """What stays together on a line: a word with its punctuation and the spaces after it, a character, a number with what it counts."""
    pieces = [match.span() for match in _PIECE.finditer(text)]
    units: list[Span] = []
    breaks = {second[0] for first, second in pairwise(pieces) if _may_break(text[first[0] : first[1]], text[second[0] : second[1]])}
    for start, end in pieces:
        if units and start not in breaks:
            units[-1] = units[-1][0], end
        else:
            units.append((start, end))
    return units


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after[0] in CLOSING or before[-1] in OPENING:
        return False
    return not (before[-1].isdigit() and after[0] in COUNTED)
