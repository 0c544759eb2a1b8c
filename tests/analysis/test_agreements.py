"""Agreements on a few fairs, worked out by hand: their states at the bounds, what they cover, what is missing, and what came before and after.

People on site, by host and university (N: Northeastern, D: Dalian University of Technology, P: Peking University, –: not known):
Shenyang: N 60, D 30, – 10 (100 in all); Dalian: D 40, P 50 (90); Anshan: none counted. Agreements are told of on 30 June 2024.
"""

from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.analysis import options, runner
from fairboard.analysis.filters import Filters
from fairboard.store import versions, writing
from tests.analysis.asking import row, rows

SHENYANG, DALIAN, ANSHAN = "210100", "210200", "210300"
NORTHEASTERN, TECHNOLOGY, PEKING = "10145", "10141", "10001"
DAY = date(2024, 6, 30)
# name, day, host, counts by university, openings with their place of work
FAIRS = [
    ("old", date(2022, 9, 1), SHENYANG, {NORTHEASTERN: 5}, {SHENYANG: 7}),
    ("before", date(2023, 9, 1), SHENYANG, {NORTHEASTERN: 20, None: 10}, {SHENYANG: 11}),
    ("signing", date(2024, 3, 1), SHENYANG, {NORTHEASTERN: 8}, {SHENYANG: 13}),
    ("after", date(2024, 6, 1), SHENYANG, {NORTHEASTERN: 27, TECHNOLOGY: 30}, {SHENYANG: 17, "220100": 4}),
    ("sea", date(2024, 6, 20), DALIAN, {TECHNOLOGY: 40, PEKING: 50}, {DALIAN: 19}),
    ("steel", DAY, ANSHAN, {}, {ANSHAN: 3}),
]
AGREEMENTS = [
    (SHENYANG, NORTHEASTERN, date(2024, 3, 1), DAY + timedelta(days=181)),
    (SHENYANG, TECHNOLOGY, date(2022, 1, 1), DAY - timedelta(days=1)),
    (DALIAN, TECHNOLOGY, DAY, DAY + timedelta(days=180)),
    (ANSHAN, NORTHEASTERN, date(2024, 1, 1), None),
    (DALIAN, PEKING, DAY + timedelta(days=1), None),
]


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a version with the records above."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("signed")))
        with writing.new_version(origin="import") as con:
            for fair in FAIRS:
                add_fair(con, *fair)
            batch_id = writing.add_batch(con, BATCH)
            names = ("region_code", "university_code", "signed_on", "in_force_until")
            writing.add_agreements(con, pa.Table.from_pylist([dict(zip(names, agreement, strict=True)) for agreement in AGREEMENTS]), None, batch_id)
            pact = [{"name_zh": "协议", "name_en": "Pact", "signed_on": DAY, "province_code": code} for code in ("210000", "220000")]
            writing.add_pacts(con, pa.Table.from_pylist(pact), None, batch_id)
            policies = [{"name_zh": f"政策{number}", "name_en": f"Policy {number}", "issued_on": DAY - timedelta(days=number), "region_code": code}
                        for number, code in enumerate((None, SHENYANG, DALIAN))]  # fmt: skip
            writing.add_policies(con, pa.Table.from_pylist([policy | {"source_title": None, "url": None} for policy in policies]), batch_id)
        return versions.current_version()


BATCH = {
    "file_name": "a.csv", "sha256": "0" * 64, "table_kind": "agreements", "sheet_count": 1, "rows_read": 5, "rows_loaded": 5, "rows_rejected": 0, "rows_repeated": 0,
}  # fmt: skip


def add_fair(con, name: str, day: date, host: str, people: dict, openings: dict) -> None:
    """One fair on a day."""
    fair = {"name_zh": name, "name_en": name, "fair_kind": "campus", "record_kind": "recorded", "starts_on": day, "ends_on": day, "host_region_code": host}
    fair_id = writing.add_fair(con, fair)
    (employer_id,) = writing.add_employers(con, pa.table({"name": ["甲"], "ownership": ["state"]}))
    postings = [
        {"employer_id": employer_id, "title": "岗位", "sector_code": "mechanical", "region_code": place, "ownership": "state", "education_level": "bachelor",
         "wage_period": "unknown", "headcount": count, "headcount_status": "stated"}
        for place, count in openings.items()
    ]  # fmt: skip
    writing.add_postings(con, pa.Table.from_pylist(postings), fair_id, None)
    counts = [{"channel": "on_site", "unit": "people", "university_code": code, "attendance_count": count} for code, count in people.items()]
    if counts:
        writing.add_attendance(con, pa.Table.from_pylist(counts), fair_id, None)


def state(version: Path, region: str, university: str, day: date) -> str:
    found = rows(version, "agreements/matrix", as_of_on=day)
    return next(item["status_code"] for item in found if (item["region_code"], item["university_code"]) == (region, university))


@pytest.mark.parametrize(("region", "university", "day", "expected"), [
    (SHENYANG, NORTHEASTERN, date(2024, 2, 29), "none"),  # the day before the signing
    (SHENYANG, NORTHEASTERN, date(2024, 3, 1), "in_force"),  # the day of signing
    (SHENYANG, NORTHEASTERN, DAY, "in_force"),  # 181 days before the last day
    (SHENYANG, NORTHEASTERN, DAY + timedelta(days=1), "expiring"),  # 180 days before it
    (SHENYANG, NORTHEASTERN, DAY + timedelta(days=181), "expiring"),  # the last day itself
    (SHENYANG, NORTHEASTERN, DAY + timedelta(days=182), "lapsed"),
    (SHENYANG, TECHNOLOGY, DAY, "lapsed"),  # it ended the day before
    (DALIAN, TECHNOLOGY, DAY, "expiring"),  # signed on the day, 180 days to go
    (ANSHAN, NORTHEASTERN, DAY, "signed"),  # no last day
    (DALIAN, PEKING, DAY, "none"),  # signed on the next day
    (DALIAN, PEKING, DAY + timedelta(days=1), "signed"),
])  # fmt: skip
def test_the_state_of_an_agreement_at_its_bounds(signed, region, university, day, expected):
    assert state(signed, region, university, day) == expected


def test_the_day_is_the_last_of_the_selected_fairs(signed):
    assert row(signed, "agreements/day")["last_on"].date() == DAY
    assert row(signed, "agreements/day", Filters(end_on=date(2024, 6, 19)))["last_on"].date() == date(2024, 6, 1)
    assert row(signed, "agreements/day", Filters(fair_ids=(2**31 - 1,)))["last_on"].date() == DAY


def test_the_headline(signed):
    found = row(signed, "agreements/headline", as_of_on=DAY)
    # In force: Shenyang–Northeastern, Dalian–Technology, Anshan–Northeastern. Covered: 60 of 100 in Shenyang, 40 of 90 in Dalian.
    assert {name: found[name] for name in found if name != "attendance_under_agreement_share"} == {
        "agreements_in_force": 3, "agreements_expiring": 1, "agreements_without_end": 1, "agreements_lapsed": 1, "agreements_renewed": 0,
        "regions_under_agreement": 3, "universities_under_agreement": 2, "universities_inside": 2,
        "on_site_people": 190, "people_under_agreement": 100, "people_unstated": 10,
    }  # fmt: skip
    assert found["attendance_under_agreement_share"] == pytest.approx(100 / 190)
    chosen = row(signed, "agreements/headline", Filters(region_codes=(SHENYANG,)), as_of_on=DAY)
    assert (chosen["agreements_in_force"], chosen["attendance_under_agreement_share"]) == (1, 0.6)


def test_coverage_of_each_region_and_the_university_that_sends_most(signed):
    found = {item["region_code"]: item for item in rows(signed, "agreements/coverage", as_of_on=DAY)}
    assert len(found) == 15
    names = ("on_site_people", "people_under_agreement", "people_without_agreement", "people_unstated", "leader_code", "leader_people", "leader_status_code")
    assert [found[SHENYANG][name] for name in names] == [100, 60, 30, 10, NORTHEASTERN, 60, "in_force"]
    assert [found[DALIAN][name] for name in names] == [90, 40, 50, 0, PEKING, 50, "none"]
    assert [found[ANSHAN][name] for name in names] == [None] * 7
    assert found[SHENYANG]["attendance_under_agreement_share"] == 0.6
    assert found[ANSHAN]["attendance_under_agreement_share"] is None
    assert found[ANSHAN]["agreements_in_force"] == 1


def test_white_spots_stand_in_the_order_of_the_people_they_would_cover(signed):
    found = rows(signed, "agreements/white_spots", as_of_on=DAY)
    assert [(item["region_code"], item["university_code"], item["on_site_people"], item["status_label_en"]) for item in found] == [
        (DALIAN, PEKING, 50, "Not signed"), (SHENYANG, TECHNOLOGY, 30, "Lapsed"),
    ]  # fmt: skip
    assert [item["coverage_gain_share"] for item in found] == [pytest.approx(50 / 90), 0.3]


def test_what_came_before_and_after_the_signing(signed):
    found = {(item["region_code"], item["university_code"]): item for item in rows(signed, "agreements/follow_through")}
    # 1 March 2024: the fair of that day counts on neither side. The records begin on 1 September 2022 and end on 30 June 2024.
    first = found[SHENYANG, NORTHEASTERN]
    assert [first[f"{name}_before"] for name in ("fairs", "people", "openings")] == [1, 20, 11]
    assert [first[f"{name}_after"] for name in ("fairs", "people", "openings")] == [1, 27, 21]
    assert (first["is_before_whole"], first["is_after_whole"]) == (True, False)
    # 1 January 2022: everything before lies outside the records; the one fair after it is within 365 days.
    old = found[SHENYANG, TECHNOLOGY]
    assert [old[f"{name}_before"] for name in ("fairs", "people", "openings")] == [None, None, None]
    assert [old[f"{name}_after"] for name in ("fairs", "people", "openings")] == [1, 0, 7]
    # The day of the last fair and the day after it: nothing is known of the time after.
    assert [found[DALIAN, PEKING][f"{name}_after"] for name in ("fairs", "people", "openings")] == [None, None, None]
    # A fair that counted nobody has openings and no people.
    assert [found[ANSHAN, NORTHEASTERN][f"{name}_after"] for name in ("fairs", "people", "openings")] == [1, None, 3]


def test_each_party_of_a_pact_brings_people_and_openings(signed):
    found = rows(signed, "agreements/pacts")
    # Openings in Liaoning: 7 + 11 + 13 + 17 + 19 + 3; in Changchun 4. People of Peking University come from no party.
    assert [(item["province_code"], item["universities"], item["on_site_people"], item["openings"]) for item in found] == [
        ("210000", 2, 130, 70), ("220000", 0, 0, 4),
    ]  # fmt: skip


def test_policies_are_those_of_the_region_and_of_the_whole_province(signed):
    assert [item["label_en"] for item in rows(signed, "policies/list")] == ["Policy 2", "Policy 1", "Policy 0"]
    found = rows(signed, "policies/list", Filters(region_codes=(SHENYANG,)))
    assert [(item["policy_number"], item["label_en"], item["region_label_en"]) for item in found] == [(1, "Policy 1", "Shenyang"), (2, "Policy 0", "Whole province")]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(date(2021, 6, 1), date(2026, 6, 1)), codes=st.lists(st.sampled_from((SHENYANG, DALIAN, ANSHAN)), max_size=2, unique=True))
def test_covered_white_and_unstated_people_are_all_people(signed, day, codes):
    filters = Filters(region_codes=tuple(codes))
    found = row(signed, "agreements/headline", filters, as_of_on=day)
    white = sum(item["on_site_people"] for item in rows(signed, "agreements/white_spots", filters, as_of_on=day))
    regions = [item for item in rows(signed, "agreements/coverage", filters, as_of_on=day) if item["on_site_people"] is not None]
    assert (found["people_under_agreement"] or 0) + white + (found["people_unstated"] or 0) == (found["on_site_people"] or 0)
    assert sum(item["people_under_agreement"] for item in regions) == (found["people_under_agreement"] or 0)
    assert sum(item["people_without_agreement"] for item in regions) == white
    assert sum(item["on_site_people"] for item in regions) == (found["on_site_people"] or 0)


@pytest.mark.parametrize("name", ["agreements/headline", "agreements/coverage", "agreements/matrix", "agreements/white_spots", "agreements/follow_through",
                                  "agreements/pacts", "policies/list"])  # fmt: skip
def test_a_filter_that_matches_all_changes_nothing(sample_version, name):
    known = {name: tuple(option.code for option in found) for name, found in options.of_version(sample_version).items()}
    everything = Filters(region_codes=known["region_codes"], fair_kinds=known["fair_kinds"], start_on=date(2000, 1, 1), end_on=date(2100, 1, 1),
                         university_codes=known["university_codes"] if name != "agreements/matrix" else ())  # fmt: skip
    parameters = {"as_of_on": date(2025, 12, 6)}
    whole = rows(sample_version, name, **parameters)
    assert rows(sample_version, name, everything, **parameters) == whole
    assert whole == runner.run(name, Filters(), sample_version, **(parameters | {"most_universities": 10, "is_inside": None})).rows()
