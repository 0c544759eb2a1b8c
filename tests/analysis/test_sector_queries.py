"""The questions of the pages on sectors and wages, on a dozen postings whose answers are worked out by hand beside them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.store import versions, writing

# fair, employer, title, sector, region, ownership, education, lowest and highest wage, openings
POSTINGS = [
    (1, 1, "车工", "mechanical", "210100", "state", "bachelor", 4000, 6000, 1),
    (1, 1, "车工", "mechanical", "210100", "state", "bachelor", 6000, 9000, 2),
    (1, 1, "焊工", "mechanical", "210200", "state", "associate", 8000, None, 3),
    (1, 2, "焊工", "mechanical", "210200", "private", "associate", 10000, 12000, 2),
    (1, 2, "工程师", "mechanical", "210200", "private", "master", 10001, 20000, 2),
    (2, 2, "程序员", "software", "210100", "private", "bachelor", 12000, 18000, 30),
    (2, 3, "程序员", "software", None, "private", "bachelor", None, 9000, 5),
    (2, 3, "测试员", "software", "110100", "private", "master", 45000, 50000, 10),
    (2, 3, "农艺师", "agriculture", "21SF00", "unknown", "unknown", None, None, 4),
    (2, 3, "杂工", "unclassified", "21SF00", "unknown", "none", 3000, 3000, 0),
]
FAIRS = [(1, date(2023, 3, 18)), (2, date(2024, 9, 1))]


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A version with the postings above at two recorded fairs."""
    patch = pytest.MonkeyPatch()
    patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("a dozen postings")))
    with writing.new_version("build") as con:
        for fair_id, day in FAIRS:
            con.execute(
                "insert into fairs by name select $id as fair_id, '招聘会' as name_zh, 'Fair' as name_en, 'on_site' as fair_kind, 'recorded' as record_kind, "
                "$day as starts_on, $day as ends_on, '210100' as host_region_code", {"id": fair_id, "day": day},
            )
        con.execute("insert into employers by name select unnest([1, 2, 3]) as employer_id, unnest(['甲', '乙', '丙']) as name, 'private' as ownership")
        for number, (fair, employer, title, sector, region, ownership, education, low, high, openings) in enumerate(POSTINGS):
            con.execute(
                "insert into postings by name select $1 as posting_id, $2 as fair_id, $3 as employer_id, $4 as title, $5 as sector_code, $6 as region_code, "
                "$7 as ownership, $8 as education_level, $9 as wage_min, $10 as wage_max, 'month' as wage_period, 12 as wage_months, $11 as headcount, "
                "'stated' as headcount_status, $11 as openings",
                [number, fair, employer, title, sector, region, ownership, education, low, high, openings],
            )
        con.execute("insert into participations by name select distinct fair_id, employer_id from postings")
    yield versions.current_version()
    runner.forget()
    patch.undo()


def rows(version: Path, name: str, filters: Filters = Filters(), **parameters) -> list[dict]:  # noqa: B008
    return runner.run(name, filters, version, **parameters).rows()


def by(found: list[dict], column: str) -> dict[str, dict]:
    return {row[column]: row for row in found}


def test_quartiles_count_openings_and_not_postings(version: Path):
    # Mechanical, floor, ten openings in order: 4000, 6000 6000, 8000 8000 8000, 10000 10000, 10001 10001.
    # A quarter of ten is 2.5, reached by the third (6000); half is 5 (8000); three quarters is 7.5, reached by the eighth (10000).
    row = by(rows(version, "sectors/ranking", wage_basis="floor"), "sector_code")["mechanical"]
    assert (row["wage_quartile_1_yuan"], row["wage_median_yuan"], row["wage_quartile_3_yuan"]) == (6000, 8000, 10000)
    assert (row["openings"], row["postings"], row["openings_with_wage"]) == (10, 5, 10)


def test_a_sector_without_a_wage_has_no_quartiles_and_keeps_its_openings(version: Path):
    row = by(rows(version, "sectors/ranking", wage_basis="floor"), "sector_code")["agriculture"]
    assert (row["openings"], row["openings_with_wage"], row["wage_median_yuan"]) == (4, 0, None)


def test_sectors_stand_by_openings_with_the_unclassified_last(version: Path):
    found = rows(version, "sectors/ranking", wage_basis="floor")
    assert [row["sector_code"] for row in found] == ["software", "mechanical", "agriculture", "unclassified"]
    # 45 of 59 openings
    assert found[0]["openings_share"] == pytest.approx(45 / 59)
    assert sum(row["openings_share"] for row in found) == pytest.approx(1)


def test_the_heat_map_has_fifteen_regions_a_sector_and_leaves_out_other_places(version: Path):
    found = rows(version, "sectors/by_region")
    cells = {(row["sector_code"], row["region_code"]): row["openings"] for row in found}
    assert len(found) == 4 * 15
    assert cells["software", "210100"] == 30
    assert cells["software", "210200"] == 0
    assert cells["mechanical", "210200"] == 7
    assert by(found, "sector_code")["software"]["sector_openings"] == 30


def test_a_half_year_without_a_fair_is_a_gap_and_one_without_the_sector_is_zero(version: Path):
    found = [row for row in rows(version, "sectors/course") if row["sector_code"] == "mechanical"]
    assert [(row["half_starts_on"].strftime("%Y-%m"), row["openings"]) for row in found] == [
        ("2023-01", 10), ("2023-07", None), ("2024-01", None), ("2024-07", 0),
    ]


def test_education_stands_in_the_order_of_the_levels_with_the_unstated_last(version: Path):
    found = rows(version, "sectors/education")
    assert [(row["education_level"], row["openings"]) for row in found] == [("none", 0), ("associate", 5), ("bachelor", 38), ("master", 12), ("unknown", 4)]


def test_the_leading_titles_and_employers_of_a_sector(version: Path):
    mechanical = Filters(sector_codes=("mechanical",))
    assert [(row["title"], row["openings"], row["postings"]) for row in rows(version, "sectors/titles", mechanical)] == [
        ("焊工", 5, 2), ("车工", 3, 2), ("工程师", 2, 1),
    ]
    found = rows(version, "sectors/employers", mechanical)
    assert [(row["employer"], row["openings"], row["openings_share"]) for row in found] == [("甲", 6, 0.6), ("乙", 4, 0.4)]


def test_over_the_line_is_strictly_more_on_the_basis_chosen(version: Path):
    mechanical = Filters(sector_codes=("mechanical",))
    floor = rows(version, "wages/headline", mechanical, wage_basis="floor", threshold_yuan=10_000)[0]
    assert (floor["openings_over_threshold"], floor["openings_with_wage"], floor["openings_over_threshold_share"]) == (2, 10, 0.2)
    # Midpoints: 5000 (1), 7500 (2), none (3), 11000 (2), 15001 (2: half rounds up).
    midpoint = rows(version, "wages/headline", mechanical, wage_basis="midpoint", threshold_yuan=11_000)[0]
    assert (midpoint["openings_over_threshold"], midpoint["openings_with_wage"], midpoint["postings_without_wage"]) == (2, 7, 1)
    ceiling = rows(version, "wages/headline", mechanical, wage_basis="ceiling", threshold_yuan=10_000)[0]
    assert (ceiling["openings_over_threshold"], ceiling["openings_with_wage"]) == (4, 7)


def test_postings_that_state_no_wage_are_counted(version: Path):
    row = rows(version, "wages/headline", wage_basis="floor", threshold_yuan=10_000)[0]
    assert (row["postings"], row["postings_without_wage"], row["postings_without_wage_share"]) == (10, 2, 0.2)
    assert (row["openings"], row["openings_with_wage"]) == (59, 50)


def test_nothing_selected_has_no_median_and_no_share(version: Path):
    row = rows(version, "wages/headline", Filters(fair_ids=(99,)), wage_basis="floor", threshold_yuan=10_000)[0]
    assert (row["openings"], row["wage_median_yuan"], row["openings_over_threshold_share"]) == (0, None, None)
    assert rows(version, "wages/shares", Filters(fair_ids=(99,)), wage_basis="floor", threshold_yuan=10_000) == []


@pytest.mark.parametrize("threshold_yuan", [3_000, 9_500, 10_000, 10_500, 30_000])
def test_bands_add_up_to_the_headline_on_both_sides_of_any_line(version: Path, threshold_yuan: int):
    bands = rows(version, "wages/bands", wage_basis="floor", threshold_yuan=threshold_yuan)
    row = rows(version, "wages/headline", wage_basis="floor", threshold_yuan=threshold_yuan)[0]
    assert sum(band["openings"] for band in bands) == row["openings_with_wage"]
    assert sum(band["openings_over_threshold"] for band in bands) == row["openings_over_threshold"]
    whole_under = [band for band in bands if band["band_start_yuan"] + 1000 <= threshold_yuan and band["band_start_yuan"] < 30_000]
    assert all(band["openings_over_threshold"] == 0 for band in whole_under)


def test_a_wage_at_the_end_of_a_band_is_in_it_and_the_last_band_is_open(version: Path):
    bands = by(rows(version, "wages/bands", wage_basis="floor", threshold_yuan=10_000), "band_start_yuan")
    assert bands[9000]["openings"] == 2
    assert bands[10000]["openings"] == 2
    assert bands[30000]["openings"] == 10


def test_shares_by_breakdown_with_all_regions_and_a_warning_for_a_small_base(version: Path):
    found = rows(version, "wages/shares", wage_basis="floor", threshold_yuan=10_000)
    sectors, regions = ({row["value_code"]: row for row in found if row["breakdown"] == name} for name in ("sector", "region"))
    assert len(regions) == 15
    # Software: all of 40 with a wage are over the line; five openings state no floor.
    assert (sectors["software"]["openings_over_threshold_share"], sectors["software"]["openings_with_wage"]) == (1.0, 40)
    assert sectors["software"]["base_note_en"] is None
    assert (sectors["mechanical"]["openings_over_threshold_share"], sectors["mechanical"]["base_note_en"]) == (0.2, "base under 30")
    assert regions["210300"]["openings_over_threshold_share"] is None
    assert regions["210300"]["openings"] == 0
    assert [row["breakdown"] for row in found if row["value_code"] == "unclassified"] == ["sector"]
    education = [row["value_code"] for row in found if row["breakdown"] == "education"]
    assert education[-1] == "unknown"


@pytest.mark.parametrize("filters", [Filters(), Filters(region_codes=("210100", "21SF00")), Filters(education_levels=("bachelor",), wage_at_least_yuan=6_000)])
def test_every_page_gives_the_same_totals_for_the_same_filters(sample_version: Path, filters: Filters):
    own = {"wage_basis": "floor", "threshold_yuan": 10_000}
    headline = rows(sample_version, "overview/headline", filters, **own)[0]
    wages = rows(sample_version, "wages/headline", filters, **own)[0]
    names = ("postings", "openings", "openings_over_threshold", "openings_over_threshold_share")
    assert [wages[name] for name in names] == [headline[name] for name in names]
    ranking = rows(sample_version, "sectors/ranking", filters, wage_basis="floor")
    assert [(row["sector_code"], row["openings"]) for row in ranking] == [
        (row["sector_code"], row["openings"]) for row in rows(sample_version, "overview/by_sector", filters)
    ]
    assert sum(row["openings"] for row in rows(sample_version, "sectors/education", filters)) == headline["openings"]
    assert sum(row["openings"] or 0 for row in rows(sample_version, "sectors/course", filters)) == headline["openings"]
    shares = rows(sample_version, "wages/shares", filters, **own)
    for breakdown in ("sector", "education", "ownership"):
        assert sum(row["openings_over_threshold"] for row in shares if row["breakdown"] == breakdown) == headline["openings_over_threshold"]
