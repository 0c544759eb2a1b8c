"""What the columns count that mean the same on every page, and how the codes of a row narrow the records behind them."""

from dataclasses import replace
from typing import Any

from fairboard.analysis.explain_parts import (
    AGREEMENTS,
    FAIRS,
    OPENINGS,
    PEOPLE,
    POSTINGS,
    UNIVERSITIES,
    VIEWS,
    VISITS,
    WAGED,
    Part,
    Row,
    codes_of,
    ratio,
    share,
)
from fairboard.analysis.runner import Answer

QUANTILES = {"wage_quartile_1_yuan": 0.25, "wage_median_yuan": 0.5, "wage_quartile_3_yuan": 0.75}
# What a column counts in one query, where that differs from its usual meaning.
COLUMN_BASES: dict[tuple[str, str], dict[str, Any]] = {
    ("sectors/by_region", "sector_openings"): {"of_places": ["liaoning_unit"]},
    ("universities/arrivals", "on_site_people"): {"has_time": True},
    ("universities/hosts", "on_site_people"): {"has_university": True},
}
# Of what a share is a part, where that is not everything selected: further conditions, and code columns that narrow it like the mark.
SHARE_BASES: dict[tuple[str, str], tuple[dict[str, Any], tuple[str, ...]]] = {
    ("overview/by_region", "openings_share"): ({"of_places": ["liaoning_unit"]}, ()),
    ("cities/regions", "openings_share"): ({"of_places": ["liaoning_unit"]}, ()),
    ("cities/sectors", "openings_share"): ({}, ("region_code",)),
    ("cities/employers", "openings_share"): ({}, ("region_code",)),
    ("universities/ranking", "people_share"): ({"has_university": True}, ()),
    ("universities/arrivals", "people_share"): ({"has_time": True}, ()),
}
# Code columns that do not narrow a column: a total that is repeated in every row of its group.
NOT_NARROWED_BY = {("sectors/by_region", "sector_openings"): "region_code", ("sectors/course", "sector_openings"): "half_starts_on"}
COUNTED_FAIRS = {
    "universities/ranking": replace(PEOPLE, measure="fairs"), "universities/hosts": replace(PEOPLE, measure="fairs"),
    "universities/broadcast": replace(VIEWS, measure="fairs"),
}  # fmt: skip
"""Questions whose fairs are those at which a mark was counted."""
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


def parts(answer: Answer, column: str, rows: list[Row], value: Any) -> list[Part]:
    """The parts of the number in ``column``, narrowed to what ``rows`` stand for; empty where no rule knows it or a code narrows nothing."""
    found = counted(answer, column, value)
    return [narrowed(part, rows) for part in found] if all(reaches(part, rows) for part in found) else []


def counted(answer: Answer, column: str, value: Any) -> list[Part]:
    """The parts of the number in ``column`` of ``answer``, before a row narrows them."""
    key = (answer.query.name, column)
    if column == "fairs" and answer.query.name in COUNTED_FAIRS:
        return [COUNTED_FAIRS[answer.query.name]]
    line = answer.parameters.get("threshold_yuan")
    found = _counts(line).get(column) or _ratios(line, *SHARE_BASES.get(key, ({}, ()))).get(column) or _quantiles(value).get(column, [])
    if key in NOT_NARROWED_BY:
        kept = tuple(name for name in CODE_PARAMETERS[found[0].records] if name != NOT_NARROWED_BY[key])
        found = [replace(part, codes=kept) for part in found]
    return [part.where(**COLUMN_BASES.get(key, {})) for part in found]


def _counts(line: int | None) -> dict[str, list[Part]]:
    known = {
        "openings": OPENINGS,
        "sector_openings": OPENINGS,
        "postings": POSTINGS,
        "openings_with_wage": WAGED,
        "postings_without_wage": POSTINGS.where(has_wage=False),
        "openings_over_threshold": OPENINGS.where(wage_over_yuan=line),
        "employers": Part("employers", "employers"),
        "fairs": FAIRS,
        "fairs_attended": replace(PEOPLE, measure="fairs"),
        "agreements": AGREEMENTS,
        "signing_regions": replace(AGREEMENTS, measure="regions"),
        "signing_universities": replace(AGREEMENTS, measure="universities"),
        "on_site_people": PEOPLE,
        "on_site_visits": VISITS,
        "live_views": VIEWS,
        "people_in_province": PEOPLE.where(is_in_province=True),
        "people_elsewhere": PEOPLE.where(is_in_province=False),
        "people_unstated": PEOPLE.where(has_university=False),
        "universities": UNIVERSITIES,
        "universities_in_province": UNIVERSITIES.where(is_in_province=True),
    }
    return {column: [part] for column, part in known.items()}


def _ratios(line: int | None, base: dict[str, Any], codes: tuple[str, ...]) -> dict[str, list[Part]]:
    """The shares; ``base`` and ``codes`` say of what openings and people are a share."""
    known = PEOPLE.where(has_university=True)
    return {
        "openings_share": share(OPENINGS, OPENINGS.where(**base), codes),
        "openings_unstated_share": ratio(POSTINGS.where(is_unstated=True), POSTINGS),
        "postings_without_wage_share": ratio(POSTINGS.where(has_wage=False), POSTINGS),
        "openings_over_threshold_share": ratio(OPENINGS.where(wage_over_yuan=line), WAGED),
        "openings_per_attendee": ratio(OPENINGS.where(is_attended=True), PEOPLE),
        "people_share": share(PEOPLE, PEOPLE.where(**base), codes),
        "in_province_share": ratio(PEOPLE.where(is_in_province=True), known),
        "elsewhere_share": ratio(PEOPLE.where(is_in_province=False), known),
    }


def _quantiles(value: Any) -> dict[str, list[Part]]:
    """A quantile of the wage: the openings that state one, and those of them that pay no more than the number."""
    return dict.fromkeys(QUANTILES, quantile(value)) if value is not None else {}


def quantile(value: Any) -> list[Part]:
    """The two parts of a quantile of the wage."""
    return [replace(WAGED, role="base"), replace(OPENINGS.where(wage_up_to_yuan=int(value)), role="half")]


def narrowed(part: Part, rows: list[Row]) -> Part:
    """``part`` cut down to what the ``rows`` stand for."""
    names = CODE_PARAMETERS[part.records]
    conditions: dict[str, Any] = {}
    for name in names if part.codes is None else part.codes:
        if rows and name in rows[0]:
            values = codes_of(rows, name)
            conditions[names[name]] = values[0] if names[name] in SINGLE else values
    return part.where(**conditions, **(_breakdown(rows) if part.codes is None else {}))


def reaches(part: Part, rows: list[Row]) -> bool:
    """True when the records of ``part`` can be narrowed by every code of the rows; what a share is a part of need not be."""
    known = set().union(*CODE_PARAMETERS.values()) & set(rows[0] if rows else ())
    return part.codes is not None or known <= CODE_PARAMETERS[part.records].keys()


def _breakdown(rows: list[Row]) -> dict[str, Any]:
    if not rows or rows[0].get("breakdown") not in BREAKDOWNS:
        return {}
    values = [row["value_code"] for row in rows]
    if rows[0]["breakdown"] == "region" and set(values) <= {"elsewhere", "unknown"}:
        return {"of_places": values if values == ["unknown"] else OUTSIDE_PLACES}
    return {BREAKDOWNS[rows[0]["breakdown"]]: values}
