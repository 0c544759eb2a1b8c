"""Names made to fit beside a mark: broken into lines or shortened, by the width that they take and not by their letters."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def width_of(text: str) -> int:
    """The width of ``text`` in half-width letters: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, most: int) -> str:
    """``text`` in lines of about ``most`` half-width letters: broken between words, or in the middle where there are none."""
    if width_of(text) <= most:
        return text
    words = text.split(" ")
    if len(words) == 1:
        half = len(text) // 2
        return f"{text[:half]}<br>{text[half:]}" if width_of(text) > len(text) else text
    lines = [words[0]]
    for word in words[1:]:
        if width_of(lines[-1]) + 1 + width_of(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)


def shortened(text: str, most: int) -> str:
    """``text`` cut to ``most`` half-width letters, with an ellipsis where something is left out."""
    if width_of(text) <= most:
        return text
    kept = ""
    for letter in text:
        if width_of(kept) + width_of(letter) + 1 > most:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def beside_mark(name: str) -> str:
    """A name that fits beside a mark: 18 Chinese or 36 Latin letters."""
    most = 18 if any(letter > "\u2e80" for letter in name) else 36
    return name if len(name) <= most else f"{name[: most - 1]}…"


TAG = re.compile(r"<(?=[/!a-zA-Z])")


def plain(text: str) -> str:
    """A name as a chart may show it: Plotly reads <b>, <a href=…> and the like in any text, and a name from a file is no markup."""
    return TAG.sub("‹", text)
