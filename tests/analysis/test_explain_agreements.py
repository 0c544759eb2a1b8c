"""The records behind the numbers of the agreements, worked out by hand on the version of ``test_agreements``.

On the day three agreements are in force: Shenyang with Northeastern, Dalian with Technology (expiring), Anshan with Northeastern (without an end);
that of Shenyang with Technology has lapsed, that of Dalian with Peking is not signed yet. Of 190 people 60 + 40 come under an agreement.
"""

import pytest

from fairboard.analysis import explain
from fairboard.analysis.filters import Filters
from tests.analysis.test_agreements import DALIAN, DAY, NORTHEASTERN, PEKING, SHENYANG, TECHNOLOGY, signed  # noqa: F401
from tests.analysis.test_explain import origin_of

ON = {"as_of_on": DAY}


def behind_of(version, column, filters=Filters(), name="headline", where=None, **own):  # noqa: B008
    return explain.explain(origin_of(version, f"agreements/{name}", column, filters, where, **own)).behind


@pytest.mark.parametrize(("column", "rows", "total"), [
    ("agreements_in_force", 3, 3),
    ("agreements_expiring", 1, 1),
    ("agreements_without_end", 1, 1),
    ("agreements_lapsed", 1, 1),
    ("agreements_renewed", 0, 0),
    ("regions_under_agreement", 3, 3),
    ("universities_under_agreement", 3, 2),  # Northeastern twice
])  # fmt: skip
def test_the_agreements_of_a_day(signed, column, rows, total):  # noqa: F811
    (behind,) = behind_of(signed, column, **ON)
    assert (behind.row_count, behind.total) == (rows, total)


def test_an_agreement_behind_a_number_of_a_day_says_its_state(signed):  # noqa: F811
    (behind,) = behind_of(signed, "agreements_expiring", **ON)
    (row,) = behind.rows.rows()
    assert (row["region_label_en"], row["status_label_en"]) == ("Dalian", "Expires within 180 days")


def test_people_under_agreement_are_those_of_the_universities_of_the_host(signed):  # noqa: F811
    covered, people = behind_of(signed, "attendance_under_agreement_share", **ON)
    assert (covered.total, covered.row_count) == (100, 5)  # 5 + 20 + 8 + 27 in Shenyang, 40 in Dalian
    assert people.total == 190


def test_a_chosen_university_narrows_the_agreements_but_not_the_people(signed):  # noqa: F811
    chosen = Filters(university_codes=(TECHNOLOGY,))
    (agreements,), (people,) = (behind_of(signed, column, chosen, **ON) for column in ("agreements_in_force", "on_site_people"))
    assert (agreements.total, people.total) == (1, 190)


def test_a_cell_of_the_matrix_has_its_agreements_and_its_people(signed):  # noqa: F811
    pair = {"region_code": SHENYANG, "university_code": TECHNOLOGY}
    own = {"name": "matrix", "where": pair, "most_universities": 5, "is_inside": None} | ON
    (agreements,), (people,) = (behind_of(signed, column, **own) for column in ("agreements", "on_site_people"))
    assert [row["status_label_en"] for row in agreements.rows.rows()] == ["Lapsed"]
    assert people.total == 30


def test_a_white_spot_is_a_part_of_the_people_of_the_region(signed):  # noqa: F811
    spot, region = behind_of(signed, "coverage_gain_share", name="white_spots", where={"region_code": DALIAN, "university_code": PEKING}, **ON)
    assert (spot.total, region.total) == (50, 90)


def test_the_leader_of_a_region(signed):  # noqa: F811
    (behind,) = behind_of(signed, "leader_people", name="coverage", where={"region_code": SHENYANG}, **ON)
    assert {row["university_label_en"] for row in behind.rows.rows()} == {"Northeastern University"}
    assert behind.total == 60


@pytest.mark.parametrize(("column", "total"), [
    ("fairs_before", 1), ("people_before", 20), ("openings_before", 11), ("fairs_after", 1), ("people_after", 27), ("openings_after", 21),
])  # fmt: skip
def test_a_year_around_a_signing_obeys_no_period(signed, column, total):  # noqa: F811
    where = {"region_code": SHENYANG, "university_code": NORTHEASTERN}
    (behind,) = behind_of(signed, column, Filters(start_on=DAY.replace(month=1)), "follow_through", where)
    assert behind.total == total


def test_a_party_of_a_pact_has_people_of_its_universities_and_openings_there(signed):  # noqa: F811
    (people,) = behind_of(signed, "on_site_people", name="pacts", where={"province_code": "210000"})
    (openings,) = behind_of(signed, "openings", name="pacts", where={"province_code": "220000"})
    assert (people.total, openings.total) == (130, 4)  # 60 of Northeastern, 30 + 40 of Technology
