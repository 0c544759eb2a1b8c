"""The colours that the browser needs to write a chart's new values by itself."""

from typing import Any

from fairboard.charts.theme import Mode, amount_colour, amounts, colour

MEANINGS = ("demand", "rest", "over_line", "grid", "ink")


def look(mode: Mode) -> dict[str, Any]:
    """Colours by meaning, and for each step of an amount its colour and that of text on it."""
    steps = len(amounts(mode))
    return {"colours": {name: colour(name, mode) for name in MEANINGS}, "amounts": [amount_colour((number + 0.5) / steps, mode) for number in range(steps)]}
