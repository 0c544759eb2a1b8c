"""Numbers, days and changes as text."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.analysis import columns, formatting, metrics
from fairboard.analysis.catalogue import Item
from fairboard.errors import RequestError


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (49_000, "4.9万", "49,000"),
        (9_999, "9,999", "9,999"),
        (10_000, "1万", "10,000"),
        (12_345, "1.23万", "12,345"),
        (12_350, "1.24万", "12,350"),  # 1.235, half up
        (1_234_567, "123.5万", "1,234,567"),
        (100_000_000, "1亿", "100,000,000"),
        (0, "0", "0"),
        (-49_000, "-4.9万", "-49,000"),
        (None, "–", "–"),
        (math.nan, "–", "–"),
    ],
)
def test_a_count_as_it_is_read_aloud(value, chinese, english):
    assert formatting.short(value, "zh") == chinese
    assert formatting.short(value, "en") == english


@pytest.mark.parametrize(("value", "decimals", "text"), [(2.5, 0, "3"), (0.5, 0, "1"), (1.005, 2, "1.01"), (1234.5, 0, "1,235"), (-2.5, 0, "-3")])
def test_half_is_rounded_away_from_zero(value, decimals, text):
    assert formatting.exact(value, decimals) == text


@pytest.mark.parametrize(("value", "text"), [(0.174, "17.4%"), (0.1745, "17.5%"), (0, "0.0%"), (1, "100.0%"), (None, "–")])
def test_a_share_as_a_percentage(value, text):
    assert formatting.share(value) == text


def test_a_metric_says_how_it_is_written():
    assert formatting.value_text(0.71997, "openings_per_attendee", "zh") == "0.72"
    assert formatting.value_text(49_000, "live_views", "zh") == "4.9万"
    assert formatting.value_text(49_000, "live_views", "zh", is_short=False) == "49,000"
    assert formatting.value_text(0.174, "openings_over_threshold_share", "en") == "17.4%"


def test_days():
    assert formatting.day(date(2023, 3, 18), "zh") == "2023年3月18日"
    assert formatting.day(date(2023, 3, 18), "en") == "18 Mar 2023"
    assert formatting.day(None, "en") == "–"


@pytest.mark.parametrize(
    ("value", "before", "text"),
    [(110, 100, "+10.0%"), (90, 100, "−10.0%"), (100, 100, "unchanged"), (5, 0, ""), (None, 5, ""), (5, None, ""), (2000, 100, "+1,900.0%")],
)
def test_a_change_carries_its_sign_and_is_silent_without_a_base(value, before, text):
    assert formatting.change(value, before, "en") == text


def test_numbers_on_one_basis_add_up():
    assert metrics.total({"openings": 5, }) == 5


@pytest.mark.parametrize(
    "parts", [{"on_site_people": 5, "live_views": 7}, {"on_site_people": 5, "on_site_visits": 7}, {"openings": 1, "postings": 1}, {"employers": 1}, {"wage_median_yuan": 1}]
)
def test_people_visits_views_and_what_does_not_add_up_are_never_added(parts):
    with pytest.raises(RequestError):
        metrics.total(parts)


@pytest.mark.parametrize("type_and_unit", [("bigint", "openings"), ("double", "share"), ("double", "openings a person"), ("integer", ""), ("varchar", ""), ("date", "")])
@given(values=st.lists(st.one_of(st.none(), st.integers(-10**9, 10**9), st.floats(-1e6, 1e6), st.just(float("nan")), st.text(max_size=5), st.dates())))
def test_a_whole_column_is_written_like_its_cells(type_and_unit, values):
    kind, unit = type_and_unit
    values = [value for value in values if value is None or isinstance(value, str | date) is (kind in ("varchar", "date"))]
    shown = columns.column(Item("planted", kind, unit, "planted"), "en")
    assert shown.write_all(values) == [shown.write(value) for value in values]
