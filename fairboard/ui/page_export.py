"""The button that gives a page as one workbook."""

from typing import Any

from fairboard.ui.context import Context


def draw(context: Context, tiles: list[Any], panels: list[Any]) -> None:
    """Nothing yet."""
