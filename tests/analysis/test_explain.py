"""The records behind a number, worked out by hand on the records of the tiny version."""

from dataclasses import replace

import pytest

from fairboard.analysis import explain, explain_rules, runner
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters

LINE = {"wage_basis": "floor", "threshold_yuan": 10_000}


def origin_of(version, name, column, filters=Filters(), where=None, **own):  # noqa: B008
    """The number in ``column``, in the row that has the values ``where``."""
    answer = runner.run(name, filters, version, **own)
    (row,) = [row for row in answer.rows() if all(row[key] == value for key, value in (where or {}).items())]
    return Origin(answer, column, (row,))


def titles(behind):
    return [row["title"] for row in behind.rows.rows()]


def test_the_openings_of_a_sector_are_its_postings(tiny):
    (behind,) = explain.explain(origin_of(tiny, "overview/by_sector", "openings", where={"sector_code": "mechanical"})).behind
    assert titles(behind) == ["岗位1", "岗位2", "岗位10"]  # 2 + 3 + 5
    assert (behind.total, behind.row_count) == (10, 3)


def test_a_filter_holds_for_the_records_behind_too(tiny, fair_ids):
    (behind,) = explain.explain(origin_of(tiny, "overview/by_sector", "openings", Filters(fair_ids=(fair_ids["A"],)), {"sector_code": "mechanical"})).behind
    assert titles(behind) == ["岗位1", "岗位2"]


def test_openings_over_the_line_are_strictly_over_it(tiny):
    (behind,) = explain.explain(origin_of(tiny, "overview/headline", "openings_over_threshold", **LINE)).behind
    assert titles(behind) == ["岗位2", "岗位8", "岗位9", "岗位10"]  # 3 + 2 + 1 + 5
    assert behind.total == 11


def test_a_share_has_two_kinds_of_records(tiny):
    above, below = explain.explain(origin_of(tiny, "overview/headline", "openings_over_threshold_share", **LINE)).behind
    assert (above.total, below.total) == (11, 32)  # without the postings 4 (4 openings) and 7 (1), of 37


def test_the_ratio_to_people_takes_only_fairs_that_counted_people(tiny):
    openings, people = explain.explain(origin_of(tiny, "overview/headline", "openings_per_attendee", **LINE)).behind
    assert (openings.total, people.total) == (23, 24)  # fairs A and C: 11 + 12 openings; B counted visits


def test_a_median_is_reached_by_half_of_the_openings(tiny):
    stated, reached = explain.explain(origin_of(tiny, "wages/headline", "wage_median_yuan", **LINE)).behind
    assert (stated.total, reached.total) == (32, 19)  # 1,000 (6), 1,001, 5,000, 8,000 are 9; with 9,000 (10), the median, 19


def test_people_of_a_university_are_its_counts(tiny):
    (behind,) = explain.explain(origin_of(tiny, "universities/ranking", "on_site_people", where={"university_code": "10145"})).behind
    assert (behind.total, behind.row_count) == (12, 3)  # 5 + 3 at A, 4 at C


def test_where_the_records_do_not_add_up_to_the_number_none_are_shown(tiny):
    origin = origin_of(tiny, "overview/by_sector", "openings", where={"sector_code": "mechanical"})
    wrong = replace(origin, rows=({**origin.rows[0], "openings": 11},))
    assert explain.explain(wrong).behind == ()


def test_a_number_that_no_rule_knows_has_no_records(tiny):
    assert explain.explain(origin_of(tiny, "cities/regions", "openings_rank", where={"region_code": "210100"}, **LINE)).behind == ()


def test_a_code_that_the_records_cannot_be_narrowed_by_is_no_mark_of_theirs(tiny):
    (row,) = origin_of(tiny, "overview/by_sector", "openings", where={"sector_code": "mechanical"}).rows
    answer = runner.run("overview/by_sector", Filters(), tiny)
    assert explain.explain(Origin(answer, "fairs", ({**row, "fairs": 3},))).behind == ()  # 3 is right for all sectors together


def test_the_fairs_of_a_university_are_those_that_counted_it(tiny):
    (behind,) = explain.explain(origin_of(tiny, "universities/ranking", "fairs", where={"university_code": "10145"})).behind
    assert (behind.total, behind.row_count) == (2, 3)  # 5 + 3 at A, 4 at C


def test_the_page_of_records_can_show_what_filters_can_say(tiny, fair_ids):
    chosen = Filters(fair_ids=(fair_ids["A"],))
    (behind,) = explain.explain(origin_of(tiny, "overview/by_sector", "openings", chosen, {"sector_code": "mechanical"})).behind
    assert explain_rules.as_filters(behind.part, chosen) == replace(chosen, sector_codes=("mechanical",))
    (over,) = explain.explain(origin_of(tiny, "overview/headline", "openings_over_threshold", **LINE)).behind
    assert explain_rules.as_filters(over.part, Filters()) is None


@pytest.mark.parametrize("name", ["overview/by_region", "sectors/education", "wages/bands", "cities/places"])
def test_the_rows_of_a_breakdown_are_all_explained(tiny, name):
    own = LINE if name == "wages/bands" else {}
    answer = runner.run(name, Filters(), tiny, **own)
    for row in answer.rows():
        assert explain.explain(Origin(answer, "openings", (row,))).behind, row
