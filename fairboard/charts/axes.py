"""Axes of counts and of days, and what changes of a layout where a chart is narrow."""

import math
from typing import Any

from fairboard.analysis.formatting import short
from fairboard.locale import Language

MOST_TICKS = 5
UPRIGHT = {"tickangle": 0, "ticklabeloverflow": "allow"}
"""For an axis whose marks stand upright and inside the chart by their place: that they do need not be measured at each redraw."""
NARROW_PX = 460
"""Below this width, that of a phone, a chart takes the changes of its ``narrow`` layout."""


def count_axis(top: float, language: Language, *, room: float = 1.15) -> dict[str, Any]:
    """An axis of counts from 0 to ``top`` and some ``room`` above it, its marks written as the language writes numbers (2万; 20,000)."""
    step = _step(top)
    ticks = [step * number for number in range(int(top * room / step) + 1)]
    return UPRIGHT | {"showgrid": True, "range": [0, top * room], "tickvals": ticks, "ticktext": [short(tick, language) for tick in ticks]}


def day_axis(language: Language) -> dict[str, Any]:
    """An axis of days: the month at each mark, the year under the first mark of each year."""
    return {"type": "date", "tickformat": "%-m月\n%Y年" if language == "zh" else "%b\n%Y", "nticks": 7, "tickangle": 0}


def narrow(**changes: Any) -> dict[str, Any]:
    """``meta`` of a layout that says what changes on a phone, one level deep: ``layout(mode, meta=narrow(font={"size": 11}))``."""
    return {"narrow": {"below_px": NARROW_PX, "layout": changes}}


def _step(top: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten, 1 at least, that takes no more than five steps to ``top``."""
    power = 10 ** max(0, math.floor(math.log10(top / MOST_TICKS))) if top > MOST_TICKS else 1
    return next(step for step in (power, 2 * power, 5 * power, 10 * power) if top <= step * MOST_TICKS)
