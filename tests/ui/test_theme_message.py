"""The theme that is kept says what Streamlit itself would say."""

from pathlib import Path

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from fairboard.ui import theme_message

SECTIONS = ("theme", *(f"theme.{category.value}" for category in config.CustomThemeCategories))
OWN = getattr(app_session._populate_theme_msg, "__wrapped__", app_session._populate_theme_msg)


def written(fill, section: str) -> CustomThemeConfig:
    whole = CustomThemeConfig()
    fill(whole.light if section == "theme.light" else whole, section)
    return whole


@pytest.fixture(autouse=True)
def theme(monkeypatch: pytest.MonkeyPatch):
    """The project's own settings, as the server reads them."""
    monkeypatch.chdir(Path(__file__).parents[2])
    config.get_config_options(force_reparse=True)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_first_and_every_later_message_is_streamlits_own(section: str):
    kept = theme_message.kept(OWN)
    own = written(OWN, section)
    assert [written(kept, section) for _ in range(3)] == [own] * 3
    assert written(kept, section).HasField("light") is own.HasField("light")


def test_the_projects_colours_are_in_it():
    assert written(theme_message.kept(OWN), "theme.light").light.primary_color == "#1f5fa8"


def test_streamlit_puts_a_section_together_once(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(app_session, theme_message.NAME, lambda message, section="theme": asked.append(section))
    theme_message.keep()
    theme_message.keep()
    for _ in range(3):
        app_session._populate_theme_msg(CustomThemeConfig())
    assert asked == ["theme"]


def test_a_streamlit_without_that_function_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(app_session, theme_message.NAME)
    theme_message.keep()
    assert not hasattr(app_session, theme_message.NAME)
