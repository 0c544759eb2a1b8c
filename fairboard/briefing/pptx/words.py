"""Runs and paragraphs as DrawingML, each run with its language and its Latin, East Asian and complex faces."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from fairboard.briefing.model import Text, plain
from fairboard.locale import Language

LATIN = "Arial"
EAST_ASIAN = "Microsoft YaHei"
COMPLEX = "Arial"
FACES = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{COMPLEX}"/>'
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}
Line = tuple[Language, Text]
"""A text in one language."""

_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SCHEME = {"ink": "tx1", "ground": "bg1", "ink_muted": "tx2", "surface": "bg2", "demand": "accent1", "supply": "accent2", "over_line": "accent3", "rest": "accent4",
           "line": "accent5", "grid": "accent6"}  # fmt: skip
"""Meaning of a colour in ``charts.theme`` → its place in the theme of the file."""


def cleaned(text: str) -> str:
    """``text`` without what XML may not hold, half characters, and marks that turn the direction of what follows."""
    return _INVALID.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")


def one_line(text: str) -> str:
    """The same in one line."""
    return " ".join(cleaned(text).split())


def quoted(text: str) -> str:
    """``text`` as the value of an attribute, with the quotes."""
    return quoteattr(one_line(text))


def fill(colour: str) -> str:
    """A solid fill: a meaning of the theme (ink, demand, …), or RRGGBB."""
    return f'<a:solidFill><a:schemeClr val="{_SCHEME[colour]}"/></a:solidFill>' if colour in _SCHEME else f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def scheme_name(colour: str) -> str:
    """The place of a meaning in the theme: accent1, tx1, …; KeyError for a meaning that has none."""
    return _SCHEME[colour]


def properties(language: Language, *, size_pt: float | None = None, colour: str = "", is_bold: bool | None = None, tag: str = "rPr") -> str:
    """The properties of a run; what is not given is that of the placeholder."""
    other = TAGS["en" if language == "zh" else "zh"]
    size = f' sz="{round(size_pt * 100)}"' if size_pt else ""
    bold = "" if is_bold is None else f' b="{int(is_bold)}"'
    return f'<a:{tag} lang="{TAGS[language]}" altLang="{other}"{size}{bold} dirty="0">{fill(colour) if colour else ""}{FACES}</a:{tag}>'


def run(words: str, language: Language, *, size_pt: float | None = None, colour: str = "", is_bold: bool | None = None) -> str:
    """One run."""
    return f"<a:r>{properties(language, size_pt=size_pt, colour=colour, is_bold=is_bold)}<a:t>{escape(one_line_kept(words))}</a:t></a:r>" if words else ""


def one_line_kept(words: str) -> str:
    """A run's letters: no line break within, spaces at its ends kept."""
    return cleaned(words).replace("\n", " ")


def runs(text: Text | str, language: Language, *, size_pt: float | None = None, colour: str = "", number_colour: str = "", is_bold: bool | None = None) -> str:
    """The runs of a text; with ``number_colour`` the numbers that it mentions are bold in that colour."""
    if isinstance(text, str):
        return run(text, language, size_pt=size_pt, colour=colour, is_bold=is_bold)
    return "".join(
        run(part if isinstance(part, str) else part.text, language, size_pt=size_pt,
            colour=number_colour if number_colour and not isinstance(part, str) else colour,
            is_bold=True if number_colour and not isinstance(part, str) else is_bold)
        for part in text
    )


def paragraph(content: str, language: Language, *, align: str = "", before_pt: float = 0, bullet: bool | None = None, is_indented: bool = False,
              size_pt: float | None = None) -> str:  # fmt: skip
    """A paragraph of ``content`` (runs as XML)."""
    spacing = f'<a:spcBef><a:spcPts val="{round(before_pt * 100)}"/></a:spcBef>' if before_pt else ""
    mark = "" if bullet is None else f'<a:buClr><a:schemeClr val="{_SCHEME["demand"]}"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    indent = ' marL="228600" indent="-228600"' if bullet else ' marL="228600" indent="0"' if is_indented else ""
    aligned = f' algn="{align}"' if align else ""
    end = "" if content else properties(language, size_pt=size_pt, tag="endParaRPr")
    return f"<a:p><a:pPr{indent}{aligned}>{spacing}{mark}</a:pPr>{content}{end}</a:p>"


def lines_of(texts: Iterable[tuple[Language, str]]) -> str:
    """Plain paragraphs, one for each line of each text."""
    return "".join(paragraph(run(line, language), language) for language, text in texts for line in cleaned(text).split("\n"))


def words_of(line: Line) -> str:
    """The words of a text in one language."""
    return plain(line[1])
