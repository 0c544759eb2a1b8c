"""What the numbers of a comparison count: the records of one side, or of both, of which those of A are taken off."""

from dataclasses import replace
from typing import Any

from fairboard.analysis import explain_general
from fairboard.analysis.explain_parts import OPENINGS, PEOPLE, WAGED, Part, Row, codes_of, difference, share
from fairboard.analysis.runner import Answer
from fairboard.analysis.sides import SIDES

COMPARED = Part("compared", "openings")
EMPLOYERS = Part("identities", "employers")
CHANGES = {"openings_change": None, "volume_change": ["volume"], "sector_mix_change": ["sector_mix"], "region_mix_change": ["region_mix"]}
ONE_SIDED = {"new_openings": "b", "lost_openings": "a"}
MATCHED_PARTS = ["volume", "sector_mix", "region_mix"]
COUNTS = {
    "participations": replace(EMPLOYERS, measure="all_participations"),
    "employer_identities": EMPLOYERS,
    "first_time_employers": EMPLOYERS.where(is_first_time=True),
    "returning_employers": EMPLOYERS.where(is_first_time=False),
    "matched_employers": EMPLOYERS.where(is_matched=True),
}
LISTS = {
    ("matched_employers", "openings_a"): "identity_id", ("matched_employers", "openings_b"): "identity_id",
    ("possible_matches", "openings_a"): "identity_a_id", ("possible_matches", "openings_b"): "identity_b_id",
}  # fmt: skip
"""Columns of the lists of employers, with the column that names the employer."""


def parts(answer: Answer, column: str, rows: list[Row], value: Any) -> list[Part]:
    """The parts of the number in ``column`` for what ``rows`` stand for; empty where it counts no records."""
    name = answer.query.name.partition("/")[2]
    side = _side(column, rows)
    if name == "change" and (found := _of_change(column, side)):
        own = _of_cell(rows)
        return [part.where(**own) for part in found]
    if name in ("matched_employers", "possible_matches"):
        return _of_list(name, column, rows)
    if name == "employers" and column in COUNTS:
        return [COUNTS[column].where(of_sides=[side])]
    if column in ("people_change", "wage_difference_yuan"):
        return _of_both(answer, column, rows)
    return [part.of_side(side, selection(answer, side)) for part in _of_side(answer, column, rows, value)]


def _side(column: str, rows: list[Row]) -> str:
    """The side of a number: that of its column, else of its row."""
    named = [side for side in SIDES if column.endswith((f"_{side}", f"_{side}_yuan"))]
    return named[0] if named else rows[0].get("side", "") if rows else ""


def selection(answer: Answer, side: str) -> dict[str, tuple]:
    """The filters of a side, among those of both."""
    found = {}
    for name in ("fair_ids", "region_codes", "university_codes"):
        codes, selected = answer.parameters.get(f"{side}_{name}"), getattr(answer.filters, name)
        if codes:
            found[name] = tuple(code for code in codes if not selected or code in selected) or tuple(codes)
    return found


def _of_side(answer: Answer, column: str, rows: list[Row], value: Any) -> list[Part]:
    """Numbers that the general rules know, for one side."""
    usual = {"openings_a": OPENINGS, "openings_b": OPENINGS, "openings_with_wage_a": WAGED, "openings_with_wage_b": WAGED, "people_a": PEOPLE, "people_b": PEOPLE}
    if column in usual:
        return [explain_general.narrowed(usual[column], rows)]
    if column in ("openings_share_a", "openings_share_b"):
        return [explain_general.narrowed(part, rows) for part in share(WAGED, WAGED)]
    if column in ("wage_a_yuan", "wage_b_yuan"):
        return explain_general.quantile(value) if value is not None else []
    return explain_general.parts(answer, column, rows, value)


def _of_both(answer: Answer, column: str, rows: list[Row]) -> list[Part]:
    """The numbers of both sides, of which that of A is taken off."""
    a, b = ([part.of_side(side, selection(answer, side)) for part in _one(answer, column, side, rows)] for side in SIDES)
    return [*a, *b] if column == "wage_difference_yuan" else difference(a[0], b[0])


def _one(answer: Answer, column: str, side: str, rows: list[Row]) -> list[Part]:
    if column == "people_change":
        return _of_side(answer, f"people_{side}", rows, None)
    wage = rows[0][f"wage_{side}_yuan"] if rows else 0
    return explain_general.quantile(wage) if wage is not None else []


def _of_change(column: str, side: str) -> list[Part]:
    """A change, or a part of it: what one side offers less what the other does, or what is on one side only."""
    if column in CHANGES:
        both = COMPARED if CHANGES[column] is None else COMPARED.where(of_parts=CHANGES[column])
        return difference(_on(both, "a"), _on(both, "b"))
    if column in ONE_SIDED:
        return [_on(COMPARED.where(of_parts=["new" if column == "new_openings" else "lost"]), ONE_SIDED[column])]
    return [_on(COMPARED.where(of_parts=MATCHED_PARTS), side)] if column.startswith("matched_openings") else []


def _on(part: Part, side: str) -> Part:
    return replace(part.where(of_sides=[side]), side=side)


def _of_cell(rows: list[Row]) -> dict[str, Any]:
    """The sector or the place of work of a row of the change."""
    names = {"sector": "of_sectors", "region": "of_regions"}
    return {names[rows[0]["breakdown"]]: codes_of(rows, "value_code")} if rows and rows[0]["breakdown"] in names else {}


def _of_list(name: str, column: str, rows: list[Row]) -> list[Part]:
    """Openings of the employers of a list, one under several names counted once."""
    if column == "openings_change":
        own = COMPARED.where(of_identities=codes_of(rows, "identity_id")) if rows else COMPARED
        return difference(_on(own, "a"), _on(own, "b"))
    if (name, column) not in LISTS:
        return []
    own = COMPARED.where(of_identities=codes_of(rows, LISTS[name, column])) if rows else COMPARED
    return [_on(own, column[-1])]
