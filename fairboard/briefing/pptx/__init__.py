"""The briefing as a PowerPoint file."""

from fairboard.briefing.pptx.writing import write_pptx

__all__ = ["write_pptx"]
