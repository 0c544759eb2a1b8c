"""With what a headline figure is compared."""

from datetime import date

import pytest

from fairboard.analysis.comparison import named_comparison, nothing_before
from fairboard.analysis.filters import Filters
from tests.analysis.asking import row


def test_a_fair_is_compared_with_the_previous_one_of_its_kind(tiny, fair_ids):
    found = named_comparison(Filters(fair_ids=(fair_ids["C"],)), tiny, "en")
    assert found.before.fair_ids == (fair_ids["A"],)
    assert "A" in found.name
    assert found.side_names == ("Previous fair", "This fair")
    assert row(tiny, "overview/headline", found.before)["openings"] == 11


@pytest.mark.parametrize("name", ["A", "B"])
def test_the_first_fair_of_its_kind_is_compared_with_nothing(tiny, fair_ids, name):
    assert named_comparison(Filters(fair_ids=(fair_ids[name],)), tiny, "en") is None


def test_one_fair_without_a_comparison_lacks_an_earlier_one_of_its_kind_not_earlier_records():
    assert nothing_before(Filters(fair_ids=(8,)), "zh") == "没有更早的同类招聘会可供比较。"
    assert nothing_before(Filters(fair_ids=(8, 9)), "zh") == nothing_before(Filters(), "zh") == "没有更早的记录可供比较。"


def test_a_period_is_compared_with_the_one_of_the_same_length_before(tiny):
    found = named_comparison(Filters(start_on=date(2024, 3, 1), end_on=date(2024, 3, 31), region_codes=("210100",)), tiny, "zh")
    assert (found.before.start_on, found.before.end_on) == (date(2024, 1, 30), date(2024, 2, 29))  # 31 days
    assert found.before.region_codes == ("210100",)
    assert "2024年1月30日" in found.name
    assert found.side_names == ("上一时段", "本时段")


def test_otherwise_the_last_calendar_year_is_compared_with_the_year_before_up_to_the_same_day(tiny):
    found = named_comparison(Filters(), tiny, "en")
    assert (found.now.start_on, found.now.end_on) == (date(2024, 1, 1), date(2024, 3, 20))
    assert (found.before.start_on, found.before.end_on) == (date(2023, 1, 1), date(2023, 3, 20))
    assert (row(tiny, "overview/headline", found.now)["openings"], row(tiny, "overview/headline", found.before)["openings"]) == (12, 11)
    assert found.name == "of the records of 2024 with those of 2023, each up to the same day (20 March)"
    assert named_comparison(Filters(), tiny, "zh").name == "2024年与2023年的记录，均截至当年同一日（3月20日）"
    assert found.side_names == ("2023", "2024")


def test_a_selection_without_an_earlier_year_is_compared_with_nothing(tiny):
    assert named_comparison(Filters(fair_kinds=("special",)), tiny, "en") is None
    assert named_comparison(Filters(fair_kinds=("online",)), tiny, "en") is None
