"""What a number counts and what a mark stands for, in parameters of the queries under ``queries/explain``.

A number is a column of an answer. Its rule says which records it counts, and how; a ratio has two such parts. A row of an answer is
narrowed by its codes: each code column has a parameter that narrows the records behind to the same thing.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer

Records = Literal["postings", "employers", "attendance", "universities", "agreements", "fairs"]
NOT_STATED = "not_stated"


@dataclass(frozen=True)
class Part:
    """Records that a number counts. ``measure`` is the column of the sources that is added up, ``role`` what the part is in a ratio."""

    records: Records
    measure: str
    conditions: dict[str, Any] = field(default_factory=dict)
    role: Literal["whole", "numerator", "denominator", "base", "half"] = "whole"


PEOPLE = {"of_channel": "on_site", "of_unit": "people"}
VISITS = {"of_channel": "on_site", "of_unit": "visits"}
VIEWS = {"of_channel": "livestream", "of_unit": "views"}


def parts_of(answer: Answer, column: str, value: Any) -> list[Part]:
    """The parts of the number in ``column`` of ``answer``, before a row narrows them; empty where no rule knows the column."""
    line = answer.parameters.get("threshold_yuan")
    over = {"wage_over_yuan": line}
    known = {
        "openings": [Part("postings", "openings")],
        "sector_openings": [Part("postings", "openings")],
        "openings_a": [Part("postings", "openings")],
        "openings_b": [Part("postings", "openings")],
        "openings_with_wage_a": [Part("postings", "openings", {"has_wage": True})],
        "openings_with_wage_b": [Part("postings", "openings", {"has_wage": True})],
        "people_a": [Part("attendance", "attendance_count", PEOPLE)],
        "people_b": [Part("attendance", "attendance_count", PEOPLE)],
        "postings": [Part("postings", "postings")],
        "openings_with_wage": [Part("postings", "openings", {"has_wage": True})],
        "postings_without_wage": [Part("postings", "postings", {"has_wage": False})],
        "openings_over_threshold": [Part("postings", "openings", over)],
        "employers": [Part("employers", "employers")],
        "fairs": [Part("fairs", "fairs")],
        "agreements": [Part("agreements", "agreements")],
        "on_site_people": [Part("attendance", "attendance_count", PEOPLE)],
        "on_site_visits": [Part("attendance", "attendance_count", VISITS)],
        "live_views": [Part("attendance", "attendance_count", VIEWS)],
        "people_in_province": [Part("attendance", "attendance_count", PEOPLE | {"is_in_province": True})],
        "people_elsewhere": [Part("attendance", "attendance_count", PEOPLE | {"is_in_province": False})],
        "people_unstated": [Part("attendance", "attendance_count", PEOPLE | {"has_university": False})],
        "universities": [Part("universities", "universities", PEOPLE)],
        "universities_in_province": [Part("universities", "universities", PEOPLE | {"is_in_province": True})],
    }
    if column in known:
        return known[column]
    return _ratios(line).get(column, []) or _quantiles(value).get(column, [])


def _ratios(line: int | None) -> dict[str, list[Part]]:
    people = {"has_university": True}
    return {
        "openings_share": _of(("postings", "openings", {}), ("postings", "openings", {})),
        "openings_unstated_share": _of(("postings", "postings", {"is_unstated": True}), ("postings", "postings", {})),
        "postings_without_wage_share": _of(("postings", "postings", {"has_wage": False}), ("postings", "postings", {})),
        "openings_over_threshold_share": _of(("postings", "openings", {"wage_over_yuan": line}), ("postings", "openings", {"has_wage": True})),
        "openings_per_attendee": _of(("postings", "openings", {"is_attended": True}), ("attendance", "attendance_count", PEOPLE)),
        "people_share": _of(("attendance", "attendance_count", PEOPLE), ("attendance", "attendance_count", PEOPLE)),
        "in_province_share": _of(("attendance", "attendance_count", PEOPLE | {"is_in_province": True}), ("attendance", "attendance_count", PEOPLE | people)),
        "elsewhere_share": _of(("attendance", "attendance_count", PEOPLE | {"is_in_province": False}), ("attendance", "attendance_count", PEOPLE | people)),
    }


def _of(numerator: tuple, denominator: tuple) -> list[Part]:
    return [Part(*numerator, "numerator"), Part(*denominator, "denominator")]


def _quantiles(value: Any) -> dict[str, list[Part]]:
    """A quantile of the wage: the openings that state one, and those of them that pay no more than the number."""
    if value is None:
        return {}
    pair = [Part("postings", "openings", {"has_wage": True}, "base"), Part("postings", "openings", {"wage_up_to_yuan": value}, "half")]
    return dict.fromkeys((*QUANTILES, "wage_a_yuan", "wage_b_yuan"), pair)


QUANTILES = {"wage_quartile_1_yuan": 0.25, "wage_median_yuan": 0.5, "wage_quartile_3_yuan": 0.75}
# Of what a share is a part, where that is not everything selected: further conditions, and code columns that narrow it like the mark.
SHARE_BASES: dict[tuple[str, str], tuple[dict[str, Any], tuple[str, ...]]] = {
    ("overview/by_region", "openings_share"): ({"of_places": ["liaoning_unit"]}, ()),
    ("cities/regions", "openings_share"): ({"of_places": ["liaoning_unit"]}, ()),
    ("cities/sectors", "openings_share"): ({}, ("region_code",)),
    ("cities/employers", "openings_share"): ({}, ("region_code",)),
    ("universities/ranking", "people_share"): ({"has_university": True}, ()),
    ("universities/arrivals", "people_share"): ({"has_time": True}, ()),
}
# What a column counts in one query, where that differs from its usual meaning.
COLUMN_BASES: dict[tuple[str, str], dict[str, Any]] = {
    ("sectors/by_region", "sector_openings"): {"of_places": ["liaoning_unit"]},
    ("universities/arrivals", "on_site_people"): {"has_time": True},
    ("universities/hosts", "on_site_people"): {"has_university": True},
    ("supply/headline", "openings"): {"is_attended": True},
}
# Code columns that do not narrow a column: a total that is repeated in every row of its group.
NOT_NARROWED_BY = {("sectors/by_region", "sector_openings"): ("region_code",), ("sectors/course", "sector_openings"): ("half_starts_on",)}

REGION_IS_HOST = ("agreements/matrix", "agreements/coverage", "agreements/white_spots", "supply/by_region")
"""Questions whose regions are those that hosted the fairs."""
BREAKDOWNS = {
    "sector": "of_sectors", "region": "of_regions", "education": "of_educations", "ownership": "of_ownerships",
    "university": "of_universities", "degree": "of_degrees", "discipline": "of_disciplines",
}  # fmt: skip
_POSTINGS = {
    "fair_id": "of_fairs", "sector_code": "of_sectors", "region_code": "of_regions", "place": "of_places", "education_level": "of_educations",
    "ownership": "of_ownerships", "employer_id": "of_employers", "title": "of_title", "band_start_yuan": "of_bands", "half_starts_on": "of_half",
}  # fmt: skip
_ATTENDANCE = {
    "fair_id": "of_fairs", "host_region_code": "of_hosts", "university_code": "of_universities", "province_code": "of_provinces",
    "degree_level_code": "of_degrees", "discipline_code": "of_disciplines", "hour": "of_hours", "slot_minute": "of_slots",
}  # fmt: skip
CODE_PARAMETERS: dict[str, dict[str, str]] = {
    "postings": _POSTINGS,
    "employers": _POSTINGS,
    "attendance": _ATTENDANCE,
    "universities": _ATTENDANCE,
    "agreements": {"agreement_id": "of_agreements", "region_code": "of_regions", "university_code": "of_universities"},
    "fairs": {"fair_id": "of_fairs"},
}
OUTSIDE_PLACES = ["province_only", "elsewhere", "remote", "nationwide", "abroad"]
SINGLE = ("of_title", "of_half")
"""Parameters that hold one value, not a list."""


def narrowed(part: Part, answer: Answer, column: str, rows: list[dict[str, Any]]) -> Part:
    """``part`` cut down to what the ``rows`` of ``answer`` stand for; the base of a share only by what its base shares with the mark."""
    key = (answer.query.name, column)
    conditions, skipped = part.conditions | COLUMN_BASES.get(key, {}), NOT_NARROWED_BY.get(key, ())
    if part.role == "denominator" and column in ("openings_share", "people_share"):
        base, kept = SHARE_BASES.get(key, ({}, ()))
        return replace(part, conditions=conditions | base | _codes(part, rows, kept))
    names = tuple(name for name in CODE_PARAMETERS[part.records] if name not in skipped)
    return replace(part, conditions=conditions | _codes(part, rows, names) | _breakdown(rows))


def hosts_named(answer: Answer, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their region under the name of a host, where a question means that by it."""
    if answer.query.name not in REGION_IS_HOST or not rows or "region_code" not in rows[0]:
        return rows
    return [{("host_region_code" if name == "region_code" else name): value for name, value in row.items()} for row in rows]


def reaches(part: Part, rows: list[dict[str, Any]]) -> bool:
    """True when the records of ``part`` can be narrowed by every code of the rows; what a share is a part of need not be."""
    known = set().union(*CODE_PARAMETERS.values()) & set(rows[0] if rows else ())
    return part.role == "denominator" or known <= CODE_PARAMETERS[part.records].keys()


def _codes(part: Part, rows: list[dict[str, Any]], names: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in names:
        if not rows or name not in rows[0]:
            continue
        parameter = CODE_PARAMETERS[part.records][name]
        values = list(dict.fromkeys(NOT_STATED if row[name] is None else _plain(row[name]) for row in rows))
        found[parameter] = values[0] if parameter in SINGLE else values
    return found


def _plain(value: Any) -> Any:
    """Whole numbers as Python's own, days as days, so that they are bound by their type."""
    if hasattr(value, "date"):
        return value.date()
    return int(value) if isinstance(value, float) else value.item() if hasattr(value, "item") else value


def _breakdown(rows: list[dict[str, Any]]) -> dict[str, Any]:
    if not rows or "breakdown" not in rows[0] or rows[0]["breakdown"] not in BREAKDOWNS:
        return {}
    values = [row["value_code"] for row in rows]
    if rows[0]["breakdown"] == "region" and set(values) <= {"elsewhere", "unknown"}:
        return {"of_places": values if values == ["unknown"] else OUTSIDE_PLACES}
    return {BREAKDOWNS[rows[0]["breakdown"]]: values}


def as_filters(part: Part, filters: Filters) -> Filters | None:
    """The selection of the page Records that has the postings of ``part``; None where it needs what no filter says."""
    names = {"of_fairs": "fair_ids", "of_sectors": "sector_codes", "of_regions": "region_codes", "of_educations": "education_levels", "of_ownerships": "ownerships"}
    if part.records != "postings" or part.conditions.keys() - names.keys():
        return None
    changes = {names[parameter]: tuple(values) for parameter, values in part.conditions.items()}
    return replace(filters, **changes)
