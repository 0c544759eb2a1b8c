"""What holds for any selection: nothing fails, narrowing takes away, parts make the whole, every page has the same totals."""

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fairboard.analysis import catalogue, options, runner
from fairboard.analysis.filters import Filters, from_url
from tests.analysis.asking import POSTING_LISTS, own, row, rows, selections

OVERVIEW = tuple(name for name in catalogue.names() if name.startswith("overview/"))
COUNTS = ("fairs", "employers", "postings", "openings", "openings_over_threshold")
FEW = settings(max_examples=20, deadline=None, phases=[Phase.generate])  # a failure is not made smaller: that would take minutes


@pytest.mark.parametrize("name", catalogue.names())
def test_every_question_gives_the_columns_of_its_header(sample_version, name):
    answer = runner.run(name, Filters(), sample_version, **own(name))
    assert list(answer.frame.columns) == [item.name for item in catalogue.load(name).columns]


@FEW
@given(data=st.data())
def test_any_selection_can_be_asked_for(sample_version, data):
    filters = data.draw(selections(sample_version))
    for name in OVERVIEW:
        rows(sample_version, name, filters)


@FEW
@given(data=st.data())
def test_narrowing_never_raises_a_count(sample_version, data):
    wide = data.draw(selections(sample_version, has_kinds=False))
    narrow = data.draw(narrowed(wide, sample_version))
    before, after = row(sample_version, "overview/headline", wide), row(sample_version, "overview/headline", narrow)
    assert [name for name in COUNTS if after[name] > before[name]] == []


@st.composite
def narrowed(draw: st.DrawFn, wide: Filters, version) -> Filters:
    """``wide`` with one filter more, or with fewer values in one that it has."""
    name = draw(st.sampled_from(("wage_at_least_yuan", "fair_ids", "fair_kinds", *POSTING_LISTS)))
    if name == "wage_at_least_yuan":
        return replace(wide, wage_at_least_yuan=(wide.wage_at_least_yuan or 0) + draw(st.integers(1, 12_000)))
    held = getattr(wide, name) or tuple(option.code for option in options.of_version(version)[name])
    return replace(wide, **{name: tuple(draw(st.lists(st.sampled_from(held), min_size=1, unique=True)))})


@FEW
@given(data=st.data())
def test_a_selection_comes_back_from_its_url(sample_version, data):
    filters = data.draw(selections(sample_version))
    if filters.start_on and filters.end_on and filters.start_on > filters.end_on:
        return
    allowed = {name: {option.code for option in found} for name, found in options.of_version(sample_version).items()}
    assert from_url(filters.to_url(), allowed) == (filters, ())
    assert all(text.isascii() for text in filters.to_url().values())


@FEW
@given(data=st.data())
def test_parts_make_the_whole_and_every_page_has_the_same_totals(sample_version, data):
    filters = data.draw(selections(sample_version))

    def total(name: str, value: str, **conditions) -> int:
        found = rows(sample_version, name, filters)
        return sum(item[value] or 0 for item in found if all(item[key] == wanted for key, wanted in conditions.items()))

    headline, wages = row(sample_version, "overview/headline", filters), row(sample_version, "wages/headline", filters)
    regions = total("overview/by_region", "openings")
    openings = {
        "wages/headline": wages["openings"],
        "by sector": total("overview/by_sector", "openings"),
        "by fair": total("overview/by_fair", "openings"),
        "places": total("overview/places", "openings"),
        "places of the page on cities": total("cities/places", "openings"),
        "regions and the places outside": regions + total("overview/places", "openings") - total("overview/places", "openings", place="liaoning_unit"),
        "sectors/ranking": total("sectors/ranking", "openings"),
        "sectors/education": total("sectors/education", "openings"),
        "sectors/course": total("sectors/course", "openings"),
        "by ownership": total("wages/shares", "openings", breakdown="ownership"),
        "records/count": row(sample_version, "records/count", filters)["openings"],
        "methods/totals": row(sample_version, "methods/totals", filters)["openings"],
    }
    assert {name: value for name, value in openings.items() if value != headline["openings"]} == {}
    assert regions == total("cities/regions", "openings")
    postings = {
        "wages/headline": wages["postings"],
        "by sector": total("overview/by_sector", "postings"),
        "by fair": total("overview/by_fair", "postings"),
        "sectors/ranking": total("sectors/ranking", "postings"),
        "wage bands and those without a wage": total("overview/wage_bands", "postings") + wages["postings_without_wage"],
        "wages/bands and those without a wage": total("wages/bands", "postings") + wages["postings_without_wage"],
        "records/count": row(sample_version, "records/count", filters)["postings"],
        "methods/totals": row(sample_version, "methods/totals", filters)["postings"],
    }
    assert {name: value for name, value in postings.items() if value != headline["postings"]} == {}
    assert total("overview/wage_bands", "openings") == total("wages/bands", "openings") == wages["openings_with_wage"]
    assert total("wages/bands", "openings_over_threshold") == wages["openings_over_threshold"] == headline["openings_over_threshold"]


@FEW
@given(data=st.data())
def test_people_add_up_to_the_same_total_everywhere(sample_version, data):
    filters = data.draw(selections(sample_version))
    headline = row(sample_version, "overview/headline", filters)
    page = row(sample_version, "universities/headline", filters)
    people = headline["on_site_people"] or 0
    assert (page["on_site_people"], page["live_views"]) == (headline["on_site_people"], headline["live_views"])
    for name in ("universities/provinces", "universities/degrees", "universities/disciplines"):
        assert sum(item["on_site_people"] for item in rows(sample_version, name, filters)) == people, name
    assert sum(item["on_site_people"] for item in rows(sample_version, "universities/ranking", filters)) == people - (page["people_unstated"] or 0)
    fairs = rows(sample_version, "fairs/list", filters)
    assert len(fairs) == headline["fairs"]
    assert sum(item["on_site_people"] or 0 for item in fairs) == people
    if not filters.region_codes:
        assert sum(item["openings"] or 0 for item in fairs) == headline["openings"]
