"""Small aggregates that are built with every version, so that a page need not read every posting.

Each is a sum by some columns of the postings, or of the counts of attendance, and is stated once: in ROLLUPS. Which one answers a question is
decided by ``fairboard.analysis.rollups``.
"""

from dataclasses import dataclass

import duckdb

FLOOR = ("wage_min",)
WAGES = ("wage_min", "wage_max")
DEMAND = ("sector_code", "region_code")
BACKGROUND = ("education_level", "ownership")
MAJORS = ("accepts_any_major",)
COUNTED_PEOPLE = ("channel", "unit", "university_code")


def sums(*names: str) -> tuple[str, ...]:
    """The sums of the columns called ``names``, under their own names."""
    return tuple(f"cast(sum({name}) as bigint) as {name}" for name in names)


SUMS = sums("openings", "postings", "postings_unstated")
COUNTED_POSTINGS = """(
    select
        *, 1 as postings, cast(headcount_status <> 'stated' as integer) as postings_unstated,
        coalesce(len(major_class_codes) = 0, false) as accepts_any_major,
        list_sort(list_distinct(list_transform(major_class_codes, lambda code: left(code, 2)))) as named_disciplines
    from postings
) as counted_postings"""
# Disciplines are worked out once for each different list of majors, of which there are few, not once for each posting.
POSTINGS_BY_MAJORS = """(
    select
        fair_id, sector_code, education_level, ownership, openings, postings, postings_unstated,
        coalesce(len(major_class_codes) = 0, false) as accepts_any_major,
        list_sort(list_distinct(list_transform(major_class_codes, lambda code: left(code, 2)))) as named_disciplines
    from (
        select
            fair_id, sector_code, education_level, ownership, major_class_codes, sum(openings) as openings, count(*) as postings,
            count(*) filter (where headcount_status <> 'stated') as postings_unstated
        from postings
        group by all
    )
) as postings_by_majors"""
# A season goes by the first fair of its kind of record: as long as no filter picks fairs, either all fairs of a kind are selected or none.
FIRST_FAIRS = "(select fair_id, min(fair_id) over (partition by record_kind) as first_fair_id from fairs) as first_fairs"


@dataclass(frozen=True)
class Rollup:
    """The table ``<span>_<name>``: one row per value of ``columns`` with its ``sums``, from ``source``: postings, attendance or another rollup.

    A ``rollup`` tells the fairs apart. A ``season`` holds all fairs of one kind of record together, in a fifth of the rows. Rows are stored
    in the order of the columns: codes first, so that a filter by sector or region skips most of the table.
    """

    span: str
    name: str
    columns: tuple[str, ...]
    source: str = "postings"
    sums: tuple[str, ...] = SUMS

    @property
    def table(self) -> str:
        """The name of the table."""
        return f"{self.span}_{self.name}"

    @property
    def sql(self) -> str:
        """The SELECT that gives the rows."""
        dimensions = ("fair_id" if self.span == "rollup" else "first_fair_id", *self.columns)
        return f"select {', '.join((*dimensions, *self._highest(), *self.sums))}\nfrom {self._source()}\ngroup by all\norder by all"

    def _highest(self) -> tuple[str, ...]:
        """Of an employer without its wages, the highest: that tells whether one of them reaches a line."""
        has_wages = "employer_id" not in self.columns or "wage_min" in self.columns
        return () if has_wages else ("max(wage_min) as highest_wage_min",)

    def _source(self) -> str:
        by_majors = "named_disciplines" in self.columns
        source = (POSTINGS_BY_MAJORS if by_majors else COUNTED_POSTINGS) if self.source == "postings" else self.source
        is_of_one_span = self.span == "rollup" or self.source.startswith("season")
        return source if is_of_one_span else f"{source}\ninner join {FIRST_FAIRS} using (fair_id)"


ROLLUPS = (
    Rollup("rollup", "wages", (*DEMAND, *BACKGROUND, *WAGES)),
    Rollup("rollup", "wages_by_region", ("region_code", *WAGES), "rollup_wages"),
    Rollup("rollup", "floors", (*DEMAND, *BACKGROUND, *FLOOR), "rollup_wages"),
    Rollup("rollup", "floors_by_demand", (*DEMAND, *FLOOR), "rollup_floors"),
    Rollup("rollup", "floors_by_background", (*BACKGROUND, *FLOOR), "rollup_floors"),
    Rollup("rollup", "background", (*DEMAND, *BACKGROUND), "rollup_floors"),
    Rollup("rollup", "demand", DEMAND, "rollup_background"),
    Rollup("rollup", "titles", (*DEMAND, *BACKGROUND, "title")),
    Rollup("rollup", "titles_by_floor", ("sector_code", *FLOOR, "title")),
    Rollup("rollup", "employers", (*DEMAND, "ownership", "employer_id")),
    Rollup("rollup", "participations", ("employer_id",)),
    Rollup("rollup", "employers_by_education", (*DEMAND, *BACKGROUND, "employer_id")),
    Rollup("season", "wages", (*DEMAND, *BACKGROUND, *WAGES), "rollup_wages"),
    Rollup("season", "floors", (*DEMAND, *BACKGROUND, *FLOOR), "season_wages"),
    Rollup("season", "background", (*DEMAND, *BACKGROUND), "season_floors"),
    Rollup("season", "titles_by_floor", (*DEMAND, *BACKGROUND, *FLOOR, "title")),
    Rollup("season", "titles", (*DEMAND, *BACKGROUND, "title"), "season_titles_by_floor"),
    Rollup("season", "employers_by_floor", (*DEMAND, *BACKGROUND, *FLOOR, "employer_id")),
    Rollup("season", "employers", (*DEMAND, *BACKGROUND, "employer_id"), "season_employers_by_floor"),
    Rollup("rollup", "majors", (*DEMAND, *BACKGROUND, *MAJORS)),
    Rollup("rollup", "majors_by_floor", ("sector_code", *MAJORS, *FLOOR)),
    Rollup("rollup", "disciplines", ("sector_code", *BACKGROUND, *MAJORS, "named_disciplines")),
    Rollup("rollup", "people", (*COUNTED_PEOPLE, "degree_level", "discipline_code"), "attendance", sums("attendance_count")),
    Rollup("rollup", "people_by_university", COUNTED_PEOPLE, "rollup_people", sums("attendance_count")),
    Rollup("rollup", "people_by_minute", (*COUNTED_PEOPLE, "slot_minute"), "attendance", sums("attendance_count")),
)


def build(con: duckdb.DuckDBPyConnection) -> None:
    """(Re)make every rollup from the postings of this version, those first that others are summed up from."""
    for rollup in ROLLUPS:
        con.execute(f"create or replace table {rollup.table} as {rollup.sql}")
