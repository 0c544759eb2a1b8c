"""The note over a page that an answer is on its way, for the document that every page starts from."""

import json
from pathlib import Path

from fairboard.locale import LANGUAGES, translate

FOLDER = Path(__file__).parent
TEXT = "Working on the answer …"


def snippet() -> str:
    """Style and script for the head of the document; the note is in the language that the address names."""
    texts = json.dumps({language: translate(TEXT, language) for language in LANGUAGES}, ensure_ascii=False)
    script = (FOLDER / "progress.js").read_text(encoding="utf-8").replace("__TEXTS__", texts)
    return f"<style>{(FOLDER / 'progress.css').read_text(encoding='utf-8')}</style><script>{script}</script>"
