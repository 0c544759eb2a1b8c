"""The records behind the numbers of a comparison of fair A with fair C of the tiny version, worked out by hand.

On A: 甲 seeks 5 mechanical and 1 electrical, 乙 5; on C: 甲 5 mechanical, 丁 7. So 12 − 11 = 0 volume − 1 mix of sectors + 7 new − 5 lost.
"""

import pytest

from fairboard.analysis import explain
from tests.analysis.test_explain import origin_of, titles

ALL = {"breakdown": "all"}


@pytest.fixture
def sides(fair_ids):
    """A against C."""
    return {"a_fair_ids": [fair_ids["A"]], "b_fair_ids": [fair_ids["C"]]} | dict.fromkeys(("a_region_codes", "a_university_codes", "b_region_codes", "b_university_codes"))


@pytest.mark.parametrize(("column", "of_a", "of_b"), [
    ("openings_change", ["岗位1", "岗位2", "岗位3", "岗位4", "岗位5"], ["岗位10", "岗位11", "岗位12"]),
    ("volume_change", ["岗位1", "岗位2"], ["岗位10"]),
    ("sector_mix_change", ["岗位3"], []),
    ("region_mix_change", [], []),
])  # fmt: skip
def test_a_change_has_the_postings_of_both_sides(tiny, sides, column, of_a, of_b):
    a, b = explain.explain(origin_of(tiny, "compare/change", column, where=ALL, **sides)).behind
    assert (titles(a), titles(b)) == (of_a, of_b)
    assert [a.part.role, b.part.role] == ["taken", "added"]


@pytest.mark.parametrize(("column", "total", "found"), [
    ("new_openings", 7, ["岗位11", "岗位12"]),
    ("lost_openings", 5, ["岗位4", "岗位5"]),
    ("matched_openings_a", 6, ["岗位1", "岗位2", "岗位3"]),
    ("matched_openings_b", 5, ["岗位10"]),
])  # fmt: skip
def test_openings_of_one_side_only_or_of_employers_on_both(tiny, sides, column, total, found):
    (behind,) = explain.explain(origin_of(tiny, "compare/change", column, where=ALL, **sides)).behind
    assert (behind.total, titles(behind)) == (total, found)


def test_a_sector_and_a_place_narrow_the_change(tiny, sides):
    a, b = explain.explain(origin_of(tiny, "compare/change", "openings_change", where={"breakdown": "sector", "value_code": "mechanical"}, **sides)).behind
    assert (titles(a), titles(b)) == (["岗位1", "岗位2"], ["岗位10"])
    (outside,) = explain.explain(origin_of(tiny, "compare/change", "new_openings", where={"breakdown": "region", "value_code": "elsewhere"}, **sides)).behind
    assert titles(outside) == ["岗位12"]


@pytest.mark.parametrize(("column", "side", "names"), [
    ("employer_identities", "a", ["甲", "乙"]),
    ("first_time_employers", "b", ["丁"]),
    ("returning_employers", "b", ["甲"]),
    ("matched_employers", "a", ["甲"]),
])  # fmt: skip
def test_the_employers_of_a_side(tiny, sides, column, side, names):
    (behind,) = explain.explain(origin_of(tiny, "compare/employers", column, where={"side": side}, **sides)).behind
    assert [row["employer_name"] for row in behind.rows.rows()] == names


def test_participations_are_added_up(tiny, sides, fair_ids):
    both = sides | {"a_fair_ids": [fair_ids["A"], fair_ids["B"]]}
    (behind,) = explain.explain(origin_of(tiny, "compare/employers", "participations", where={"side": "a"}, **both)).behind
    assert (behind.total, behind.row_count) == (4, 3)  # 甲 at A, 乙 at both, 丙 at B


def test_an_employer_on_both_sides(tiny, sides):
    a, b = explain.explain(origin_of(tiny, "compare/matched_employers", "openings_change", **sides)).behind
    assert (a.total, b.total) == (6, 5)


def test_a_difference_of_people_has_the_counts_of_both_sides(tiny, sides):
    a, b = explain.explain(origin_of(tiny, "compare/people", "people_change", where={"value_code": "10145"}, **sides)).behind
    assert (a.total, b.total) == (8, 4)


def test_a_difference_of_medians_has_both_medians(tiny, sides):
    found = explain.explain(origin_of(tiny, "compare/quartiles", "wage_difference_yuan", where={"quartile_code": "wage_median_yuan"}, **sides)).behind
    # A: 5,000 (1), 8,000 (1), 10,000 (2), 10,001 (3): the median is 10,000. C: 1,000 (6), 1,001 (1), 12,000 (5): it is 1,000.
    assert [behind.total for behind in found] == [7, 4, 12, 6]


def test_a_share_of_a_band_is_of_the_openings_of_its_side(tiny, sides):
    band, side = explain.explain(origin_of(tiny, "compare/wage_bands", "openings_share_b", where={"band_start_yuan": 11_000}, **sides)).behind
    assert (band.total, side.total) == (5, 12)
