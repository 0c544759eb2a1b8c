"""Times of day, counts, written numbers and degrees of persons against expectations worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.count import LARGEST_COUNT, parse_count
from fairboard.importing.parsing.degree import DEGREES, parse_degree
from fairboard.importing.parsing.moment import parse_moment
from fairboard.importing.parsing.numerals import read_numeral

MOMENTS = [
    ("09:30", 570), ("9:30", 570), ("9：30", 570), ("9点半", 570), ("上午9:30", 570), ("14:05:33", 845), ("2024-03-18 14:05", 845), ("0.4", 576),
    ("45369.4", 576), ("下午2点", 840), ("下午2:30", 870), ("下午14:30", 870), ("晚上8点一刻", 1215), ("9时30分", 570), ("2:05 PM", 845), ("12:05 AM", 5),
    ("中午12点", 720), ("凌晨1点", 60), ("2024年3月18日 上午9:30", 570), ("2024-03-18T14:05:33Z", 845), ("00:00", 0), ("23:59:59", 1439),
    ("", None), ("24:00", None), ("12:60", None), ("9", None), ("930", None), ("1.5", None), ("2024-03-18", None), ("13:00 AM", None), ("上午", None),
]  # fmt: skip
COUNTS = [
    ("1,234", 1234, True), ("5459", 5459, True), ("49,000人次", 49000, True), ("4.9万", 49000, False), ("4.9万人次", 49000, False), ("1.2亿", 120_000_000, False),
    ("12人", 12, True), ("约300", 300, False), ("300余人", 300, False), ("三百余人", 300, False), ("共300人", 300, True), ("近5万", 50000, False),
    ("10万+", 100000, False), ("10.0", 10, True), ("0", 0, True), ("一万二", 12000, False),
]  # fmt: skip
NO_COUNTS = ["12%", "1.5", "-3", "12,34", "1.23456万", "若干", "3�0", "99999999999999", "12.5%", "3-5人"]
NUMERALS = [
    ("五", 5), ("十", 10), ("十二", 12), ("二十", 20), ("三百零五", 305), ("三百五", 350), ("两千五", 2500), ("一万二", 12000), ("二十五万", 250000),
    ("一万零五百", 10500), ("一千零五十", 1050), ("一百一十", 110), ("零", 0), ("十百", None), ("百", None), ("五六", None), ("", None), ("三人", None),
]  # fmt: skip
PERSONS = [
    ("本科生", "bachelor"), ("硕士研究生", "master"), ("研究生", "master"), ("大专", "associate"), ("专升本", "bachelor"), ("博士", "doctor"),
    ("博士研究生", "doctor"), ("undergraduate", "bachelor"), ("Ph.D", "doctor"), ("Master of Science", "master"), ("研究生（硕士）", "master"),
    ("本科（学士）", "bachelor"), ("高职", "associate"), ("MBA", "master"), ("大三", "bachelor"), ("硕士/博士", None), ("高中", None), ("", None), ("本�", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "minute"), MOMENTS)
def test_a_time_of_day_is_a_minute_of_the_day_or_none(text, minute):
    assert parse_moment(text) == minute


@pytest.mark.parametrize(("text", "value", "is_exact"), COUNTS)
def test_a_count_says_whether_it_is_rounded(text, value, is_exact):
    count = parse_count(text)
    assert (count.value, count.is_exact, count.status) == (value, is_exact, "stated")


@pytest.mark.parametrize("text", NO_COUNTS)
def test_a_share_a_fraction_and_a_range_are_no_count(text):
    assert (parse_count(text).value, parse_count(text).status) == (None, "unparsed")


def test_no_count_is_absent():
    assert {parse_count(text).status for text in ("", "-", "无")} == {"absent"}


@pytest.mark.parametrize(("text", "number"), NUMERALS)
def test_a_number_in_characters_is_read(text, number):
    assert read_numeral(text) == number


@pytest.mark.parametrize(("text", "degree"), PERSONS)
def test_a_person_has_one_degree(text, degree):
    assert parse_degree(text).degree == degree


@given(st.text(max_size=30) | st.text(alphabet="0123456789:.点半时分上下午晚 -日月年amp", max_size=20))
def test_no_time_raises_and_it_lies_within_the_day(text):
    minute = parse_moment(text)
    assert minute is None or 0 <= minute < 1440


@given(st.text(max_size=30) | st.text(alphabet="0123456789,.万亿百千约余人次共%一二三十零两", max_size=14))
def test_no_count_raises_and_it_is_never_below_zero(text):
    count = parse_count(text)
    assert count.value is None or 0 <= count.value <= LARGEST_COUNT
    assert (count.value is None) == (count.status != "stated")


@given(st.text(max_size=30) | st.text(alphabet="本科硕士博研究生大专高职及以上/", max_size=12))
def test_no_degree_raises(text):
    assert parse_degree(text).degree in (None, *DEGREES)
