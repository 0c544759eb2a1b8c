"""The part for published texts: the figures in one are found and set against the records."""

from fairboard.ui.context import Context


def draw(context: Context) -> None:
    """The whole part."""
