"""The communiqué: a press text about a selection in which every figure knows where it comes from."""

from fairboard.briefing.communique.content import Communique, build

__all__ = ["Communique", "build"]
