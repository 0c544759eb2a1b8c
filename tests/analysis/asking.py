"""Putting questions to a version, and drawing selections from what a version has."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from fairboard.analysis import catalogue, options, runner
from fairboard.analysis.filters import Filters

# A value for every parameter that some query asks for beside the filters.
OWN_PARAMETERS: dict[str, Any] = {
    "least_people": 30, "least_openings": 30,
    "today": date(2026, 3, 1), "table_kind": None, "most_fairs": 12,
    "wage_basis": "floor", "threshold_yuan": 10_000, "search": None, "sort_column": "stored", "is_descending": False, "row_limit": 100,
    "a_fair_ids": [1], "a_region_codes": None, "a_university_codes": None, "b_fair_ids": None, "b_region_codes": None, "b_university_codes": None,
    "row_offset": 0, "most_universities": 10, "first_id": None, "end_id": None,
    **dict.fromkeys((
        "of_fairs", "of_sectors", "of_regions", "of_places", "of_educations", "of_ownerships", "of_employers", "of_title", "of_bands", "of_half", "has_wage",
        "wage_over_yuan", "wage_up_to_yuan", "is_unstated", "is_attended", "of_channel", "of_unit", "of_hosts", "of_universities", "of_provinces", "of_degrees", "of_disciplines",
        "of_hours", "of_slots", "has_university", "is_in_province", "has_time", "of_agreements", "is_by_discipline", "is_for_any_major", "is_in_crosswalk", "part_of_university",
        "is_weighted", "is_of_unit", "is_under_agreement", "of_statuses", "is_in_force", "is_pair_in_force", "of_sides", "of_parts", "of_identities", "is_first_time", "is_matched",
    )),
    "as_of_on": date(2024, 3, 20), "is_inside": None, "after_on": date(2023, 10, 20),
}  # fmt: skip
WAGES_YUAN = (None, None, None, 1, 5_000, 8_000, 10_000, 10_001, 20_000, 900_000)
DAYS = (date(2022, 12, 31), date(2023, 3, 18), date(2023, 10, 1), date(2024, 5, 1), date(2026, 3, 1))
POSTING_LISTS = ("region_codes", "sector_codes", "education_levels", "ownerships")


def rows(version: Path, name: str, filters: Filters = Filters(), **parameters: Any) -> list[dict[str, Any]]:  # noqa: B008
    """The rows of a query, with the usual value for what it asks beside the filters."""
    return runner.run(name, filters, version, **own(name, **parameters)).rows()


def row(version: Path, name: str, filters: Filters = Filters(), **parameters: Any) -> dict[str, Any]:  # noqa: B008
    """The only row of a query."""
    (found,) = rows(version, name, filters, **parameters)
    return found


def own(name: str, **parameters: Any) -> dict[str, Any]:
    """The parameters that the query called ``name`` asks for."""
    return {item.name: parameters.get(item.name, OWN_PARAMETERS[item.name]) for item in catalogue.load(name).parameters}


def column(found: list[dict[str, Any]], key: str, value: str) -> dict[Any, Any]:
    """One column by another."""
    return {item[key]: item[value] for item in found}


@st.composite
def selections(draw: st.DrawFn, version: Path, *, has_kinds: bool = True) -> Filters:
    """A selection of up to four filters set to values that the version knows."""
    known = {name: [option.code for option in found] for name, found in options.of_version(version).items()}
    if not has_kinds:
        known.pop("record_kinds")
    chosen = draw(st.lists(st.sampled_from(sorted(known)), max_size=3, unique=True))
    lists = {name: tuple(draw(st.lists(st.sampled_from(known[name]), min_size=1, max_size=4, unique=True))) for name in chosen}
    start_on, end_on = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2)))
    period = {"start_on": draw(st.sampled_from([None, None, start_on])), "end_on": draw(st.sampled_from([None, None, end_on]))}
    wages = {"wage_at_least_yuan": draw(st.sampled_from(WAGES_YUAN)), "wage_at_most_yuan": draw(st.sampled_from((None, *WAGES_YUAN)))}
    return Filters(**lists, **period, **wages)
