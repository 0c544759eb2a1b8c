"""The questions of the pages on a dozen postings; the expected numbers are worked out by hand from the tables in conftest.py."""

from datetime import date

import pytest

from fairboard.analysis.filters import Filters
from tests.analysis.asking import column, row, rows

PARTS_OF_THE_HEADLINE = ("overview/people", "overview/demand", "overview/openings_per_attendee")


@pytest.mark.parametrize("filters", [
    Filters(), Filters(region_codes=("210200",)), Filters(sector_codes=("medical",), wage_at_least_yuan=5_000), Filters(education_levels=("master",), ownerships=("private",)),
    Filters(start_on=date(2024, 1, 1), university_codes=("10141",)), Filters(fair_ids=(1,)), Filters(record_kinds=("published",)),
])  # fmt: skip
def test_the_questions_of_the_tiles_give_together_what_the_headline_gives(tiny, sample_version, filters):
    for version in (tiny, sample_version):
        parts = [row(version, name, filters) for name in PARTS_OF_THE_HEADLINE]
        assert {name: value for part in parts for name, value in part.items()} == row(version, "overview/headline", filters)


def test_the_headline(tiny):
    found = row(tiny, "overview/headline")
    assert {name: found[name] for name in ("fairs", "employers", "postings", "openings", "on_site_people", "live_views")} == {
        "fairs": 3, "employers": 4, "postings": 12, "openings": 37, "on_site_people": 24, "live_views": 180,
    }  # fmt: skip
    # Postings 5, 7 and 12 state no number. Over 10,000: 2 (3), 8 (2), 9 (1), 10 (5). Without a floor: 4 (4), 7 (1).
    assert found["openings_unstated_share"] == 0.25
    assert found["openings_over_threshold"] == 11
    assert found["openings_over_threshold_share"] == pytest.approx(11 / 32)
    # Fairs A and C counted people: 23 openings for 24 people. Fair B counted visits.
    assert found["openings_per_attendee"] == pytest.approx(23 / 24)


def test_a_region_is_the_place_of_work_of_openings_and_the_host_of_fairs_and_attendance(tiny):
    found = row(tiny, "overview/headline", Filters(region_codes=("210200",)))
    # Postings 3 and 6 of employers 甲 and 乙; fair B, which counted visits and no people.
    assert (found["openings"], found["employers"], found["fairs"], found["on_site_people"]) == (11, 2, 1, None)
    assert found["openings_over_threshold"] == 0
    assert found["openings_over_threshold_share"] == 0


def test_nothing_selected_counts_nothing_and_has_no_ratio(tiny):
    found = row(tiny, "overview/headline", Filters(sector_codes=("medical",)))
    assert (found["postings"], found["openings"], found["employers"]) == (0, 0, 0)
    assert found["openings_over_threshold_share"] is None
    assert found["openings_unstated_share"] is None


def test_a_period_holds_both_its_days(tiny):
    for start_on, end_on, openings in [
        (date(2023, 3, 18), date(2023, 10, 20), 25), (date(2023, 3, 19), date(2023, 10, 20), 14), (date(2023, 3, 18), date(2023, 10, 19), 11),
    ]:  # fmt: skip
        assert row(tiny, "overview/headline", Filters(start_on=start_on, end_on=end_on))["openings"] == openings


def test_demand_by_sector_with_the_unclassified_last(tiny):
    found = rows(tiny, "overview/by_sector")
    assert [(item["sector_code"], item["openings"]) for item in found] == [
        ("engineering", 15), ("mechanical", 10), ("agriculture", 7), ("software", 3), ("electrical", 1), ("unclassified", 1),
    ]  # fmt: skip
    assert found[0]["openings_share"] == pytest.approx(15 / 37)


def test_demand_by_region_has_all_fifteen_and_the_other_places_apart(tiny):
    found = column(rows(tiny, "overview/by_region"), "region_code", "openings")
    assert len(found) == 15
    assert {code: openings for code, openings in found.items() if openings} == {"210100": 10, "210200": 11, "21SF00": 4, "211400": 6}
    assert column(rows(tiny, "overview/places"), "place", "openings") == {
        "liaoning_unit": 31, "remote": 2, "province_only": 1, "unknown": 1, "elsewhere": 1, "abroad": 1,
    }  # fmt: skip
    assert column(rows(tiny, "cities/places"), "place", "openings") == column(rows(tiny, "overview/places"), "place", "openings")


def test_exactly_10000_is_not_over_10000_and_stands_in_the_band_below(tiny):
    bands = column(rows(tiny, "overview/wage_bands"), "band_start_yuan", "openings")
    assert bands == {0: 6, 1000: 1, 4000: 1, 7000: 1, 8000: 10, 9000: 2, 10_000: 3, 11_000: 5, 29_000: 2, 30_000: 1}
    over = sum(openings for start, openings in bands.items() if start >= 10_000)
    assert over == row(tiny, "wages/headline", threshold_yuan=10_000)["openings_over_threshold"] == 11


def test_the_midpoint_is_rounded_half_up(tiny):
    bands = column(rows(tiny, "overview/wage_bands", wage_basis="midpoint"), "band_start_yuan", "openings")
    assert bands == {0: 6, 2000: 1, 6000: 1, 10_000: 12, 11_000: 5, 12_000: 3, 30_000: 3}


@pytest.mark.parametrize(
    ("basis", "line", "with_wage", "over", "postings_without"),
    [
        ("floor", 10_000, 32, 11, 2),
        ("floor", 9_999, 32, 13, 2),  # posting 1, at exactly 10,000, joins
        ("midpoint", 10_000, 31, 23, 3),  # 1 (2), 2 (3), 6 (10), 8 (2), 9 (1), 10 (5)
        ("midpoint", 12_500, 31, 6, 3),  # 2 (3), 8 (2), 9 (1)
        ("ceiling", 10_000, 35, 23, 2),
    ],
)
def test_openings_over_the_line_by_basis(tiny, basis, line, with_wage, over, postings_without):
    found = row(tiny, "wages/headline", wage_basis=basis, threshold_yuan=line)
    assert (found["openings_with_wage"], found["openings_over_threshold"], found["postings_without_wage"]) == (with_wage, over, postings_without)
    assert found["openings_over_threshold_share"] == pytest.approx(over / with_wage)


def test_quartiles_are_weighted_by_openings(tiny):
    # Floors in order: 1000 ×6, 1001 ×1, 5000 ×1 (8 of 32), 8000 ×1, 9000 ×10 (19), 10000 ×2, 10001 ×3 (24), 12000 ×5, 30000 ×2, 30001 ×1.
    found = row(tiny, "wages/headline")
    assert (found["wage_quartile_1_yuan"], found["wage_median_yuan"], found["wage_quartile_3_yuan"]) == (5_000, 9_000, 10_001)
    by_sector = {item["sector_code"]: item for item in rows(tiny, "sectors/ranking")}
    quartiles = {code: (item["wage_quartile_1_yuan"], item["wage_median_yuan"], item["wage_quartile_3_yuan"]) for code, item in by_sector.items()}
    assert quartiles == {
        "engineering": (9_000, 9_000, 9_000),  # 5000 ×1, 9000 ×10
        "mechanical": (10_001, 10_001, 12_000),  # 10000 ×2, 10001 ×3, 12000 ×5
        "agriculture": (1_000, 1_000, 1_000),  # 1000 ×6, 1001 ×1
        "software": (30_000, 30_000, 30_001),  # 30000 ×2, 30001 ×1
        "electrical": (8_000, 8_000, 8_000),
        "unclassified": (None, None, None),
    }


def test_regions_side_by_side(tiny):
    found = {item["region_code"]: item for item in rows(tiny, "cities/regions")}
    shown = ("openings", "openings_rank", "employers", "wage_median_yuan", "wage_median_rank", "openings_over_threshold_share")
    assert {code: tuple(found[code][name] for name in shown) for code in ("210200", "210100", "211400", "21SF00", "210300")} == {
        "210200": (11, 1, 2, 9_000, 2, 0.0),
        "210100": (10, 2, 1, 10_001, 1, 0.8),
        "211400": (6, 3, 1, 1_000, 3, 0.0),
        "21SF00": (4, 4, 1, None, None, None),
        "210300": (0, 5, 0, None, None, None),
    }
    assert found["210100"]["openings_share"] == pytest.approx(10 / 31)


def test_postings_are_counted_and_not_the_cells_of_a_rollup(tiny):
    assert sum(item["postings"] for item in rows(tiny, "wages/bands")) == 10
    totals = row(tiny, "methods/totals")
    # Pairs of fair and employer: A 甲 乙, B 乙 丙, C 甲 丁.
    assert {name: totals[name] for name in ("fairs", "participations", "postings", "openings", "on_site_people", "on_site_visits", "live_views")} == {
        "fairs": 3, "participations": 6, "postings": 12, "openings": 37, "on_site_people": 24, "on_site_visits": 500, "live_views": 180,
    }  # fmt: skip


def test_people_visits_and_views_are_kept_apart(tiny):
    found = row(tiny, "universities/headline")
    assert found | {"in_province_share": 0, "elsewhere_share": 0} == {
        "universities": 3, "universities_in_province": 2, "on_site_people": 24, "people_in_province": 16, "people_elsewhere": 6,
        "people_unstated": 2, "in_province_share": 0, "elsewhere_share": 0, "on_site_visits": 500, "live_views": 180,
    }  # fmt: skip
    assert found["in_province_share"] == pytest.approx(16 / 22)
    assert found["elsewhere_share"] == pytest.approx(6 / 22)


def test_where_people_came_from_and_when(tiny):
    assert column(rows(tiny, "universities/ranking"), "university_code", "on_site_people") == {"10145": 12, "10001": 6, "10141": 4}
    assert [(item["province_code"], item["on_site_people"], item["universities"]) for item in rows(tiny, "universities/provinces")] == [
        ("210000", 16, 2), ("110000", 6, 1), (None, 2, 0),
    ]  # fmt: skip
    assert column(rows(tiny, "universities/arrivals"), "hour", "on_site_people") == {9: 4, 10: 14, 11: 4}
    assert column(rows(tiny, "universities/broadcast"), "slot_start", "live_views") == {"10:00": 150, "10:10": 30}
    hosts = [(item["university_code"], item["host_region_code"], item["on_site_people"], item["fairs"]) for item in rows(tiny, "universities/hosts")]
    assert hosts == [("10145", "210100", 12, 2), ("10001", "210100", 6, 1), ("10141", "210100", 4, 1)]


def test_degrees_and_disciplines_with_the_unstated_last(tiny):
    assert [(item["degree_level_code"], item["on_site_people"]) for item in rows(tiny, "universities/degrees")] == [
        ("bachelor", 13), ("master", 3), ("doctor", 6), (None, 2),
    ]  # fmt: skip
    assert [(item["discipline_code"], item["on_site_people"]) for item in rows(tiny, "universities/disciplines")] == [("08", 18), ("07", 4), (None, 2)]


def test_fairs_newest_first_with_nothing_where_nothing_was_counted(tiny):
    found = [(item["label_en"], item["employers"], item["openings"], item["on_site_people"], item["live_views"]) for item in rows(tiny, "fairs/list")]
    assert found == [("C", 2, 12, 10, None), ("B", 2, 14, None, None), ("A", 2, 11, 14, 180)]
    narrowed = [(item["label_en"], item["employers"], item["openings"]) for item in rows(tiny, "fairs/list", Filters(sector_codes=("mechanical",)))]
    assert narrowed == [("C", 1, 5), ("B", 0, 0), ("A", 1, 5)]


def test_published_fairs_are_not_added_to_recorded_ones(tiny):
    assert row(tiny, "overview/headline", Filters(record_kinds=("published",)))["openings"] == 0
    assert row(tiny, "overview/headline", Filters(record_kinds=("recorded", "published")))["fairs"] > 3
    assert row(tiny, "overview/headline")["fairs"] == 3
