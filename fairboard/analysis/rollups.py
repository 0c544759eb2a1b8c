"""Which table answers a question: the smallest rollup of the version that has every column the question needs, else the records.

The queries do not know. They read the steps ``counted_postings``, ``employed_pairs`` and ``counted_attendance``; here such a step is
replaced by a rollup where that gives the same answer.
"""

from collections.abc import Mapping, Set
from typing import Any

from fairboard.analysis.catalogue import Query

Tables = Mapping[str, tuple[int, frozenset[str]]]

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
# With one of these set, the fairs have to be told apart.
FAIR_PARAMETERS = ("fair_ids", "fair_kinds", "start_on", "end_before", "a_fair_ids", "b_fair_ids")
WAGE_COLUMNS = {None: set(), "floor": {"wage_min"}, "ceiling": {"wage_max"}, "midpoint": {"wage_min", "wage_max"}}
# What tells the two kinds of rollup apart, and the fair, by which every step selects.
# Employers are counted distinct by region, sector or ownership, so a rollup for them has all three.
STEP_COLUMNS = {
    "counted_postings": frozenset({"openings", "postings", "fair_id"}),
    "employed_pairs": frozenset({"participant_id", "fair_id", "region_code", "sector_code", "ownership"}),
    "counted_attendance": frozenset({"attendance_count", "fair_id", "channel", "unit"}),
}
# The column that may stand for another one: an employer who has to be found, not added up, reaches a wage when the highest of its wages
# does; and where no filter picks fairs, the first fair of its kind of record is selected when all of that kind are.
STANDING_IN = {"counted_postings": {}, "employed_pairs": {"participant_id": "employer_id", "wage_min": "highest_wage_min"}, "counted_attendance": {}}
STANDING_IN_FOR_FAIRS = {"fair_id": "first_fair_id"}


def statement(query: Query, values: dict[str, Any], tables: Tables) -> str:
    """The SQL of ``query`` to run with ``values``: on rollups where they are enough, else as it stands.

    ``tables`` are the rollups of the version by name: number of rows and columns.
    """
    filtered = {column for parameter, column in FILTER_COLUMNS.items() if values.get(parameter) is not None}
    if "fair_id" in query.tokens or any(values.get(parameter) is not None for parameter in FAIR_PARAMETERS):
        filtered.add("fair_id")
    named = query.tokens & POSTING_COLUMNS | WAGE_COLUMNS.get(values.get("wage_basis"), WAGE_COLUMNS["midpoint"])
    if "attended_postings" in query.steps:  # there the region is the host of the fair, whatever the statement names
        filtered, named = filtered - {"region_code"}, named - {"region_code"}
    # Employers are counted by the dimensions of their own rollup; what the rest of the statement names does not matter to it.
    people = query.tokens & ATTENDANCE_COLUMNS | ({"university_code"} if values.get("university_codes") is not None else set())
    needed = {"counted_postings": filtered | named, "employed_pairs": filtered, "counted_attendance": people | {"fair_id"}}
    # The highest of an employer's wages says nothing of an upper end: then the pairs themselves are read.
    whole = {"employed_pairs"} if values.get("wage_at_most_yuan") is not None else set()
    found = {step: smallest(step, needed[step], tables) for step in needed if step in query.steps and step not in whole}
    return query.with_steps_from({step: sql for step, sql in found.items() if sql})


def smallest(step: str, needed: Set[str], tables: Tables) -> str | None:
    """A select of the smallest rollup that has the columns ``needed`` and can take the place of ``step``; None where there is none."""
    standing_in = STANDING_IN[step] | ({} if "fair_id" in needed else STANDING_IN_FOR_FAIRS)
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
