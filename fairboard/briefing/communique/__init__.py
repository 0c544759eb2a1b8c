"""The communiqué: a press text about a selection in which every figure knows where it comes from."""

from fairboard.briefing.communique.content import Communique, build
from fairboard.briefing.communique.screen import to_screen
from fairboard.briefing.communique.web import write_html
from fairboard.briefing.communique.word import write_docx

__all__ = ["Communique", "build", "to_screen", "write_docx", "write_html"]
