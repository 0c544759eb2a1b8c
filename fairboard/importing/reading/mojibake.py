"""Texts that were decoded wrongly and saved again: 沈阳 as UTF-8, read as Latin-1, is æ²ˆé˜³, and read as GBK it is 娌堥槼.

A text is put right only where it can be proven: its characters go back to bytes that are strictly UTF-8, what they say is common
Chinese (GB 2312, most of it of its first level, the 3,755 most used characters), and the text as given is nothing that people
write. Whatever else stays as it is.
"""

import re

import numpy as np
import pyarrow as pa

SAMPLED_ROWS = 2_000
"""Spread over the sheet; only where one of them is proven wrong is the rest looked at."""
LEAST_FIRST_LEVEL_SHARE = 0.8
MOST_GIVEN_SHARE = 0.6
"""First-level characters are two of three at most in what GBK makes of UTF-8, and nearly all in what people write."""

WIDE = re.compile(r"[^\x00-\x7f]")
IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
LATIN_PAIR = re.compile(r"[\u00e4-\u00e9][^\x00-\x7f]{2}")
"""What an ideograph in UTF-8 looks like as Latin-1: one of äåæçèé and two signs."""
ORDINARY_SIGNS = re.compile("[\u00c0-\u00ff\x00-\x7f\u00a0«»‘’“”–—…€]")
LATIN_BYTES = {byte: byte for byte in range(256)} | {
    ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""Character → byte. Windows shows the bytes 80–9F as signs where Latin-1 has control codes; either may stand in one text."""
LEAST_WIDESPREAD_SHARE = 0.3
"""Share of the sampled Chinese texts that must be proven wrong for the whole sheet to be taken as decoded wrongly."""


def repair_columns(columns: list[pa.Array]) -> tuple[list[pa.Array], int]:
    """``columns`` with the texts put right that were decoded wrongly, and how many cells that were."""
    sample = [text for text in sample_of(columns) if WIDE.search(text)]
    proven_count = sum(repair(text) is not None for text in sample)
    if not proven_count:
        return columns, 0
    is_widespread = proven_count >= 2 and proven_count >= LEAST_WIDESPREAD_SHARE * len(sample)
    repaired = [repair_column(column, is_widespread=is_widespread) for column in columns]
    return [column for column, _ in repaired], sum(count for _, count in repaired)


def sample_of(columns: list[pa.Array]) -> set[str]:
    """Different texts from rows spread over the sheet."""
    if not columns:
        return set()
    rows = np.unique(np.linspace(0, max(len(columns[0]) - 1, 0), SAMPLED_ROWS).astype(np.int64)) if len(columns[0]) else []
    return {text for column in columns for text in column.take(pa.array(rows, pa.int64())).to_pylist()}


def repair_column(column: pa.Array, *, is_widespread: bool) -> tuple[pa.Array, int]:
    """One column put right, each different text looked at once, and the number of cells that changed."""
    encoded = column.dictionary_encode()
    texts = encoded.dictionary.to_pylist()
    repaired = [repair(text, is_widespread=is_widespread) for text in texts]
    changed = np.array([text is not None for text in repaired], bool)
    if not changed.any():
        return column, 0
    right = pa.array([new if new is not None else old for old, new in zip(texts, repaired, strict=True)], column.type)
    places = encoded.indices.to_numpy(zero_copy_only=False)
    return right.take(encoded.indices), int(changed[places].sum())


def repair(text: str, *, is_widespread: bool = False) -> str | None:
    """What ``text`` said before it was decoded wrongly; None where that cannot be proven.

    ``is_widespread`` is known to be true of the sheet around it: then it need not be proven that the text as given means nothing.
    """
    if not WIDE.search(text):
        return None
    return from_latin(text) if LATIN_PAIR.search(text) else from_gbk(text, is_widespread=is_widespread)


def from_latin(text: str) -> str | None:
    """The Chinese in a text whose UTF-8 was read as Latin-1 or Windows-1252: it holds signs or codes that no ordinary text has.

    Letters and quotation marks alone are no proof, ``é”…`` can end a quotation; nor is one ideograph next to Latin letters.
    """
    if not ORDINARY_SIGNS.sub("", text):
        return None
    try:
        found = text.translate(LATIN_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    ideograph_count = len(IDEOGRAPH.findall(found))
    is_proven = ideograph_count >= 2 or (ideograph_count == 1 and not re.search(r"[A-Za-z]", text))
    return found if is_proven and is_in_gb2312(found) else None


def from_gbk(text: str, *, is_widespread: bool) -> str | None:
    """The Chinese in a text whose UTF-8 was read as GBK: it holds characters outside GB 2312, and few of the most used ones."""
    try:
        found = b"\x80".join(part.encode("gb18030") for part in text.split("€")).decode("utf-8")
    except UnicodeError:
        return None
    is_proven = is_widespread or not (is_in_gb2312(text) or first_level_share(text) > MOST_GIVEN_SHARE)
    return found if is_proven and is_common(found) else None


def is_common(text: str) -> bool:
    """True for text with ideographs, all of it in GB 2312 and most ideographs of the first level."""
    return bool(IDEOGRAPH.search(text)) and is_in_gb2312(text) and first_level_share(text) >= LEAST_FIRST_LEVEL_SHARE


def is_in_gb2312(text: str) -> bool:
    """True when GB 2312 has every character, besides a few signs that keyboards add."""
    try:
        text.translate({ord(sign): None for sign in "·—…￥€•–"}).encode("gb2312")
    except UnicodeError:
        return False
    return True


def first_level_share(text: str) -> float:
    """The share of the ideographs that are among the 3,755 of the first level (rows 16–55 of GB 2312)."""
    ideographs = IDEOGRAPH.findall(text)
    return sum(map(is_first_level, ideographs)) / len(ideographs) if ideographs else 0.0


def is_first_level(character: str) -> bool:
    """True for a character of the first level of GB 2312."""
    encoded = character.encode("gb2312", "ignore")
    return bool(encoded) and 0xB0 <= encoded[0] <= 0xD7
