"""Releases as one HTML document that stands alone: no script, nothing fetched, each figure a link to its note."""

import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from fairboard.briefing.communique.content import Communique
from fairboard.briefing.communique.notes import footer, note
from fairboard.briefing.model import Mention
from fairboard.locale import Language, translate

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en-GB"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def write_html(releases: Sequence[Communique]) -> bytes:
    """The document in UTF-8; several releases stand one after another, each on pages of its own when printed."""
    style = files("fairboard.briefing.communique").joinpath("release.css").read_text(encoding="utf-8")
    head = "\n".join([
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="generator" content="Fairboard {_text(releases[0].version_id)}">',
        f"<title>{_text(' / '.join(release.title for release in releases))}</title>",
        f"<style>\n{style}</style>",
    ])
    body = "\n".join(_article(release) for release in releases)
    return f'<!doctype html>\n<html lang="{LANGUAGE_TAGS[releases[0].language]}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'.encode()


def _article(release: Communique) -> str:
    language = release.language
    numbers = iter(range(1, len(release.mentions) + 1))
    paragraphs = "\n".join(f"<p>{''.join(_part(part, language, numbers) for part in paragraph)}</p>" for paragraph in release.paragraphs)
    top = f'<p class="sample" role="note">{_text(release.synthetic_note)}</p>\n' if release.synthetic_note else ""
    day = f'<p class="dateline">{_text(release.dateline)}</p>\n' if release.dateline else ""
    return (f'<article lang="{LANGUAGE_TAGS[language]}">\n{top}<h1>{_text(release.title)}</h1>\n{day}{paragraphs}\n{_basis(release)}{_notes(release)}'
            f"<footer>{_text(footer(release))}</footer>\n</article>")


def _part(part: str | Mention, language: Language, numbers: "iter[int]") -> str:
    if isinstance(part, str):
        return _text(part)
    number = next(numbers)
    return f'<a class="figure" id="{language}-figure-{number}" href="#{language}-note-{number}" data-note="{number}">{_text(part.text)}</a>'


def _basis(release: Communique) -> str:
    if not release.basis:
        return ""
    items = "\n".join(f"<li>{_text(remark)}</li>" for remark in release.basis)
    return f"<h2>{_text(translate('How the figures are counted', release.language))}</h2>\n<ul>\n{items}\n</ul>\n"


def _notes(release: Communique) -> str:
    language = release.language
    if not release.mentions:
        return ""
    back = _text(translate("Back to the text", language))
    items = "\n".join(f'<li id="{language}-note-{number}">{_text(note(mention.fact, release))} '
                      f'<a class="back" href="#{language}-figure-{number}" aria-label="{back}">↩</a></li>' for number, mention in enumerate(release.mentions, start=1))
    return f"<h2>{_text(translate('Notes on the figures', language))}</h2>\n<ol>\n{items}\n</ol>\n"


def _text(words: str) -> str:
    """Words from anywhere as text of the document."""
    return escape(_CONTROL.sub("", words))
