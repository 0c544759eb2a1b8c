"""How much room a text takes, worked out from its letters: no font is needed, and a Chinese character is twice as wide as a half-width one."""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

POINTS = 72
LINE_HEIGHT = 1.32
"""Lines of Microsoft YaHei and its kin are higher than those of Latin faces."""
BOLD = 1.07
BESIDE = 0.22
"""Office sets Chinese a little apart from Latin letters and digits."""
_ARIAL = {
    0.28: " !,./:;I[\\]ft'|·", 0.23: "ijl", 0.34: "()-`r{}", 0.36: '"*', 0.5: "Jcksvxyz^", 0.56: "#$0123456789?L_abdeghnopqu–", 0.59: "+<=>~−", 0.62: "FTZ",
    0.67: "&ABEKPSVXY", 0.73: "CDHNRUw", 0.78: "GOQ", 0.84: "Mm", 0.95: "%W", 1.02: "@—→",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _ARIAL.items() for letter in letters}
OTHER = 0.65
WIDER = 1.2
"""Where neither Arial nor a face of its widths is installed, as with LibreOffice on a bare Linux, DejaVu Sans stands in, which is this much wider."""


@lru_cache(maxsize=8_192)
def width_em(text: str, *, is_bold: bool = False) -> float:
    """The width of ``text`` in ems of its type size."""
    beside = sum(_is_wide(one) != _is_wide(next_) and one.isalnum() and next_.isalnum() for one, next_ in pairwise(text))
    return (sum(map(_letter_em, text)) + beside * BESIDE) * (BOLD if is_bold else 1)


def width_in(text: str, size_pt: float, *, is_bold: bool = False) -> float:
    """The width of ``text`` in inches."""
    return width_em(text, is_bold=is_bold) * size_pt / POINTS


def roomy_in(text: str, size_pt: float, *, is_bold: bool = False) -> float:
    """The width in inches that ``text`` takes at most, whatever face stands in for Arial: for what must not be broken."""
    narrow = "".join(letter for letter in text if not _is_wide(letter))
    return width_in(text, size_pt, is_bold=is_bold) + width_in(narrow, size_pt, is_bold=is_bold) * (WIDER - 1)


def line_count(text: str, size_pt: float, room_in: float, *, is_bold: bool = False) -> int:
    """How many lines ``text`` takes in a frame of that width; words stay whole unless they are longer than a line."""
    most = room_in * POINTS / size_pt / (BOLD if is_bold else 1)
    return sum(_lines(line, most) for line in text.split("\n")) if most > 0 else len(text) + 1


def widest_piece_in(text: str, size_pt: float, *, is_bold: bool = False) -> float:
    """The width in inches, whatever the face, of the longest piece that stays in one line: a word, or a Chinese character."""
    return max((roomy_in(piece.rstrip(), size_pt, is_bold=is_bold) for piece in _pieces(text)), default=0)


def height_in(texts: Sequence[tuple[str, float]], room_in: float, *, is_bold: bool = False, gap_pt: float = 0) -> float:
    """The height of paragraphs, each with its type size, one under the other."""
    lines = sum(line_count(text, size, room_in, is_bold=is_bold) * size * LINE_HEIGHT for text, size in texts)
    return (lines + gap_pt * max(len(texts) - 1, 0)) / POINTS


def fitting(texts: Sequence[tuple[str, float]], room_in: tuple[float, float], *, is_bold: bool = False, gap_pt: float = 0, least_pt: float = 6) -> float:
    """The factor, 1 at most, by which the sizes of ``texts`` have to shrink so that all is inside a frame of that width and height."""
    width, height = room_in
    smallest = min((size for _, size in texts), default=least_pt)
    factor = 1.0
    while height_in([(text, size * factor) for text, size in texts], width, is_bold=is_bold, gap_pt=gap_pt * factor) > height and smallest * factor > least_pt:
        factor *= 0.96
    return factor


def _letter_em(letter: str) -> float:
    return _WIDTHS.get(letter) or (1.0 if _is_wide(letter) else OTHER)


@cache
def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _lines(line: str, most: float) -> int:
    count, used = 1, 0.0
    for piece in _pieces(line):
        width = width_em(piece)
        if used + width_em(piece.rstrip()) <= most:
            used += width
        elif width <= most:
            count, used = count + 1, width
        else:
            count, used = _broken(piece, most, count, used)
    return count


def _broken(piece: str, most: float, count: int, used: float) -> tuple[int, float]:
    """A word that is longer than a line, broken where the line ends."""
    for letter in piece:
        width = _letter_em(letter)
        count, used = (count + 1, width) if used + width > most else (count, used + width)
    return count, used


def _pieces(line: str) -> list[str]:
    """What stays together: a word with the space after it, or one Chinese character."""
    pieces: list[str] = []
    is_open = False
    for letter in line:
        is_wide = _is_wide(letter)
        if is_open and not is_wide:
            pieces[-1] += letter
        else:
            pieces.append(letter)
        is_open = not is_wide and letter != " "
    return pieces
