"""Rounding words: what is written is true for every number, and as near as the rule says."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.briefing.communique import rounding

COUNTS = st.integers(min_value=0, max_value=10**10)
SIZES = {"": 1, "万": 10**4, "亿": 10**8}


def read(text: str) -> float:
    """The number in a text, read on its own: 4.9万, 5,400."""
    number, size = re.fullmatch(r"([\d.,]+)(万|亿|)", text).groups()
    return round(float(number.replace(",", "")) * SIZES[size], 6)


def said(text: str) -> tuple[str, float]:
    """What a text claims: the relation to a round number, and that number."""
    for word, relation in (("more than ", "more"), ("nearly ", "nearly"), ("超", "more"), ("近", "nearly")):
        if text.startswith(word):
            return relation, read(text.removeprefix(word))
    return ("more", read(text.removesuffix("余"))) if text.endswith("余") else ("equal", read(text))


@pytest.mark.parametrize(("value", "zh", "en"), [
    (99, "99", "99"),
    (100, "100", "100"),
    (101, "100余", "more than 100"),
    (202, "200余", "more than 200"),
    (949, "近950", "nearly 950"),
    (5_400, "5400", "5,400"),
    (5_459, "5400余", "more than 5,400"),
    (5_479, "5400余", "more than 5,400"),  # 21 below 5,500: a fifth of the step of 100 is 20
    (5_480, "近5500", "nearly 5,500"),
    (7_580, "近7600", "nearly 7,600"),
    (9_990, "近1万", "nearly 10,000"),
    (10_001, "超1万", "more than 10,000"),
    (12_345, "1.2万余", "more than 12,000"),
    (49_000, "4.9万", "49,000"),
    (62_100, "6.2万余", "more than 62,000"),
    (60_001, "超6万", "more than 60,000"),
    (209_773, "近21万", "nearly 210,000"),
    (749_358, "近75万", "nearly 750,000"),
    (123_456, "超12万", "more than 120,000"),
    (123_456_789, "超1.2亿", "more than 120,000,000"),
])
def test_a_number_is_told_by_the_rule(value: int, zh: str, en: str):
    assert (rounding.in_words(value, "zh"), rounding.in_words(value, "en")) == (zh, en)


@pytest.mark.parametrize("language", ["zh", "en"])
@given(value=COUNTS)
def test_what_is_said_is_true_and_near(language: str, value: int):
    relation, number = said(rounding.in_words(value, language))
    if relation == "equal":
        assert value == number
    elif relation == "more":
        assert number < value < number * 1.1
    else:
        assert number * 0.98 < value < number


@given(value=COUNTS)
def test_a_round_number_has_two_digits_and_both_languages_say_the_same(value: int):
    found = said(rounding.in_words(value, "zh"))
    assert found == said(rounding.in_words(value, "en"))
    assert value < 100 or not str(int(found[1]))[2:].strip("0")


@given(value=COUNTS)
def test_the_chinese_word_goes_by_whole_ten_thousands(value: int):
    text = rounding.in_words(value, "zh")
    relation, number = said(text)
    if relation == "more":
        assert text.startswith("超") == (number % 10_000 == 0)


@pytest.mark.parametrize("language", ["zh", "en"])
@given(value=COUNTS)
def test_a_number_in_full_is_the_number(language: str, value: int):
    assert read(rounding.plain(value, language)) == value


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="amount"):
        rounding.in_words(-5_459, "en")
