"""Presenting: the slides of a briefing as a document of their own, outside Streamlit's page, so that nothing can change mid-talk.

A page puts the document into a frame over itself with ``launcher.js`` (``openPresentation``, explained there) and :func:`address`.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from fairboard.charts.theme import Mode
from fairboard.locale import Language
from fairboard.ui import links

LAUNCHER = Path(__file__).parent / "launcher.js"


def address(query: Mapping[str, str], language: Language, version_id: str, mode: Mode) -> str:
    """The address, as a page sees it, of the presentation of a briefing: ``query`` are the parameters of selection and storyboard."""
    return f"{links.base()}{links.ROOT}/present?{urlencode(dict(query) | {'lang': language, 'v': version_id, 'mode': mode})}"
