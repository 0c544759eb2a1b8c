"""The two sides in a URL, and what stands on them before anybody chooses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.analysis import sides
from fairboard.analysis.filters import Filters
from fairboard.analysis.sides import Sides
from fairboard.errors import RequestError

CODES = st.lists(st.sampled_from(["210100", "210200", "21SF00"]), unique=True).map(tuple)
DAYS = st.sampled_from([None, date(2023, 1, 1), date(2025, 12, 31)])
SIDES = st.one_of(
    st.tuples(st.just("fair"), *[st.builds(Filters, fair_ids=st.lists(st.integers(0, 99), unique=True).map(tuple))] * 2),
    st.tuples(st.just("region"), *[st.builds(Filters, region_codes=CODES)] * 2),
    st.tuples(st.just("univ"), *[st.builds(Filters, university_codes=CODES)] * 2),
    st.tuples(st.just("period"), *[st.builds(Filters, start_on=st.sampled_from([None, date(2023, 1, 1)]), end_on=DAYS)] * 2),
).map(lambda found: Sides(*found))


@given(SIDES)
def test_sides_to_a_url_and_back_are_the_same(compared):
    assert sides.from_url(compared.to_url()) == (compared, ())


def test_a_link_without_a_kind_is_read_by_its_sides():
    found, dropped = sides.from_url({"a_fair": "1.2", "b_fair": "7"})
    assert (found, dropped) == (Sides("fair", Filters(fair_ids=(1, 2)), Filters(fair_ids=(7,))), ())


@pytest.mark.parametrize("query", [
    {"a_fair": "1", "b_region": "210100"}, {"by": "region", "a_fair": "1", "b_fair": "2"}, {"a_fair": "1", "a_region": "210100"}, {"by": "univ", "b_from": "2023-01-01"},
])
def test_a_link_whose_sides_are_of_different_kinds_is_refused(query):
    with pytest.raises(RequestError, match="must be of one kind"):
        sides.from_url(query)


def test_values_that_mean_nothing_are_dropped_by_name():
    query = {"by": "x", "a_fair": "1.y", "b_from": "2023-02-30", "a_region": "'", "a_univ": "99999", "b_wage": "3", "fair": "5"}
    found, dropped = sides.from_url(query, {"fair_ids": {1}, "university_codes": {"10145"}})
    assert found == Sides("fair", Filters(fair_ids=(1,)))
    assert set(dropped) == {"by=x", "a_fair=y", "b_from=2023-02-30", "a_region='", "a_univ=99999"}
    assert sides.from_url({"a_from": "2024-01-01", "a_to": "2023-01-01"}) == (Sides(), ("a_from=2024-01-01 a_to=2023-01-01",))


def test_before_anybody_chooses_the_latest_fair_stands_against_the_one_of_its_kind_before(sample_version):
    rows = [row for row in sides.all_fairs(sample_version) if row["record_kind"] == "synthetic"]
    found = sides.latest_pair(sample_version, ("synthetic",))
    kinds = {int(row["fair_id"]): (row["fair_kind"], row["starts_on"]) for row in rows}
    (a,), (b,) = found.a.fair_ids, found.b.fair_ids
    assert kinds[b][1] == max(day for _, day in kinds.values())
    assert kinds[a][0] == kinds[b][0]
    assert kinds[a][1] == max(day for kind, day in kinds.values() if kind == kinds[b][0] and day < kinds[b][1])
    assert sides.latest_pair(sample_version, ("recorded",)) == Sides()


def test_every_kind_has_something_to_begin_with(sample_version):
    for kind in sides.KINDS:
        found = sides.usual(kind, sample_version, ("synthetic",))
        assert found.kind == kind and found.is_whole, kind
    assert sides.usual("period", sample_version, ("synthetic",)).to_url() == {
        "by": "period", "a_from": "2024-01-01", "a_to": "2024-12-31", "b_from": "2025-01-01", "b_to": "2025-12-31",
    }  # fmt: skip


def test_a_group_is_all_fairs_of_a_kind_in_a_half_year_and_is_called_so(sample_version):
    (group,) = [group for group in sides.groups(sample_version, ("synthetic",)) if group.code == "campus.2025.2"]
    assert sorted(group.fair_ids) == [55, 56, 58]
    compared = Sides("fair", Filters(fair_ids=(1,)), Filters(fair_ids=group.fair_ids))
    assert sides.name_of(compared, "b", sample_version, ("synthetic",), "en") == "Campus fair, second half of 2025 (3 fairs)"
    assert sides.name_of(compared, "a", sample_version, ("synthetic",), "zh").startswith("2023-03-18 ")
    assert sides.name_of(Sides(), "a", sample_version, ("synthetic",), "zh") == ""
