"""What the numbers of the agreements count: agreements in their state on a day, and the people that they cover at the fairs of the 15 units."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from fairboard.analysis.explain_parts import AGREEMENTS, FAIRS, OPENINGS, PEOPLE, UNIVERSITIES, Part, Row, codes_of, plain, ratio
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer

IN_FORCE = AGREEMENTS.where(is_in_force=True)
LAPSED = AGREEMENTS.where(of_statuses=["lapsed"])
# All universities stand in the people of a region, whichever are chosen.
COUNTED = replace(PEOPLE.where(is_of_unit=True), filters={"university_codes": ()})
COVERED = COUNTED.where(is_under_agreement=True)
PARTNERS = replace(IN_FORCE, measure="universities", filters={"region_codes": (), "university_codes": ()})
PAIRED = replace(AGREEMENTS, filters={"region_codes": (), "university_codes": ()})
NO_FILTER = {name: value for name, value in vars(Filters()).items() if name != "record_kinds"}
DAYS = timedelta(days=365)


def parts(answer: Answer, column: str, rows: list[Row], value: Any) -> list[Part]:
    """The parts of the number in ``column`` for what ``rows`` stand for; empty where it counts no records."""
    name = answer.query.name.partition("/")[2]
    if name == "headline":
        return _of_day().get(column, [])
    if name == "pacts":
        return [part.where(of_provinces=codes_of(rows, "province_code")) if rows else part for part in _of_pact().get(column, [])]
    if name == "follow_through":
        return _around_signing(column, rows[0]) if rows else list(_signing_counts().get(column.rpartition("_")[0], ()))
    return [_narrowed(part, rows) for part in _of_regions(name, rows).get(column, [])]


def _of_day() -> dict[str, list[Part]]:
    counts = {
        "agreements_in_force": IN_FORCE,
        "agreements_expiring": AGREEMENTS.where(of_statuses=["expiring"]),
        "agreements_without_end": AGREEMENTS.where(of_statuses=["signed"]),
        "agreements_lapsed": LAPSED,
        "agreements_renewed": LAPSED.where(is_pair_in_force=True),
        "regions_under_agreement": replace(IN_FORCE, measure="regions").where(is_of_unit=True),
        "universities_under_agreement": replace(IN_FORCE, measure="universities"),
        "universities_inside": replace(IN_FORCE, measure="universities").where(is_in_province=True),
    }
    return {column: [part] for column, part in counts.items()} | _people()


def _people() -> dict[str, list[Part]]:
    return {
        "on_site_people": [COUNTED],
        "people_under_agreement": [COVERED],
        "people_without_agreement": [COUNTED.where(is_under_agreement=False, has_university=True)],
        "people_unstated": [COUNTED.where(has_university=False)],
        "attendance_under_agreement_share": ratio(COVERED, COUNTED),
    }


def _of_regions(name: str, rows: list[Row]) -> dict[str, list[Part]]:
    """Numbers of a region, or of a region and a university."""
    if name == "coverage":
        leader = COUNTED.where(of_universities=codes_of(rows, "leader_code")) if rows else COUNTED
        return _people() | {"agreements_in_force": [PARTNERS], "leader_people": [leader], "leader_share": ratio(leader, COUNTED)}
    if name == "matrix":
        return {"on_site_people": [COUNTED], "agreements": [PAIRED]}
    if name == "white_spots":
        whole = replace(COUNTED, codes=("region_code",))
        return {"on_site_people": [COUNTED], "region_people": [whole], "coverage_gain_share": ratio(COUNTED, whole)}
    return {}


def _narrowed(part: Part, rows: list[Row]) -> Part:
    """The region of a row is the host of the fairs for people, and the one that signed for agreements."""
    names = {"region_code": "of_regions" if part.records == "agreements" else "of_hosts", "university_code": "of_universities"}
    kept = [name for name in (names if part.codes is None else part.codes) if rows and name in rows[0]]
    return part.where(**{names[name]: codes_of(rows, name) for name in kept})


def _of_pact() -> dict[str, list[Part]]:
    return {"universities": [UNIVERSITIES], "on_site_people": [PEOPLE], "openings": [OPENINGS]}


def _signing_counts() -> dict[str, tuple[Part]]:
    return {"fairs": (FAIRS,), "people": (PEOPLE,), "openings": (OPENINGS,)}


def _around_signing(column: str, row: Row) -> list[Part]:
    """All fairs of the region in the 365 days before or after the day of signing, whatever else is selected."""
    what, _, side = column.rpartition("_")
    signed_on: date = plain(row["signed_on"])
    days = (signed_on - DAYS, signed_on - timedelta(days=1)) if side == "before" else (signed_on + timedelta(days=1), signed_on + DAYS)
    own = {"of_hosts": [row["region_code"]]} | ({"of_universities": [row["university_code"]]} if what == "people" else {})
    period = NO_FILTER | {"start_on": days[0], "end_on": days[1]}
    return [replace(part.where(**own), filters=period) for part in _signing_counts().get(what, ())]
