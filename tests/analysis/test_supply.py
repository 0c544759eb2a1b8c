"""Openings against people: ratios, coverage and any major on a few records, worked out by hand beside them, and what holds for any selection."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.store import versions, writing
from tests.analysis.asking import column, row, rows, selections

LEAST = {"least_people": 1, "least_openings": 1}
# Shipped weights used below: 08 → mechanical 0.17, electrical 0.13, software 0.22, engineering 0.04; 07 → engineering 0.15; 03 → law_public 0.65.
DALIAN, ANSHAN = "210200", "210300"
# fair, sector, classes of majors (None: not stated, []: any), openings
POSTINGS = [
    ("split", "mechanical", ["0802"], 34),
    ("split", "mechanical", [], 10),
    ("split", "software", ["0809", "0301"], 11),
    ("split", "unclassified", None, 5),
    ("split", "law_public", ["0301", "0302"], 13),
    ("whole", "mechanical", None, 100),
    ("unseen", "mechanical", None, 7),
]
# fair, university, discipline, people. By discipline 140 of 200 at the fair "split"; the fair "whole" counted 50 without; "unseen" nobody.
PEOPLE = [("split", "10145", "08", 60), ("split", "10141", "08", 40), ("split", "10141", "03", 40), ("split", None, None, 60), ("whole", None, None, 50)]


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A version with the records above: "split" hosted by Dalian, "whole" by Anshan, "unseen" by Dalian."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("matched")))
        with writing.new_version(origin="import") as con:
            for name, host in (("split", DALIAN), ("whole", ANSHAN), ("unseen", DALIAN)):
                day = date(2024, 3, 18)
                fair_id = writing.add_fair(con, {"name_zh": name, "name_en": name, "fair_kind": "campus", "record_kind": "recorded", "starts_on": day, "ends_on": day,
                                                 "host_region_code": host})
                own = [item for item in POSTINGS if item[0] == name]
                ids = writing.add_employers(con, pa.table({"name": ["甲"] * len(own), "ownership": ["state"] * len(own)}))
                writing.add_postings(con, pa.Table.from_pylist([
                    {"title": "岗位", "sector_code": sector, "region_code": "210100", "ownership": "state", "education_level": "bachelor", "wage_period": "month",
                     "headcount": openings, "headcount_status": "stated", "major_class_codes": classes, "employer_id": employer_id}
                    for (_, sector, classes, openings), employer_id in zip(own, ids, strict=True)
                ], schema=POSTING_SCHEMA), fair_id, None)
                writing.add_attendance(con, pa.Table.from_pylist([
                    {"channel": "on_site", "unit": "people", "university_code": university, "degree_level": "bachelor", "discipline_code": discipline, "attendance_count": people}
                    for fair, university, discipline, people in PEOPLE if fair == name
                ], schema=PEOPLE_SCHEMA), fair_id, None)
        yield versions.current_version()
        runner.forget()


POSTING_SCHEMA = pa.schema([
    ("title", pa.string()), ("sector_code", pa.string()), ("region_code", pa.string()), ("ownership", pa.string()), ("education_level", pa.string()),
    ("wage_period", pa.string()), ("headcount", pa.int32()), ("headcount_status", pa.string()), ("major_class_codes", pa.list_(pa.string())), ("employer_id", pa.int64()),
])  # fmt: skip
PEOPLE_SCHEMA = pa.schema([
    ("channel", pa.string()), ("unit", pa.string()), ("university_code", pa.string()), ("degree_level", pa.string()), ("discipline_code", pa.string()),
    ("attendance_count", pa.int64()),
])  # fmt: skip


def test_the_tiny_records_give_the_ratio_and_the_coverage(tiny: Path):
    found = row(tiny, "supply/headline", **LEAST)
    # A: 11 openings, 14 people of whom 2 without a discipline; C: 12 openings, 10 people; B counted visits and is left out.
    assert (found["fairs"], found["attended_fairs"], found["discipline_fairs"], found["openings"], found["on_site_people"]) == (3, 2, 2, 23, 24)
    assert found["openings_per_attendee"] == pytest.approx(23 / 24)
    assert found["people_covered_share"] == pytest.approx(22 / 24)
    assert (found["postings_covered_share"], found["openings_covered_share"], found["any_major_openings"]) == (1, 1, 0)
    assert found["openings_per_applicant"] == pytest.approx(23 / 22)


def test_the_tiny_records_give_each_sector_its_ratio(tiny: Path):
    found = {line["row_code"]: line for line in rows(tiny, "supply/by_sector", **LEAST)}
    # 18 people of 08, 4 of 07. Mechanical: 2 + 3 + 5 openings, 18 × 0.17 people; engineering: 4 + 1 openings, 18 × 0.04 + 4 × 0.15 people.
    assert (found["mechanical"]["openings"], found["mechanical"]["applicants"]) == (10, pytest.approx(3.06))
    assert found["mechanical"]["openings_per_applicant"] == pytest.approx(10 / 3.06)
    assert found["engineering"]["openings_per_applicant"] == pytest.approx(5 / 1.32)
    assert (found["agriculture"]["openings"], found["agriculture"]["applicants"], found["agriculture"]["openings_per_applicant"]) == (7, 0, None)
    assert all(line["openings_per_applicant"] is None for line in rows(tiny, "supply/by_sector", least_people=30, least_openings=30))


def test_coverage_leaves_out_who_has_no_discipline_and_what_has_no_sector(matched: Path):
    found = row(matched, "supply/headline", **LEAST)
    # openings: 34 + 10 + 11 + 5 + 13 + 100 = 173 of 6 postings, one of them unclassified (5 openings); people: 200 + 50, of whom 140 by discipline.
    assert (found["fairs"], found["attended_fairs"], found["discipline_fairs"]) == (3, 2, 1)
    assert (found["openings"], found["on_site_people"], found["openings_per_attendee"]) == (173, 250, pytest.approx(173 / 250))
    assert found["people_covered_share"] == pytest.approx(140 / 250)
    assert found["postings_covered_share"] == pytest.approx(5 / 6)
    assert found["openings_covered_share"] == pytest.approx(168 / 173)
    # Against the crosswalk stand only the fair that counted by discipline, and of its 73 openings the 58 of a sector that name majors.
    assert (found["any_major_openings"], found["any_major_share"]) == (10, pytest.approx(10 / 73))
    assert (found["crosswalk_openings"], found["applicants"], found["openings_per_applicant"]) == (58, 140, pytest.approx(58 / 140))


def test_any_major_is_a_row_of_its_own_without_a_ratio(matched: Path):
    found = {line["row_code"]: line for line in rows(matched, "supply/by_sector", **LEAST)}
    assert (found["any_major"]["openings"], found["any_major"]["applicants"], found["any_major"]["openings_per_applicant"]) == (10, None, None)
    assert (found["unclassified"]["openings"], found["unclassified"]["openings_per_applicant"]) == (5, None)
    assert found["mechanical"]["openings_per_applicant"] == pytest.approx(34 / 17)
    assert found["software"]["openings_per_applicant"] == pytest.approx(11 / 22)
    assert found["law_public"]["openings_per_applicant"] == pytest.approx(13 / 26)
    assert sum(line["openings"] for line in found.values()) == 73
    assert sum(line["applicants"] or 0 for line in found.values()) == pytest.approx(140)
    assert next(iter(found)) == "mechanical" and list(found)[-1] == "any_major"


@pytest.mark.parametrize(("least", "ratio"), [((17, 34), 2), ((18, 34), None), ((17, 35), None)])
def test_there_is_no_ratio_below_the_least_base(matched: Path, least: tuple[int, int], ratio: float | None):
    found = rows(matched, "supply/by_sector", least_people=least[0], least_openings=least[1])
    assert column(found, "row_code", "openings_per_applicant")["mechanical"] == (pytest.approx(ratio) if ratio else None)


@pytest.mark.parametrize("narrowed", [{"education_levels": ("bachelor",)}, {"ownerships": ("state",)}, {"wage_at_least_yuan": 1}, {"university_codes": ("10145",)}])
@pytest.mark.parametrize("name", ["headline", "by_sector", "by_region", "by_sector_and_region", "by_university"])
def test_a_filter_that_narrows_one_side_alone_leaves_no_ratio(matched: Path, narrowed: dict, name: str):
    for line in rows(matched, f"supply/{name}", Filters(**narrowed), **LEAST):
        assert line["openings_per_applicant"] is None
        assert line.get("openings_per_attendee") is None


def test_a_sector_narrows_both_sides(matched: Path):
    found = row(matched, "supply/headline", Filters(sector_codes=("mechanical",)), **LEAST)
    assert (found["crosswalk_openings"], found["applicants"], found["openings_per_applicant"]) == (34, 17, 2)
    assert found["openings_per_attendee"] is None


def test_the_region_is_the_host_for_openings_and_for_people(matched: Path):
    # Every posting is in Shenyang by its place of work; nobody hosted a fair there.
    found = {line["region_code"]: line for line in rows(matched, "supply/by_region", **LEAST)}
    assert len(found) == 15
    assert (found[DALIAN]["openings"], found[DALIAN]["on_site_people"], found[DALIAN]["openings_per_attendee"]) == (73, 200, pytest.approx(73 / 200))
    assert (found[ANSHAN]["openings"], found[ANSHAN]["openings_per_attendee"], found[ANSHAN]["openings_per_applicant"]) == (100, 2, None)
    assert (found["210100"]["fairs"], found["210100"]["openings"], found["210100"]["on_site_people"]) == (0, None, None)
    assert row(matched, "supply/headline", Filters(region_codes=(ANSHAN,)), **LEAST)["openings"] == 100
    cells = {(line["sector_code"], line["region_code"]): line["openings_per_applicant"] for line in rows(matched, "supply/by_sector_and_region", **LEAST)}
    assert len(cells) == 18 * 15
    assert {place: ratio for place, ratio in cells.items() if ratio} == {("mechanical", DALIAN): 2, ("software", DALIAN): 0.5, ("law_public", DALIAN): 0.5}


def test_an_opening_that_names_two_disciplines_stands_in_both(matched: Path):
    found = {line["row_code"]: (line["on_site_people"], line["openings"]) for line in rows(matched, "supply/by_discipline")}
    assert {code: pair for code, pair in found.items() if any(pair)} == {"08": (100, 45), "03": (40, 24), "any_major": (None, 10), "not_stated": (60, 5)}


def test_a_university_has_its_part_of_the_openings_of_its_sectors(matched: Path):
    found = {line["university_code"]: line for line in rows(matched, "supply/by_university", **LEAST)}
    # 10145 sends 60 of the 100 of 08: 0.6 × (34 + 11); 10141 the other 40 and all 40 of law: 0.4 × (34 + 11) + 13.
    assert (found["10145"]["applicants"], found["10145"]["openings_weighted"], found["10145"]["openings_per_applicant"]) == (60, pytest.approx(27), pytest.approx(0.45))
    assert (found["10141"]["on_site_people"], found["10141"]["openings_weighted"]) == (80, pytest.approx(31))


def test_people_and_openings_by_degree_are_counted_side_by_side(tiny: Path):
    found = {line["education_level"]: (line["on_site_people"], line["openings"]) for line in rows(tiny, "supply/by_degree")}
    assert found == {"none": (0, 7), "associate": (0, 5), "bachelor": (13, 10), "master": (3, 1), "doctor": (6, 0), "unknown": (2, 0)}


def test_the_crosswalk_sends_every_person_of_a_discipline_somewhere(matched: Path):
    flows = rows(matched, "supply/flows")
    sent = {code: sum(line["applicants"] for line in flows if line["discipline_code"] == code) for code in ("08", "03")}
    assert sent == {"08": pytest.approx(100), "03": pytest.approx(40)}


PLENTY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
INDEPENDENT = """
    with attended as (
        select fair_id from fairs inner join attendance using (fair_id)
        where channel = 'on_site' and unit = 'people' and discipline_code is not null and attendance_count > 0
          and list_contains($kinds, record_kind) and ($hosts is null or list_contains($hosts, host_region_code))
          and ($fair_kinds is null or list_contains($fair_kinds, fair_kind))
        group by 1
    )
    select
        (select coalesce(sum(openings), 0) from postings where fair_id in (from attended)),
        (select coalesce(sum(attendance_count), 0) from attendance where unit = 'people' and discipline_code is not null and fair_id in (from attended))
"""


@PLENTY
@given(data=st.data())
def test_the_rows_add_up_to_all_openings_and_to_all_people_covered(sample_version: Path, data: st.DataObject):
    drawn = data.draw(selections(sample_version, has_kinds=False))
    filters = Filters(region_codes=drawn.region_codes, fair_kinds=drawn.fair_kinds)
    openings, people = runner.cursor(sample_version).execute(INDEPENDENT, {
        "kinds": ["synthetic"], "hosts": list(filters.region_codes) or None, "fair_kinds": list(filters.fair_kinds) or None,
    }).fetchone()  # fmt: skip
    lines = rows(sample_version, "supply/by_sector", filters, **LEAST)
    assert sum(line["openings"] for line in lines) == openings
    assert sum(line["applicants"] or 0 for line in lines) == pytest.approx(float(people))
    cells = rows(sample_version, "supply/by_sector_and_region", filters, **LEAST)
    assert sum(cell["applicants"] or 0 for cell in cells) == pytest.approx(float(people))
    without = sum(line["openings"] for line in lines if line["row_code"] in ("any_major", "unclassified"))
    assert sum(cell["openings"] or 0 for cell in cells) == openings - without
    assert sum(line["applicants"] for line in rows(sample_version, "supply/flows", filters)) == pytest.approx(float(people))


@PLENTY
@given(data=st.data())
def test_shares_stay_between_nothing_and_all(sample_version: Path, data: st.DataObject):
    filters = data.draw(selections(sample_version))
    for name in ("headline", "by_sector", "by_discipline", "by_degree"):
        for line in rows(sample_version, f"supply/{name}", filters, **LEAST):
            shares = [value for key, value in line.items() if key.endswith("_share") and value is not None]
            assert all(0 <= share <= 1 + 1e-9 for share in shares), (name, line)


@pytest.mark.parametrize("name", ["headline", "by_sector", "by_region", "by_sector_and_region", "flows", "by_discipline", "by_degree"])
def test_a_filter_that_matches_all_changes_nothing(sample_version: Path, name: str):
    con = runner.cursor(sample_version)
    hosts = tuple(code for (code,) in con.execute("select distinct host_region_code from fairs where record_kind = 'synthetic' and host_region_code is not null").fetchall())
    kinds = tuple(code for (code,) in con.execute("select fair_kind from fair_kinds").fetchall())
    ids = tuple(code for (code,) in con.execute("select fair_id from fairs").fetchall())
    whole = rows(sample_version, f"supply/{name}", **LEAST)
    for filters in (Filters(fair_kinds=kinds), Filters(fair_ids=ids), Filters(region_codes=hosts)):
        found = rows(sample_version, f"supply/{name}", filters, **LEAST)
        # Fairs that counted nobody may have no host: with a region chosen they are no longer among the fairs.
        assert [without_fairs(line) for line in found] == [without_fairs(line) for line in whole]


def without_fairs(line: dict) -> dict:
    return {key: pytest.approx(value) if isinstance(value, float) else value for key, value in line.items() if key != "fairs"}
