"""Which table answers a question: the smallest rollup of the version that has every column the question needs, else the postings.

The queries do not know. They read the steps ``counted_postings`` and ``employed_pairs``; here one of these steps is replaced by a
rollup where that gives the same answer.
"""

from collections.abc import Mapping
from typing import Any

from fairboard.analysis.catalogue import Query

Tables = Mapping[str, tuple[int, frozenset[str]]]

# Every column of the postings; what else a query names is no concern of a rollup.
POSTING_COLUMNS = frozenset({
    "posting_id", "fair_id", "employer_id", "batch_id", "source_row", "title", "sector_code", "region_code", "place_text", "ownership",
    "industry_section", "education_level", "education_text", "wage_min", "wage_max", "wage_period", "wage_months", "wage_text", "headcount",
    "headcount_status", "major_text", "experience_text",
})
FILTER_COLUMNS = {
    "region_codes": "region_code",
    "sector_codes": "sector_code",
    "education_levels": "education_level",
    "ownerships": "ownership",
    "wage_at_least_yuan": "wage_min",
}
# What tells the two kinds of rollup apart.
# Employers are counted distinct by fair, region, sector or ownership, so a rollup for them has all four.
STEP_COLUMNS = {
    "counted_postings": frozenset({"openings", "postings"}),
    "employed_pairs": frozenset({"participant_id", "fair_id", "region_code", "sector_code", "ownership"}),
}


def statement(query: Query, values: dict[str, Any], tables: Tables) -> str:
    """The SQL of ``query`` to run with ``values``: on rollups where they are enough, else as it stands.

    ``tables`` are the rollups of the version by name: number of rows and columns.
    """
    filtered = {column for parameter, column in FILTER_COLUMNS.items() if values.get(parameter) is not None}
    replaced = {}
    for step in STEP_COLUMNS:
        if step in query.steps:
            # Employers are counted by the dimensions of their own rollup; what the rest of the statement names does not matter to it.
            needed = filtered | (query.tokens & POSTING_COLUMNS if step == "counted_postings" else set())
            table = smallest(needed | STEP_COLUMNS[step], tables)
            if table:
                replaced[step] = table
    return query.with_steps_from(replaced)


def smallest(needed: set[str] | frozenset[str], tables: Tables) -> str | None:
    """A select of the smallest rollup that has the columns ``needed``, with null for the posting columns it lacks."""
    fitting = [(size, table, columns) for table, (size, columns) in tables.items() if needed <= columns]
    if not fitting:
        return None
    _, table, columns = min(fitting)
    lacking = sorted({*FILTER_COLUMNS.values(), "wage_max"} - columns)
    nulls = "".join(f", null as {column}" for column in lacking)
    return f"select *{nulls}\nfrom {table}"

