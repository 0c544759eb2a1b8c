"""What comes from a URL is never trusted: kept where well formed, dropped and listed where not."""

from datetime import date

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import LARGEST_ID, Filters, from_url
from fairboard.analysis.sentence import filter_sentence

HOSTILE = [
    "'; drop table postings; --", "<script>alert(1)</script>", "../../etc/passwd", "%00", "\x00", "210100\n", " 210100", "２１０１００", "٢١٠١٠٠", "沈阳", "$region", "",
    "x" * 10_000, "{0}", "{name}", "😀",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("key", ["fair", "kind", "from", "to", "region", "sector", "edu", "wage", "wage_to", "own", "univ", "record"])
def test_a_hostile_value_is_dropped_and_listed(key, text):
    filters, dropped = from_url({key: text}, {"region_codes": ["210100"], "sector_codes": ["mechanical"], "fair_kinds": [], "education_levels": [],
                                              "ownerships": [], "university_codes": []})
    assert filters == Filters()
    assert all(item.startswith(f"{key}=") for item in dropped)
    assert dropped


@pytest.mark.parametrize("text", ["-1", "1.5e3", "0x10", "1_000", "+5", "0", "99999999", "1" * 10_000, "１００００", "٥٠٠٠", "1e5", "nan", "inf"])
def test_a_wage_is_a_positive_whole_number_of_ordinary_size(text):
    assert from_url({"wage": text}) == (Filters(), (f"wage={text}",))


@pytest.mark.parametrize("text", [str(LARGEST_ID + 1), "9" * 10_000, "-1", "１", "1e3"])
def test_a_fair_is_a_number_that_an_id_can_be(text):
    assert from_url({"fair": text})[0] == Filters()


@pytest.mark.parametrize("text", ["2023-02-30", "2023-3-18", "20230318", "2023-W11-6", "0001-01-01", "9999-12-31", "２０２３-03-18", "18.03.2023", "2023-03-18T00:00"])
def test_a_day_is_written_year_month_day(text):
    assert from_url({"from": text}) == (Filters(), (f"from={text}",))


def test_a_period_that_ends_before_it_begins_is_dropped_whole():
    filters, dropped = from_url({"from": "2024-01-02", "to": "2024-01-01", "region": "210100"})
    assert filters == Filters(region_codes=("210100",))
    assert dropped == ("from=2024-01-02 to=2024-01-01",)


def test_a_period_of_one_day_is_kept():
    filters, dropped = from_url({"from": "2024-01-01", "to": "2024-01-01"})
    assert (filters.start_on, filters.end_on, dropped) == (date(2024, 1, 1), date(2024, 1, 1), ())
    assert filters.parameters()["end_before"] == date(2024, 1, 2)


def test_the_good_values_beside_bad_ones_are_kept_once_and_in_order():
    filters, dropped = from_url({"region": "210200.zz.210100.210200", "unknown": "x"}, {"region_codes": ["210100", "210200"]})
    assert filters == Filters(region_codes=("210200", "210100"))
    assert dropped == ("region=zz",)


def test_an_endless_list_is_cut():
    filters, _ = from_url({"fair": ".".join(map(str, range(10_000)))})
    assert len(filters.fair_ids) == 200


def test_record_kinds_are_known_without_a_version():
    assert from_url({"record": "recorded.guessed"}) == (Filters(record_kinds=("recorded",)), ("record=guessed",))


def test_the_selection_as_a_sentence(tiny, fair_ids):
    assert filter_sentence(Filters(), tiny, "en") == "All fairs, no filter"
    filters = Filters(fair_ids=(fair_ids["A"],), region_codes=("210100", "21SF00"), wage_at_least_yuan=10_000, start_on=date(2023, 3, 1), end_on=date(2023, 3, 31))
    assert filter_sentence(filters, tiny, "en") == (
        "1 Mar 2023 to 31 Mar 2023; Fair: 2023-03-18 A; Region: Shenyang, Shenfu; Wage: 10,000 yuan a month or more"
    )
    in_chinese = filter_sentence(filters, tiny, "zh")
    assert in_chinese.startswith("2023年3月1日")
    assert "沈阳、沈抚" in in_chinese
    assert "10,000" in in_chinese
    assert not any(word in in_chinese for word in ("Fair", "Region", "yuan"))


def test_a_long_list_of_values_is_counted_and_not_spelt_out(tiny):
    filters = Filters(sector_codes=("mechanical", "electrical", "software", "energy", "medical"))
    assert filter_sentence(filters, tiny, "en").endswith("and 2 more")


def test_an_active_filter_can_be_taken_away_and_toggled():
    filters = Filters(region_codes=("210100",), wage_at_least_yuan=5_000)
    assert filters.active() == ("region_codes", "wage_at_least_yuan")
    assert filters.without("region_codes").active() == ("wage_at_least_yuan",)
    assert filters.toggled("region_codes", "210200").region_codes == ("210100", "210200")
    assert filters.toggled("region_codes", "210100").region_codes == ()


def test_a_range_of_wages_is_kept_and_a_reversed_one_is_dropped_whole():
    assert from_url({"wage": "8001", "wage_to": "10000"}) == (Filters(wage_at_least_yuan=8_001, wage_at_most_yuan=10_000), ())
    assert from_url({"wage": "9000", "wage_to": "8000", "sector": "medical"}) == (Filters(sector_codes=("medical",)), ("wage=9000 wage_to=8000",))


def test_both_ends_of_a_range_of_wages_are_inside(sample_version):
    filters = Filters(wage_at_least_yuan=6_000, wage_at_most_yuan=8_000)
    found = runner.run("overview/headline", filters, sample_version, wage_basis="floor", threshold_yuan=7_000).rows()[0]
    by_hand = runner.cursor(sample_version).execute("""
        select count(*), sum(openings), count(distinct employer_id), sum(openings) filter (where wage_min > 7000)
        from postings join fairs using (fair_id) where record_kind = 'synthetic' and wage_min between 6000 and 8000
    """).fetchone()
    assert (found["postings"], found["openings"], found["openings_over_threshold"]) == (by_hand[0], by_hand[1], by_hand[3])
    assert 0 < found["employers"] <= by_hand[2]


def test_the_bands_of_a_range_are_those_of_the_whole(sample_version):
    whole, part = (runner.run("overview/wage_bands", filters, sample_version, wage_basis="floor").rows()
                   for filters in (Filters(), Filters(wage_at_least_yuan=6_001, wage_at_most_yuan=9_000)))
    assert part == [row for row in whole if row["band_start_yuan"] in (6_000, 7_000, 8_000)]


def test_a_range_of_wages_in_words(tiny):
    filters = Filters(wage_at_least_yuan=8_001, wage_at_most_yuan=10_000)
    assert filter_sentence(filters, tiny, "en") == "Wage: 8,001 yuan a month or more; Wage up to: 10,000 yuan a month or less"
