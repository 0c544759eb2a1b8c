"""Colours by meaning, type and the frame of every figure: the one place where the look of charts is decided.

The two palettes are the same meanings on a light and a dark ground; they are told apart by people with any of the common
colour deficiencies (blue and orange for the two things compared, lightness for amounts), and no chart relies on colour alone.
The colours of the ground and of text are those of ``.streamlit/config.toml``; a test holds the two together.
"""

from typing import Any, Literal

Mode = Literal["light", "dark"]
Figure = dict[str, Any]

FONT = "-apple-system, 'Segoe UI', 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', Arial, sans-serif"
FONT_SIZE = 14

_COLOURS: dict[Mode, dict[str, str]] = {
    "light": {
        "ground": "#ffffff",
        "surface": "#f5f7fa",
        "ink": "#17212f",
        "ink_muted": "#5a6778",
        "grid": "#e3e8ef",
        "demand": "#1f5fa8",
        "supply": "#0b7a75",
        "over_line": "#c2570c",
        "line": "#8a1c1c",
        "rest": "#b4bfcd",
        "no_data": "#eceff3",
        "in_time": "#cde9e2",
        "late": "#fbdcae",
        "missing": "#f7c5be",
    },
    "dark": {
        "ground": "#10161f",
        "surface": "#18212d",
        "ink": "#eef2f7",
        "ink_muted": "#a3b0c2",
        "grid": "#2a3646",
        "demand": "#6aa9ec",
        "supply": "#45c2b8",
        "over_line": "#f2994a",
        "line": "#ff8a80",
        "rest": "#4d5b6e",
        "no_data": "#222d3b",
        "in_time": "#1d4b46",
        "late": "#5d4413",
        "missing": "#6e2b2b",
    },
}
_AMOUNTS: dict[str, dict[Mode, tuple[str, ...]]] = {
    "demand": {
        "light": ("#e6eff9", "#b9d3ee", "#7fb0de", "#4487c5", "#1f5fa8", "#123f75"),
        "dark": ("#1a2a3d", "#24456b", "#2f639b", "#4a86c8", "#7fb2ea", "#c3dcf8"),
    },
    "supply": {
        "light": ("#e2f2f0", "#b5ddd8", "#7cc3bb", "#45a59c", "#0b7a75", "#06504d"),
        "dark": ("#152c2d", "#1c4644", "#24625e", "#2c8079", "#5fc6bb", "#bff0e8"),
    },
}
_SERIES: dict[Mode, tuple[str, ...]] = {
    "light": ("#1f5fa8", "#c2570c", "#0b7a75", "#7b4fa3", "#a87900", "#b03060", "#5a6778", "#4aa3c7"),
    "dark": ("#6aa9ec", "#f2994a", "#45c2b8", "#b99be0", "#e0bd4f", "#f08fb0", "#a3b0c2", "#8fd3ee"),
}


def colour(meaning: str, mode: Mode) -> str:
    """The colour of ``meaning`` on the ground of ``mode``; KeyError for a meaning or mode that does not exist."""
    return _COLOURS[mode][meaning]


def in_light(hue: str) -> str:
    """A colour of the dark palette in the light one, by its meaning; any other colour as it is."""
    found = {dark: _COLOURS["light"][name] for name, dark in _COLOURS["dark"].items()}
    found |= dict(zip(_SERIES["dark"], _SERIES["light"], strict=True))
    for steps in _AMOUNTS.values():
        found |= dict(zip(steps["dark"], steps["light"], strict=True))
    return found.get(hue, hue)


def amounts(mode: Mode, meaning: str = "demand") -> tuple[str, ...]:
    """Six steps from little to much, for maps and heat maps: of what is asked for (demand) or of who came (supply)."""
    return _AMOUNTS[meaning][mode]


def series(mode: Mode) -> tuple[str, ...]:
    """Eight colours for things side by side that have no meaning of their own, in a fixed order."""
    return _SERIES[mode]


def amount_colour(part: float, mode: Mode) -> tuple[str, str]:
    """The colour of an amount, ``part`` from 0 to 1, and the colour of text that is readable on it."""
    steps = amounts(mode)
    number = min(int(part * len(steps)), len(steps) - 1)
    is_light_step = number < 3 if mode == "light" else number > 3
    return steps[number], "#17212f" if is_light_step else "#ffffff"


def layout(mode: Mode, **changes: Any) -> dict[str, Any]:
    """The layout that every figure starts from, with ``changes`` laid over it one level deep."""
    axis = {
        "gridcolor": colour("grid", mode),
        "zerolinecolor": colour("rest", mode),
        "linecolor": colour("rest", mode),
        "tickfont": {"color": colour("ink_muted", mode), "size": FONT_SIZE - 1},
        "title": {"font": {"color": colour("ink_muted", mode), "size": FONT_SIZE - 1}},
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "showline": False,
        "zeroline": False,
    }
    base: dict[str, Any] = {
        "font": {"family": FONT, "size": FONT_SIZE, "color": colour("ink", mode)},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT, "size": FONT_SIZE}, "align": "left"},
        "bargap": 0.28,
        "xaxis": axis,
        "yaxis": axis,
        "separators": ".,",
        "dragmode": False,
    }
    for name, value in changes.items():
        base[name] = base[name] | value if isinstance(value, dict) and isinstance(base.get(name), dict) else value
    return base
