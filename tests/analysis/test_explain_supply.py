"""The records behind the numbers of Supply and demand, worked out by hand.

The tiny version: fairs A and C, both hosted by Shenyang, counted people by discipline: 08 by 5 + 3 at A and 6 + 4 at C, 07 by 4 at A, 2 without one.
The crosswalk sends 0.17 of 08 to mechanical. What ``matched`` has stands in ``test_supply``.
"""

import pytest

from fairboard.analysis import explain
from fairboard.analysis.filters import Filters
from tests.analysis.test_explain import origin_of, titles
from tests.analysis.test_supply import DALIAN, matched  # noqa: F401

LEAST = {"least_people": 1, "least_openings": 1}


def test_the_applicants_of_a_sector_are_people_times_the_weight_of_their_discipline(tiny):
    (behind,) = explain.explain(origin_of(tiny, "supply/by_sector", "applicants", where={"row_code": "mechanical"}, **LEAST)).behind
    assert [(row["attendance_count"], row["weight"]) for row in behind.rows.rows()] == [(6, 0.17), (4, 0.17), (5, 0.17), (3, 0.17)]
    assert behind.total == pytest.approx(3.06)  # 18 × 0.17


def test_the_ratio_of_a_sector_has_openings_above_and_weighted_people_below(tiny):
    openings, people = explain.explain(origin_of(tiny, "supply/by_sector", "openings_per_applicant", where={"row_code": "mechanical"}, **LEAST)).behind
    assert titles(openings) == ["岗位1", "岗位2", "岗位10"]  # 2 + 3 + 5
    assert (openings.total, people.total) == (10, pytest.approx(3.06))


def test_a_chosen_sector_narrows_the_weights(tiny):
    origin = origin_of(tiny, "supply/headline", "applicants", Filters(sector_codes=("mechanical", "electrical")), **LEAST)
    (behind,) = explain.explain(origin).behind
    assert [row["weight"] for row in behind.rows.rows()] == pytest.approx([0.17 + 0.13] * 4)
    assert behind.total == pytest.approx(5.4)  # 18 × 0.30


def test_the_region_is_the_host_and_not_the_place_of_work(tiny):
    (behind,) = explain.explain(origin_of(tiny, "supply/by_region", "openings", where={"region_code": "210100"}, **LEAST)).behind
    assert (behind.total, behind.row_count) == (23, 8)  # A and C whole, with the posting 3 in Dalian and the 12 abroad
    (chosen,) = explain.explain(origin_of(tiny, "supply/headline", "openings", Filters(region_codes=("210100",)), **LEAST)).behind
    assert chosen.total == 23


def test_the_openings_of_a_university_are_its_part_of_each_posting(tiny):
    origin = origin_of(tiny, "supply/by_university", "openings_weighted", Filters(sector_codes=("mechanical",)), {"university_code": "10145"}, most_universities=5, **LEAST)
    (behind,) = explain.explain(origin).behind
    assert titles(behind) == ["岗位1", "岗位2", "岗位10"]
    assert [row["weight"] for row in behind.rows.rows()] == pytest.approx([12 / 18] * 3)  # of 18 people with the discipline 12 are its own
    assert behind.total == pytest.approx(10 * 12 / 18)


def test_what_is_covered_has_its_base_below(tiny):
    covered, people = explain.explain(origin_of(tiny, "supply/headline", "people_covered_share", **LEAST)).behind
    assert (covered.total, people.total) == (22, 24)  # 2 people without a discipline


def test_people_by_degree_without_one_are_found(tiny):
    (behind,) = explain.explain(origin_of(tiny, "supply/by_degree", "on_site_people", where={"education_level": "unknown"})).behind
    assert (behind.total, behind.row_count) == (2, 1)


@pytest.mark.parametrize(("row_code", "counts"), [("03", [11, 13]), ("any_major", [10]), ("not_stated", [5])])
def test_openings_that_name_a_discipline(matched, row_code, counts):  # noqa: F811
    (behind,) = explain.explain(origin_of(matched, "supply/by_discipline", "openings", where={"row_code": row_code})).behind
    assert [row["openings"] for row in behind.rows.rows()] == counts


def test_openings_for_any_major_stand_in_no_sector(matched):  # noqa: F811
    (any_major,) = explain.explain(origin_of(matched, "supply/by_sector", "openings", where={"row_code": "any_major"}, **LEAST)).behind
    (sector,) = explain.explain(origin_of(matched, "supply/by_sector", "openings", where={"row_code": "mechanical"}, **LEAST)).behind
    assert (any_major.total, sector.total) == (10, 34)


def test_a_cell_of_sector_and_host(matched):  # noqa: F811
    origin = origin_of(matched, "supply/by_sector_and_region", "openings_per_applicant", where={"sector_code": "law_public", "region_code": DALIAN}, **LEAST)
    openings, people = explain.explain(origin).behind
    assert (openings.total, people.total) == (13, pytest.approx(26))  # 40 people of 03, times 0.65


@pytest.mark.parametrize(("column", "fairs"), [("fairs", 3), ("attended_fairs", 2), ("discipline_fairs", 1)])
def test_the_fairs_of_each_kind(matched, column, fairs):  # noqa: F811
    (behind,) = explain.explain(origin_of(matched, "supply/headline", column, **LEAST)).behind
    assert behind.total == fairs
