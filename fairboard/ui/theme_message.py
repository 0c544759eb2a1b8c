"""The theme, which Streamlit puts together anew from some three hundred settings at the start of every run, put together once.

It is the same for all sessions and runs of a process: the settings are read when the server starts.
"""

from collections.abc import Callable
from functools import cache, wraps

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

Fill = Callable[..., None]
NAME = "_populate_theme_msg"


def keep() -> None:
    """Let Streamlit copy what it has put together before. Where it has no such function any more nothing changes but the time of a run."""
    fill = getattr(app_session, NAME, None)
    if fill is not None and not hasattr(fill, "__wrapped__"):
        setattr(app_session, NAME, kept(fill))


def kept(fill: Fill) -> Fill:
    """``fill`` with what it has once written for a section remembered."""

    @cache
    def filled(section: str) -> CustomThemeConfig:
        theme = CustomThemeConfig()
        fill(theme, section)
        return theme

    @wraps(fill)
    def copy(message: CustomThemeConfig, section: str = "theme") -> None:
        theme = filled(section)
        if theme.ByteSize():  # merging nothing would still say that there is a theme for this section
            message.MergeFrom(theme)

    return copy
