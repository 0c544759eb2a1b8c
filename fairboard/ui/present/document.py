"""The two documents as text: everything in them is escaped for the place where it stands, and nothing is loaded from elsewhere."""

import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from fairboard.briefing.model import Briefing
from fairboard.briefing.screen import to_screen
from fairboard.charts import theme
from fairboard.charts.theme import Mode
from fairboard.locale import Language, translate
from fairboard.ui.present import words
from fairboard.ui.present.wanted import Wanted

FOLDER = Path(__file__).parent
ASSETS = {path.name: path for path in sorted((FOLDER / "assets").iterdir()) if path.suffix in (".js", ".css")}
COLOURS = ("ground", "surface", "ink", "ink_muted", "grid", "demand", "supply", "over_line", "line", "rest", "late", "missing")
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""No script but the server's own files. Plotly writes styles into its elements, so styles may stand in the document; none comes from data."""

_UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


@cache
def stamp() -> str:
    """A name for these very files, part of their address: a browser that holds older ones asks again."""
    held = hashlib.sha256()
    for name, path in ASSETS.items():
        held.update(name.encode() + b"\0" + path.read_bytes())
    return held.hexdigest()[:12]


def presentation(briefing: Briefing, asked: Wanted, back_version: str) -> str:
    """The window of the audience, with every slide in it; leaving leads to the briefing page, on ``back_version`` where that is given."""
    version = translate("Version {version}", asked.language, version=briefing.version_id)
    return _filled(
        "present.html", asked.language, asked.mode, folder="",
        title=briefing.title,
        back=translate("slide before", asked.language),
        next=translate("next slide", asked.language),
        noscript=translate("Presenting needs JavaScript.", asked.language),
        data={
            "deck": to_screen(briefing, asked.mode) | {"version_text": version},
            "words": words.of_slides(asked.language),
            "links": {
                "back": asked.address("../briefing", back_version),
                "notes": asked.address("present/notes"),
                "current_version": "current-version",
                "without_version": asked.address("present", ""),
            },
        },
    )


def notes(language: Language, mode: Mode) -> str:
    """The speaker's window; the slides come to it from the window of the audience."""
    return _filled("notes.html", language, mode, folder="../", data={"words": words.of_notes(language)}, **words.in_notes(language))


def problem(message: str, asked: Wanted) -> str:
    """Why there is nothing to present, and the ways on."""
    return _filled(
        "problem.html", asked.language, asked.mode, folder="", data={},
        title=translate("There is nothing to present", asked.language), message=message,
        newest_address=asked.address("present", ""), newest=translate("Present the newest data", asked.language),
        back_address=asked.address("../briefing", ""), back=translate("Back to the briefing", asked.language),
    )


def _filled(name: str, language: Language, mode: Mode, *, folder: str, data: dict[str, Any], **texts: str) -> str:
    template = Template((FOLDER / name).read_text(encoding="utf-8"))
    return template.substitute(
        {key: escape(text) for key, text in texts.items()} | {key: in_document(value) for key, value in data.items()},
        language="zh-CN" if language == "zh" else "en", mode=mode, colours=colours(mode),
        assets=f"{folder}present-assets/{stamp()}", plotly=f"{folder}assets/plotly.min.js",
    )


def in_document(value: Any) -> str:
    """``value`` as JSON that stays inside its element, whatever its texts say."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_UNSAFE)


def colours(mode: Mode) -> str:
    """Colours and type of ``mode`` as variables of the style sheets."""
    named = "".join(f"--{name.replace('_', '-')}:{theme.colour(name, mode)};" for name in COLOURS)
    return f":root{{color-scheme:{mode};{named}--font:{theme.FONT}}}"
