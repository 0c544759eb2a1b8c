"""Names made to fit."""

import pytest

from fairboard.charts.labels import shortened, width_of, wrapped


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("沈阳", 4), ("沈阳 A1", 7), ("（有限）", 8)])
def test_a_chinese_letter_is_two_wide(text: str, width: int):
    assert width_of(text) == width


@pytest.mark.parametrize(("text", "most", "lines"), [
    ("Mechanical", 20, "Mechanical"),
    ("Electronics and communications", 20, "Electronics and<br>communications"),
    ("沈抚示范区", 8, "沈抚<br>示范区"),
    ("沈阳", 8, "沈阳"),
    ("Unbreakablesinglewordhere", 8, "Unbreakablesinglewordhere"),
])
def test_a_name_breaks_between_words_or_in_the_middle(text: str, most: int, lines: str):
    assert wrapped(text, most) == lines


@pytest.mark.parametrize(("text", "most", "short"), [("机械工程师", 10, "机械工程师"), ("机械工程师", 9, "机械工程…"), ("a long title", 7, "a long…")])
def test_a_long_name_is_cut_with_an_ellipsis(text: str, most: int, short: str):
    assert shortened(text, most) == short
    assert width_of(shortened(text, most)) <= most
