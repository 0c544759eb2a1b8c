"""Which table answers a question: the smallest rollup of the version that has every column the question needs, else the records.

The queries do not know. They read the steps ``counted_postings``, ``employed_pairs`` and ``counted_attendance``; here such a step is
replaced by a rollup where that gives the same answer. The statement is made quick to plan as well (``folding``).
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from fairboard.analysis import catalogue, folding
from fairboard.analysis.catalogue import Query

Tables = Mapping[str, tuple[int, frozenset[str]]]


@dataclass(frozen=True)
class Fairs:
    """The selected fairs; ``is_whole`` where no fair of the selected kinds of record is left out."""

    ids: tuple[int, ...]
    is_whole: bool


# Every column of the postings; what else a query names is no concern of a rollup.
POSTING_COLUMNS = frozenset({
    "posting_id", "fair_id", "employer_id", "batch_id", "source_row", "title", "sector_code", "region_code", "place_text", "ownership",
    "industry_section", "education_level", "education_text", "wage_min", "wage_max", "wage_period", "wage_months", "wage_text", "headcount",
    "headcount_status", "major_text", "major_class_codes", "accepts_any_major", "named_disciplines", "experience_text",
})
ATTENDANCE_COLUMNS = frozenset({"batch_id", "university_code", "degree_level", "discipline_code", "major_class_code", "slot_minute"})
FILTER_COLUMNS = {
    "region_codes": "region_code",
    "a_region_codes": "region_code",
    "b_region_codes": "region_code",
    "sector_codes": "sector_code",
    "education_levels": "education_level",
    "ownerships": "ownership",
    "wage_at_least_yuan": "wage_min",
    "wage_at_most_yuan": "wage_min",
}
# What the steps behind name, whether it is asked for or not.
POSTING_STEP_COLUMNS = frozenset({*FILTER_COLUMNS.values(), "wage_max"})
NAMED_COLUMNS = {"counted_postings": POSTING_STEP_COLUMNS, "employed_pairs": POSTING_STEP_COLUMNS, "counted_attendance": frozenset({"university_code"})}
# With one of these set the fairs have to be told apart, unless it is known that it picks all of them.
FAIR_PARAMETERS = ("fair_ids", "fair_kinds", "start_on", "end_before")
SIDE_PARAMETERS = ("a_fair_ids", "b_fair_ids")
WAGE_COLUMNS = {None: set(), "floor": {"wage_min"}, "ceiling": {"wage_max"}, "midpoint": {"wage_min", "wage_max"}}
# What tells the two kinds of rollup apart, and the fair, by which every step selects.
STEP_COLUMNS = {
    "counted_postings": frozenset({"openings", "postings", "fair_id"}),
    "employed_pairs": frozenset({"participant_id", "fair_id"}),
    "counted_attendance": frozenset({"attendance_count", "fair_id", "channel", "unit"}),
}
# The column that may stand for another one. Where no filter picks fairs, the first fair of its kind of record is selected when all of that
# kind are. An employer who has to be found, not added up, reaches a wage when the highest of its wages does. A step of the wage is the wage
# itself where that is a whole thousand, and otherwise the half thousand between: it is over a line of whole thousands, or in a band of them,
# when the wage is.
NAMED_OTHERWISE = {"counted_postings": {}, "employed_pairs": {"participant_id": "employer_id"}, "counted_attendance": {}}
STANDING_IN_FOR_FAIRS = {"fair_id": "first_fair_id"}
STANDING_IN_FOR_WAGES = {"counted_postings": {"wage_min": "wage_step_yuan"}, "employed_pairs": {"wage_min": "highest_wage_min"}, "counted_attendance": {}}
EMPLOYER_COLUMNS = frozenset({"region_code", "sector_code", "education_level", "ownership", "wage_min"})


@dataclass(frozen=True)
class Shape:
    """Of the values that a query is asked with: all that decides how its statement is written. Most selections have the shape of one before.

    ``given`` and ``unset`` are the parameters with and without a value, ``lists`` those that hold a list, ``short_lists`` a list of one.
    ``has_whole_fairs`` is None where the fairs are not known. ``is_by_thousand``: line and ends of the wage lie at whole thousands.
    """

    given: frozenset[str]
    unset: frozenset[str]
    lists: frozenset[str]
    short_lists: frozenset[str]
    wage_basis: str | None
    is_by_thousand: bool
    has_whole_fairs: bool | None

    @classmethod
    def of(cls, values: Mapping[str, Any], fairs: Fairs | None) -> "Shape":
        """The shape of ``values`` and the fairs that they select."""
        unset = frozenset(name for name, value in values.items() if value is None)
        lists = frozenset(name for name, value in values.items() if isinstance(value, list))
        short_lists = frozenset(name for name in lists if len(values[name]) == 1)
        line, least, most = (values.get(name) or 0 for name in ("threshold_yuan", "wage_at_least_yuan", "wage_at_most_yuan"))
        is_by_thousand = line % 1000 == 0 and least % 1000 in (0, 1) and most % 1000 in (0, 999)
        return cls(frozenset(values) - unset, unset, lists, short_lists, values.get("wage_basis"), is_by_thousand, fairs and fairs.is_whole)


def statement(query: Query, shape: Shape, tables: Tables) -> str:
    """The SQL of ``query`` to run with values of ``shape``: on rollups where they are enough, else on the records, without what is not asked for.

    ``tables`` are the rollups of the version by name: number of rows and columns. Where the fairs are known, the statement may ask for their
    ids as ``$selected_fair_ids``.
    """
    found = _found(query, shape, tables)
    replaced = {step: sql for step, sql in found.items() if sql}
    listed = shape.lists if len(replaced) == len(found) else shape.short_lists

    def quick(sql: str) -> str:
        sql = folding.with_lists(folding.folded(sql, shape.unset), listed)
        return sql if shape.has_whole_fairs is None else folding.with_fairs(sql)

    steps, body = {step: quick(replaced.get(step, sql)) for step, sql in query.steps.items()}, quick(query.body)
    return catalogue.assembled(folding.asked_for(steps, body), body)


def _found(query: Query, shape: Shape, tables: Tables) -> dict[str, str | None]:
    """For each step of ``query`` that a rollup may take the place of: the select that does; None where there is none."""
    narrowed = {column for parameter, column in FILTER_COLUMNS.items() if parameter in shape.given}
    picking = SIDE_PARAMETERS if shape.has_whole_fairs else (*FAIR_PARAMETERS, *SIDE_PARAMETERS)
    picked = {"fair_id"} if shape.given & set(picking) else set()
    filtered = narrowed | picked | query.tokens & {"fair_id"}
    named = query.tokens & POSTING_COLUMNS | WAGE_COLUMNS.get(shape.wage_basis, WAGE_COLUMNS["midpoint"])
    if "attended_postings" in query.steps:  # there the region is the host of the fair, whatever the statement names
        filtered, named = filtered - {"region_code"}, named - {"region_code"}
    people = query.tokens & ATTENDANCE_COLUMNS | ({"university_code"} if "university_codes" in shape.given else set())
    employers = filtered | query.tokens & EMPLOYER_COLUMNS if query.employers_by is None else narrowed | picked | query.employers_by
    needed = {"counted_postings": filtered | named, "employed_pairs": employers, "counted_attendance": people | {"fair_id"}}
    # The highest of an employer's wages says nothing of an upper end: then a rollup that keeps every wage is read.
    can_stand_in = {"counted_postings": has_steps_enough(query, shape, named), "employed_pairs": "wage_at_most_yuan" not in shape.given}
    return {step: smallest(step, columns, tables, can_stand_in=can_stand_in.get(step, False)) for step, columns in needed.items() if step in query.steps}


def has_steps_enough(query: Query, shape: Shape, named: Set[str]) -> bool:
    """True when ``query`` answers alike from steps of the wage: it asks for no more of a wage, and line and ends lie at whole thousands."""
    if named & {"wage_min", "wage_max"} and not (query.has_wages_by_thousand and "wage_max" not in named):
        return False
    return shape.is_by_thousand


def smallest(step: str, needed: Set[str], tables: Tables, *, can_stand_in: bool = False) -> str | None:
    """A select of the smallest rollup that has the columns ``needed`` and can take the place of ``step``; None where there is none.

    ``can_stand_in`` says that a step of the wage, or the highest wage of an employer, may stand for the wage.
    """
    standing_in = NAMED_OTHERWISE[step] | ({} if "fair_id" in needed else STANDING_IN_FOR_FAIRS) | (STANDING_IN_FOR_WAGES[step] if can_stand_in else {})
    fitting = []
    for table, (size, columns) in tables.items():
        others = {column: other for column, other in standing_in.items() if column not in columns and other in columns}
        if needed | STEP_COLUMNS[step] <= columns | others.keys():
            fitting.append((size, table, columns, others))
    if not fitting:
        return None
    _, table, columns, others = min(fitting, key=lambda found: found[:2])
    # The steps name every column that a filter may ask for, whether it is set or not.
    lacking = NAMED_COLUMNS[step] - columns - others.keys()
    added = [f"{other} as {column}" for column, other in sorted(others.items())] + [f"null as {column}" for column in sorted(lacking)]
    return f"select {', '.join(['*', *added])}\nfrom {table}"
