"""The change between two sides, worked out by hand on a small version, and what always holds of it."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.analysis import comparability, runner, sides
from fairboard.analysis.filters import Filters
from fairboard.analysis.sides import Sides
from fairboard.store import versions, writing
from tests.analysis import asking

FAIRS = {
    "P": ("campus", "recorded", date(2023, 3, 1)),
    "Q": ("campus", "recorded", date(2023, 9, 1)),
    "V": ("special", "recorded", date(2023, 10, 1)),
    "S": ("campus", "synthetic", date(2023, 9, 2)),
}
CODE = "91210100MA0XXXX01A"
# Fair, employer, credit code, sector, place, wage from, openings. The brackets of 甲 differ; 丙 differs in its legal form.
POSTINGS = [
    ("P", "甲（沈阳）有限公司", None, "mechanical", "210100", 6_000, 5),
    ("P", "甲（沈阳）有限公司", None, "mechanical", "210200", None, 2),
    ("P", "甲（沈阳）有限公司", None, "electrical", "210100", None, 3),
    ("P", "乙厂", CODE, "sales", "210100", 8_000, 10),
    ("P", "丙集团有限公司", None, "mechanical", "210100", None, 7),
    ("Q", "甲(沈阳) 有限公司", None, "mechanical", "210100", 7_000, 8),  # volume 8 − 5 = +3
    ("Q", "甲(沈阳) 有限公司", None, "mechanical", "210600", None, 1),  # mix of regions 1 − 2 = −1
    ("Q", "甲(沈阳) 有限公司", None, "software", "210100", None, 4),  # mix of sectors 4 − 3 = +1
    ("Q", "乙厂", CODE, "sales", "210100", 9_000, 6),  # volume 6 − 10 = −4
    ("Q", "丙有限公司", None, "software", "210200", None, 4),  # new
    ("Q", "丁", None, "mechanical", "210100", None, 6),  # new
    ("V", "丁", None, "mechanical", "210100", None, 1),
    ("S", "丁", None, "mechanical", "210100", None, 1),
]
# Fair, unit, university, count.
ATTENDANCE = [("P", "people", "10145", 40), ("P", "people", "10141", 10), ("Q", "people", "10145", 60), ("Q", "people", "10001", 5), ("V", "visits", None, 500)]


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a version with the records above."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "FAIRBOARD_DATA", str(tmp_path_factory.mktemp("compared")))
        with writing.new_version(origin="import") as con:
            for name in FAIRS:
                add_fair(con, name)
        return versions.current_version()


def add_fair(con, name: str) -> None:
    kind, record_kind, day = FAIRS[name]
    fair_id = writing.add_fair(con, {"name_zh": f"招聘会{name}", "name_en": name, "fair_kind": kind, "record_kind": record_kind, "starts_on": day, "ends_on": day,
                                     "host_region_code": "210100"})
    own = [row for row in POSTINGS if row[0] == name]
    employers = pa.table({"name": [row[1] for row in own], "credit_code": pa.array([row[2] for row in own], pa.string()), "ownership": ["private"] * len(own)})
    ids = writing.add_employers(con, employers)
    postings = [
        {"title": "岗位", "employer_id": employer_id, "sector_code": row[3], "region_code": row[4], "ownership": "private", "education_level": "bachelor",
         "wage_min": row[5], "wage_max": None, "wage_period": "month", "headcount": row[6], "headcount_status": "stated"}
        for row, employer_id in zip(own, ids, strict=True)
    ]
    schema = pa.schema([("title", pa.string()), ("employer_id", pa.int64()), ("sector_code", pa.string()), ("region_code", pa.string()), ("ownership", pa.string()),
                        ("education_level", pa.string()), ("wage_min", pa.int32()), ("wage_max", pa.int32()), ("wage_period", pa.string()), ("headcount", pa.int32()),
                        ("headcount_status", pa.string())])
    writing.add_postings(con, pa.Table.from_pylist(postings, schema), fair_id, None)
    counts = [{"channel": "on_site", "unit": unit, "university_code": university, "attendance_count": count} for fair, unit, university, count in ATTENDANCE if fair == name]
    if counts:
        schema = pa.schema([("channel", pa.string()), ("unit", pa.string()), ("university_code", pa.string()), ("attendance_count", pa.int64())])
        writing.add_attendance(con, pa.Table.from_pylist(counts, schema), fair_id, None)


@pytest.fixture(scope="module")
def fair(version: Path) -> Callable[[str], Filters]:
    """The side that holds the fair of this name."""
    ids = {row["label_en"][11:]: int(row["fair_id"]) for row in sides.all_fairs(version)}
    return lambda name: Filters(fair_ids=tuple(ids[letter] for letter in name))


def ask(version: Path, name: str, compared: Sides, filters: Filters = Filters(), **own: Any) -> list[dict[str, Any]]:  # noqa: B008
    kinds = filters.record_kinds or runner.default_record_kinds(version)
    return runner.run(f"compare/{name}", filters, version, **compared.parameters(version, kinds), **own).rows()


def parts(row: dict[str, Any]) -> tuple[int, ...]:
    names = ("openings_a", "openings_b", "openings_change", "volume_change", "sector_mix_change", "region_mix_change", "new_openings", "lost_openings")
    return tuple(row[name] for name in names)


def test_the_change_is_split_as_worked_out_by_hand(version, fair):
    rows = {row["value_code"]: row for row in ask(version, "change", Sides("fair", fair("P"), fair("Q")))}
    assert parts(rows["all"]) == (27, 29, 2, -1, 1, -1, 10, 7)
    assert parts(rows["mechanical"]) == (14, 15, 1, 3, 0, -1, 6, 7)
    assert parts(rows["electrical"]) == (3, 0, -3, 0, -3, 0, 0, 0)
    assert parts(rows["software"]) == (0, 8, 8, 0, 4, 0, 4, 0)
    assert parts(rows["sales"]) == (10, 6, -4, -4, 0, 0, 0, 0)
    assert parts(rows["210100"]) == (25, 24, -1, -1, 1, 0, 6, 7)
    assert parts(rows["210200"]) == (2, 4, 2, 0, 0, -2, 4, 0)
    assert parts(rows["210600"]) == (0, 1, 1, 0, 0, 1, 0, 0)
    assert (rows["all"]["matched_openings_a"], rows["all"]["matched_openings_b"]) == (20, 19)


def test_between_two_regions_a_place_of_work_is_no_part_of_the_change(version):
    rows = {row["value_code"]: row for row in ask(version, "change", Sides("region", Filters(region_codes=("210100",)), Filters(region_codes=("210200",))))}
    # Shenyang: 甲 5 + 3 + 8 + 4, 乙 10 + 6, 丙集团 7, 丁 6 + 1. Dalian: 甲 mechanical 2, 丙 software 4.
    assert parts(rows["all"]) == (50, 6, -44, 2 - 13, -7, 0, 4, 16 + 7 + 7)
    assert {row["breakdown"] for row in rows.values()} == {"all", "sector"}


def test_employers_are_counted_gross_and_net_first_time_and_returning(version, fair):
    a, b = ask(version, "employers", Sides("fair", fair("P"), fair("QV")))
    names = ("participations", "employer_identities", "first_time_employers", "returning_employers", "matched_employers")
    assert [a[name] for name in names] == [3, 3, 3, 0, 2]
    assert [b[name] for name in names] == [5, 4, 2, 2, 2]


def test_employers_are_matched_by_code_or_name_and_what_may_be_one_is_listed(version, fair):
    compared = Sides("fair", fair("P"), fair("Q"))
    found = [(row["names_a"], row["names_b"], row["matched_label_en"], row["openings_a"], row["openings_b"]) for row in ask(version, "matched_employers", compared)]
    assert found == [("乙厂", "乙厂", "Credit code", 10, 6), ("甲（沈阳）有限公司", "甲(沈阳) 有限公司", "Name", 10, 13)]
    (pair,) = ask(version, "possible_matches", compared)
    assert (pair["names_a"], pair["names_b"], pair["openings_a"], pair["openings_b"]) == ("丙集团有限公司", "丙有限公司", 7, 4)


def test_the_quartiles_and_their_differences_are_by_openings(version, fair):
    rows = ask(version, "quartiles", Sides("fair", fair("P"), fair("Q")))
    # A: 5 at 6,000 and 10 at 8,000; B: 8 at 7,000 and 6 at 9,000.
    assert [(row["wage_a_yuan"], row["wage_b_yuan"], row["wage_difference_yuan"]) for row in rows] == [(6_000, 7_000, 1_000), (8_000, 7_000, -1_000), (8_000, 9_000, 1_000)]


def test_people_and_universities_new_and_lost(version, fair):
    compared = Sides("fair", fair("P"), fair("Q"))
    found = {row["value_code"]: (row["people_a"], row["people_b"], row["status_code"]) for row in ask(version, "people", compared)}
    assert found == {"10145": (40, 60, "both"), "10141": (10, 0, "lost"), "10001": (0, 5, "new")}
    a, b = ask(version, "headline", compared, threshold_yuan=6_000)
    assert [(row["openings"], row["openings_over_threshold"], row["on_site_people"], row["universities"]) for row in (a, b)] == [(27, 10, 50, 2), (29, 14, 65, 2)]
    assert [row["openings_per_attendee"] for row in (a, b)] == [27 / 50, 29 / 65]


def test_a_period_is_the_fairs_that_begin_in_it_both_ends_inside(version, fair):
    period = Sides("period", Filters(end_on=date(2023, 3, 1)), Filters(start_on=date(2023, 9, 1), end_on=date(2023, 9, 30)))
    assert ask(version, "change", period) == ask(version, "change", Sides("fair", fair("P"), fair("Q")))
    nothing = Sides("period", Filters(end_on=date(2001, 1, 1)), Filters(start_on=date(2023, 9, 1)))
    assert parts(ask(version, "change", nothing)[0]) == (0, 30, 30, 0, 0, 0, 30, 0)


REFUSALS = [("PQ", "S", "recorded fairs and the synthetic sample are never compared"), ("PS", "Q", "recorded fairs and the synthetic sample are never compared"),
            ("P", "Q", "")]


@pytest.mark.parametrize(("a", "b", "reason"), REFUSALS)
def test_recorded_fairs_and_the_sample_are_never_compared(version, fair, a, b, reason):
    assert comparability.refusal(Sides("fair", fair(a), fair(b)), version, ("recorded", "synthetic"), "en") == reason


def test_what_is_only_published_is_not_compared(version, fair):
    published = next(int(row["fair_id"]) for row in sides.all_fairs(version) if row["record_kind"] == "published")
    text = comparability.refusal(Sides("fair", fair("P"), Filters(fair_ids=(published,))), version, ("recorded",), "en")
    assert text == "B: only published totals are known"


def test_fairs_of_a_kind_of_record_that_is_not_selected_are_not_compared(version, fair):
    assert "kind of record is not selected" in comparability.refusal(Sides("fair", fair("S"), fair("S")), version, ("recorded",), "en")


def test_people_and_visits_are_not_compared_but_openings_are(version, fair):
    compared = Sides("fair", fair("P"), fair("V"))
    rows = {row["side"]: row for row in ask(version, "headline", compared, threshold_yuan=10_000)}
    for metric_id in ("on_site_people", "universities", "openings_per_attendee"):
        assert comparability.metric_refusal(metric_id, compared, Filters(), rows, "en") == "A counts people, B counts visits"
        swapped = {"a": rows["b"], "b": rows["a"]}
        assert comparability.metric_refusal(metric_id, compared.swapped(), Filters(), swapped, "en") == "A counts visits, B counts people"
    assert comparability.metric_refusal("openings", compared, Filters(), rows, "en") == ""
    mixed = {"a": rows["a"], "b": {"on_site_people": 65, "on_site_visits": 500}}
    assert comparability.metric_refusal("on_site_people", compared, Filters(), mixed, "en") == ""
    assert comparability.partly_visits(mixed, "en") == "B: 500 visits at other fairs are not in it"


def test_a_side_of_universities_has_no_postings(version):
    compared = Sides("univ", Filters(university_codes=("10145",)), Filters(university_codes=("10141",)))
    a, b = ask(version, "headline", compared, threshold_yuan=10_000)
    assert [(row["openings"], row["on_site_people"]) for row in (a, b)] == [(None, 100), (None, 10)]
    assert ask(version, "change", compared) == []
    assert comparability.metric_refusal("openings", compared, Filters(), {"a": a, "b": b}, "en") == "a posting has no university"
    assert comparability.metric_refusal("on_site_people", compared, Filters(), {"a": a, "b": b}, "en") == ""


def test_a_ratio_of_openings_and_people_is_refused_where_they_obey_different_filters(version, fair):
    compared = Sides("fair", fair("P"), fair("Q"))
    rows = {row["side"]: row for row in ask(version, "headline", compared, threshold_yuan=10_000)}
    assert comparability.metric_refusal("openings_per_attendee", compared, Filters(), rows, "en") == ""
    assert comparability.metric_refusal("openings_per_attendee", compared, Filters(sector_codes=("sales",)), rows, "en") != ""
    regions = Sides("region", Filters(region_codes=("210100",)), Filters(region_codes=("210200",)))
    assert comparability.metric_refusal("openings_per_attendee", regions, Filters(), rows, "en") != ""


@pytest.mark.parametrize(("openings", "mark"), [((29, 30), "A: small base: fewer than 30 openings"), ((30, 30), ""), ((2, 3), "small base: fewer than 30 openings")])
def test_a_small_base_is_marked_at_its_bound(openings, mark):
    rows = {side: {"openings": value} for side, value in zip("ab", openings, strict=True)}
    assert comparability.small_base("openings", rows, "en") == mark


def test_differences_and_ratios_as_they_are_written():
    assert [comparability.difference_text(5_459, b, "openings", "zh") for b in (10_608, 5_459, 459)] == ["+5,149", "±0", "−5,000"]
    assert comparability.ratio_text(5_459, 10_608) == "×1.94"
    assert comparability.ratio_text(0, 5) == comparability.ratio_text(None, 5) == ""


PLENTY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def fair_sides(draw: st.DrawFn, version: Path) -> Sides:
    """Two sets of fairs of the sample, which may share fairs, or two regions."""
    fair_ids = [int(row["fair_id"]) for row in sides.all_fairs(version) if row["record_kind"] == "synthetic"]
    if draw(st.booleans()):
        return Sides("fair", *(Filters(fair_ids=tuple(draw(st.lists(st.sampled_from(fair_ids), min_size=1, max_size=6, unique=True)))) for _ in "ab"))
    return Sides("region", *(Filters(region_codes=(draw(st.sampled_from(["210100", "210200", "21SF00", "110100"])),)) for _ in "ab"))


@PLENTY
@given(data=st.data())
def test_the_split_always_adds_up_and_a_swap_flips_every_sign(sample_version, data):
    compared = data.draw(fair_sides(sample_version))
    filters = data.draw(asking.selections(sample_version, has_kinds=False))
    rows = ask(sample_version, "change", compared, filters)
    for row in rows:
        a, b, change, volume, sector_mix, region_mix, new, lost = parts(row)
        assert b - a == change == volume + sector_mix + region_mix + new - lost
        assert row["matched_openings_b"] - row["matched_openings_a"] == volume + sector_mix + region_mix
    names = ("openings_a", "openings_change", "volume_change", "sector_mix_change", "region_mix_change", "new_openings", "lost_openings")
    for breakdown in {row["breakdown"] for row in rows} - {"all"}:
        assert [sum(row[name] for row in rows if row["breakdown"] == breakdown) for name in names] == [rows[0][name] for name in names]
    swapped = {row["value_code"]: parts(row) for row in ask(sample_version, "change", compared.swapped(), filters)}
    for row in rows:
        a, b, change, volume, sector_mix, region_mix, new, lost = parts(row)
        assert swapped[row["value_code"]] == (b, a, -change, -volume, -sector_mix, -region_mix, lost, new)
    assert len(swapped) == len(rows)


@PLENTY
@given(data=st.data())
def test_a_filter_that_matches_all_changes_nothing(sample_version, data):
    compared = data.draw(fair_sides(sample_version))
    everything = data.draw(st.sampled_from([
        Filters(start_on=date(2020, 1, 1), end_on=date(2030, 1, 1)), Filters(record_kinds=("synthetic",)),
        Filters(fair_kinds=("launch", "on_site", "campus", "special", "enterprise", "online")),
        Filters(ownerships=("state", "private", "foreign", "institution", "government", "other", "unknown")),
    ]))
    for name in ("change", "employers", "quartiles", "matched_employers"):
        assert ask(sample_version, name, compared, everything) == ask(sample_version, name, compared), name


def test_the_sides_of_the_same_fairs_do_not_differ(sample_version):
    same = Filters(fair_ids=(1, 2))
    rows = ask(sample_version, "change", Sides("fair", same, same))
    assert {parts(row)[2:] for row in rows} == {(0, 0, 0, 0, 0, 0)}
