"""Text from a file stays text on screen."""

import pytest

from fairboard.charts.labels import plain
from fairboard.ui.frame import escape


@pytest.mark.parametrize("text", [":material/home:", ":red[x]", "http://evil.example", "www.evil.example", "a@evil.example", "javascript:alert(1)"])
def test_nothing_live_is_left_in_a_text(text):
    shown = escape(text)
    assert text not in shown.replace("\\", "")
    assert shown.replace("\\", "").replace("\u2060", "") == text


def test_signs_that_turn_a_text_round_are_taken_out():
    assert escape("gpj.\u202eexe") == r"gpj\.exe"


def test_a_time_and_a_range_are_left_readable():
    assert escape("09:30").replace("\\", "") == "09:30"


@pytest.mark.parametrize(("name", "shown"), [("<b>坏</b>", "‹b>坏‹/b>"), ('<a href="x">y', '‹a href="x">y'), ("工资<5000", "工资<5000")])
def test_a_name_in_a_chart_is_no_markup(name, shown):
    assert plain(name) == shown
