"""What the numbers of Supply and demand count: openings and people of the same fairs, and people times the weights of the crosswalk.

The region is the host of the fair for both, so it narrows openings by their fair and never by their place of work.
"""

from dataclasses import replace
from typing import Any

from fairboard.analysis.explain_parts import FAIRS, NOT_STATED, OPENINGS, PEOPLE, POSTINGS, Part, Row, codes_of, ratio, share
from fairboard.analysis.runner import Answer

ANY_MAJOR = "any_major"
ATTENDED = {"is_attended": True}
BY_DISCIPLINE = {"is_by_discipline": True}
NAMED = BY_DISCIPLINE | {"is_for_any_major": False}
LINKED = OPENINGS.where(**NAMED, is_in_crosswalk=True)
APPLICANTS = replace(PEOPLE, measure="weighted_count").where(**BY_DISCIPLINE, is_weighted=True)
WEIGHTED_OPENINGS = replace(OPENINGS, measure="weighted_openings").where(**NAMED)
OPENINGS_BASES = {"by_discipline": BY_DISCIPLINE, "by_sector": BY_DISCIPLINE, "by_sector_and_region": NAMED}
PEOPLE_BASES = {"by_discipline": BY_DISCIPLINE, "by_university": BY_DISCIPLINE}


def parts(answer: Answer, column: str, rows: list[Row], value: Any) -> list[Part]:
    """The parts of the number in ``column`` for what ``rows`` stand for; empty where it counts no records."""
    name = answer.query.name.partition("/")[2]
    found = _known(name).get(column, [])
    own = {"postings": _postings(name, rows), "attendance": _people(name, rows), "fairs": _hosts(rows)}
    narrowed = [part.where(**own[part.records]) if part.codes is None else part for part in found]
    return [_at_hosts(part, answer.filters.region_codes) for part in narrowed]


def _known(name: str) -> dict[str, list[Part]]:
    openings, people = OPENINGS.where(**OPENINGS_BASES.get(name, ATTENDED)), PEOPLE.where(**PEOPLE_BASES.get(name, {}))
    attended = POSTINGS.where(**ATTENDED)
    any_major = OPENINGS.where(**BY_DISCIPLINE, is_for_any_major=True)
    demand = {"by_sector": openings, "by_sector_and_region": openings, "by_university": WEIGHTED_OPENINGS}.get(name, LINKED)
    counts = {
        "fairs": FAIRS.where(**ATTENDED) if name == "by_region" else FAIRS,
        "attended_fairs": FAIRS.where(**ATTENDED),
        "discipline_fairs": FAIRS.where(**BY_DISCIPLINE),
        "openings": openings,
        "on_site_people": people,
        "any_major_openings": any_major,
        "crosswalk_openings": LINKED,
        "openings_weighted": WEIGHTED_OPENINGS,
        "applicants": APPLICANTS,
    }
    return {column: [part] for column, part in counts.items()} | {
        "openings_share": share(openings, openings),
        "people_share": share(people, people),
        "applicants_share": share(APPLICANTS, APPLICANTS),
        "openings_per_attendee": ratio(openings, people),
        "openings_per_applicant": ratio(demand, APPLICANTS),
        "people_covered_share": ratio(people.where(is_in_crosswalk=True), people),
        "postings_covered_share": ratio(attended.where(is_in_crosswalk=True), attended),
        "openings_covered_share": ratio(openings.where(is_in_crosswalk=True), openings),
        "any_major_share": ratio(any_major, OPENINGS.where(**BY_DISCIPLINE)),
    }


def _postings(name: str, rows: list[Row]) -> dict[str, Any]:
    """What a row stands for, in conditions on postings."""
    found = _hosts(rows) | _codes(rows, sector_code="of_sectors", education_level="of_educations")
    if name == "by_discipline":
        found |= _codes(rows, row_code="of_disciplines")
    if name == "by_sector" and rows:
        is_any = rows[0]["row_code"] == ANY_MAJOR
        found |= {"is_for_any_major": is_any, "of_sectors": None if is_any else found["of_sectors"]}
    if name == "by_university" and len(rows) == 1:
        found |= {"part_of_university": rows[0]["university_code"]}
    return found


def _people(name: str, rows: list[Row]) -> dict[str, Any]:
    """What a row stands for, in conditions on counts of attendance."""
    found = _hosts(rows) | _codes(rows, sector_code="of_sectors", university_code="of_universities", discipline_code="of_disciplines")
    if name == "by_discipline":
        found |= _codes(rows, row_code="of_disciplines")
    if degrees := _codes(rows, education_level="of_degrees"):
        found |= {"of_degrees": [*degrees["of_degrees"], *([NOT_STATED] if "unknown" in degrees["of_degrees"] else [])]}
    return found


def _hosts(rows: list[Row]) -> dict[str, Any]:
    return _codes(rows, region_code="of_hosts")


def _codes(rows: list[Row], **parameters: str) -> dict[str, Any]:
    return {parameter: codes_of(rows, column) for column, parameter in parameters.items() if rows and column in rows[0]}


def _at_hosts(part: Part, region_codes: tuple[str, ...]) -> Part:
    """``part`` with the regions selected as hosts."""
    if not region_codes:
        return part
    asked = part.conditions.get("of_hosts") or region_codes
    return replace(part, filters={"region_codes": ()}).where(of_hosts=[code for code in asked if code in region_codes])
