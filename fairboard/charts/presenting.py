"""A figure made for a panel of a page, made for a wall: everything that is measured in pixels grows."""

from typing import Any

from fairboard.charts.theme import Figure

FACTOR = 2.0
LEAST_FONT_PX = 24
HOVER_PX = 32
FONTS = ("font", "tickfont", "textfont")
LENGTHS = ("xshift", "yshift", "standoff", "ticklabelstandoff")


def presenting(figure: Figure, *, factor: float = FACTOR, least_font_px: int = LEAST_FONT_PX) -> Figure:
    """A copy of ``figure`` with type, margins, marks and lines ``factor`` times as large, no type smaller than ``least_font_px``.

    The changes for a narrow panel are left out: a slide always has the same proportions.
    """

    def grown(value: Any, key: str = "", parent: str = "") -> Any:
        if isinstance(value, dict):
            return {name: grown(item, name, key) for name, item in value.items() if name != "meta"}
        if isinstance(value, list | tuple):
            return [grown(item, key, parent) for item in value]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        if key == "size" and parent in FONTS:
            return max(round(value * factor), least_font_px)
        is_length = parent == "margin" or key in LENGTHS or (key, parent) in (("size", "marker"), ("width", "line"))
        return round(value * factor) if is_length else value

    made = grown(figure)
    for trace in made["data"]:
        if trace["type"] == "bar":
            trace["constraintext"] = "none"  # a value is not made smaller where its bar is thin
    made["layout"]["hoverlabel"] |= {"font": made["layout"]["hoverlabel"]["font"] | {"size": HOVER_PX}}
    return made
