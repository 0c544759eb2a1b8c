"""The slides of a storyboard as one short text for a URL, and back. Nothing that is read is trusted: it is checked, bounded, and what is bad is named.

Without own texts it is plain: ``title.headline.-sectors`` (a minus: off). With texts it is ``~`` and base64url of deflated JSON:
``[["title", 1, {"zh": "…"}, {"en": "…"}], …]``, for each slide kind, on or off, titles and notes.
"""

import base64
import binascii
import json
import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fairboard.errors import RequestError
from fairboard.locale import LANGUAGES, Language

MOST_TITLE_LETTERS = 80
MOST_NOTE_LETTERS = 1_000
MOST_CODE_LETTERS = 12_000
MOST_TEXT_BYTES = 400_000
"""What a deck may have when it is inflated: more than all texts of all slides at their longest."""
PACKED = "~"
_PACKED_LETTERS = re.compile(r"[A-Za-z0-9_-]+")
_DROPPED = re.compile("[\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Marks that turn the direction of what follows, and what no XML may hold."""


@dataclass(frozen=True)
class SlideChoice:
    """One slide of a storyboard: its kind, whether it is shown, and own titles and speaker's notes by language."""

    kind: str
    is_on: bool = True
    titles: dict[Language, str] = field(default_factory=dict)
    notes: dict[Language, str] = field(default_factory=dict)


def cleaned(text: str, most: int, *, is_one_line: bool = False) -> str:
    """``text`` without what no file may hold (control characters, halves of characters), at most ``most`` letters, one line where asked."""
    lines = _DROPPED.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if is_one_line:
        lines = " ".join(lines.split())
    kept = "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs", "Cn", "Zl", "Zp"))
    return kept.strip()[:most].strip()


def encoded(slides: Sequence[SlideChoice]) -> str:
    """``slides`` as ASCII text; raises RequestError where it would be too long for a link."""
    code = packed(slides)
    if len(code) > MOST_CODE_LETTERS:
        raise RequestError("The titles and notes of the slides are too long for a link: {count} letters, at most {most}. Shorten some notes.",
                           count=len(code), most=MOST_CODE_LETTERS)
    return code


def packed(slides: Sequence[SlideChoice]) -> str:
    """``slides`` as ASCII text, however long."""
    if not any(slide.titles or slide.notes for slide in slides):
        return ".".join(slide.kind if slide.is_on else f"-{slide.kind}" for slide in slides)
    parts = [[slide.kind, int(slide.is_on), slide.titles, slide.notes] for slide in slides]
    deflated = zlib.compress(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 9)
    return PACKED + base64.urlsafe_b64encode(deflated).decode("ascii").rstrip("=")


def decoded(code: str, usual: Sequence[SlideChoice]) -> tuple[tuple[SlideChoice, ...], list[str]]:
    """The slides that ``code`` asks for, and what was dropped. ``usual`` are the slides there can be; those that it does not name follow, off."""
    known = {slide.kind: slide for slide in usual}
    entries = _unpacked(code) if code.startswith(PACKED) else _plain(code)
    if entries is None:
        return tuple(usual), [code[:40]]
    found: dict[str, SlideChoice] = {}
    bad: list[str] = []
    for entry in entries:
        slide, wrong = _slide(entry)
        bad += wrong
        if slide is None or slide.kind in found or slide.kind not in known:
            bad += [] if slide is None else [slide.kind[:40]]
        else:
            found[slide.kind] = slide
    if not found:
        return tuple(usual), bad or [code[:40]]
    return (*found.values(), *(replace(slide, is_on=False) for kind, slide in known.items() if kind not in found)), bad


def _plain(code: str) -> list[Any] | None:
    if len(code) > MOST_CODE_LETTERS:
        return None
    return [[item.removeprefix("-"), int(not item.startswith("-")), {}, {}] for item in code.split(".")]


def _unpacked(code: str) -> list[Any] | None:
    """What the packed text holds, where it is a list; at most MOST_TEXT_BYTES of it are inflated."""
    if len(code) > MOST_CODE_LETTERS or not _PACKED_LETTERS.fullmatch(code[1:]):
        return None
    try:
        deflated = base64.urlsafe_b64decode(code[1:] + "=" * (-len(code[1:]) % 4))
        inflating = zlib.decompressobj()
        data = inflating.decompress(deflated, MOST_TEXT_BYTES)
        found = json.loads(data.decode("utf-8")) if inflating.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else None


def _slide(entry: Any) -> tuple[SlideChoice | None, list[str]]:
    """One slide as it was read, and the texts of it that were dropped."""
    match entry:
        case [str(kind), (0 | 1) as is_on, dict(titles), dict(notes)]:
            good_titles, bad_titles = _texts(kind, "title", titles, MOST_TITLE_LETTERS, is_one_line=True)
            good_notes, bad_notes = _texts(kind, "note", notes, MOST_NOTE_LETTERS)
            return SlideChoice(kind, bool(is_on), good_titles, good_notes), bad_titles + bad_notes
        case _:
            return None, [repr(entry)[:40]]


def _texts(kind: str, what: str, texts: dict[str, Any], most: int, *, is_one_line: bool = False) -> tuple[dict[Language, str], list[str]]:
    """Texts by language as far as they are texts of a language that are not too long."""
    good: dict[Language, str] = {}
    bad: list[str] = []
    for language, text in texts.items():
        is_text = language in LANGUAGES and isinstance(text, str) and len(text) <= most
        words = cleaned(text, most, is_one_line=is_one_line) if is_text else ""
        if words:
            good[language] = words
        else:
            bad.append(f"{kind}.{what}.{language}"[:60])
    return good, bad
