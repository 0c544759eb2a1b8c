"""The six questions that every page of this comparison asks, in SQL on the postings of one version.

Each has one chart of bars. A click on a region narrows the five other questions to it; the region that was clicked stays among the
others, and stands out. So every page sends new numbers to five charts and marks a bar in the sixth.

Every page but Mosaic's asks the SQL of this list: the postings are added up first and named afterwards, which is the faster way
round. Mosaic writes its own SQL from what its charts show; :func:`prepared` gives it the same postings with the names beside them.
This file runs in the environment of the other tools, too, and needs nothing but DuckDB.
"""

from dataclasses import dataclass
from typing import Any

import duckdb

Row = tuple[Any, str, int]


@dataclass(frozen=True)
class Question:
    """A question and how its chart is drawn.

    ``sql`` gives code, label and openings for each bar, in the order of the bars, and takes ``$region``, a region's code or null.
    ``is_ranking``: the bars lie, with the first one on top; else they stand, over codes that are numbers.
    """

    key: str
    title: str
    sql: str
    is_ranking: bool = True


WAGE_BAND = "least((greatest(wage_min, 1) - 1) // 1000, 30) * 1000"
NAMED = """
with counts as (
    select {key}, cast(sum(openings) as bigint) as openings
    from postings
    where $region is null or region_code = $region
    group by {key}
)
select {key} as code, {table}.name_zh as label, openings
from counts
inner join {table} using ({key})
order by {order}"""
REGIONS = """
with counts as (
    select region_code, cast(sum(openings) as bigint) as openings
    from postings
    group by region_code
)
select region_code as code, regions.short_zh as label, coalesce(openings, 0) as openings
from regions
left join counts using (region_code)
where regions.is_liaoning_unit
order by regions.official_order"""
WAGES = f"""
select {WAGE_BAND} as code, cast(code as varchar) as label, cast(sum(openings) as bigint) as openings
from postings
where wage_min is not null and ($region is null or region_code = $region)
group by code
order by code"""

QUESTIONS = (
    Question("sectors", "各行业需求", NAMED.format(key="sector_code", table="sectors",
                                              order="sector_code = 'unclassified', openings desc, sectors.official_order")),
    Question("regions", "各地区需求", REGIONS),
    Question("wages", "薪酬分布", WAGES, is_ranking=False),
    Question("fairs", "各场招聘会", NAMED.format(key="fair_id", table="fairs", order="fair_id"), is_ranking=False),
    Question("education", "学历要求", NAMED.format(key="education_level", table="education_levels", order="rank < 0, rank")),
    Question("ownership", "单位性质", NAMED.format(key="ownership", table="ownerships", order="ownership = 'unknown', openings desc, official_order")),
)  # fmt: skip
BY_KEY = {question.key: question for question in QUESTIONS}
NARROWED = tuple(question for question in QUESTIONS if question.key != "regions")


def opened(path: str) -> duckdb.DuckDBPyConnection:
    """The version at ``path``, to be opened once for each server; every question takes a cursor of its own."""
    return duckdb.connect(path, read_only=True)


def ask(connection: duckdb.DuckDBPyConnection, question: Question, region: str | None) -> list[Row]:
    """Code, label and openings of each bar, in the order of the bars."""
    values = {"region": region} if "$region" in question.sql else {}
    return connection.cursor().execute(question.sql, values).fetchall()


# For Mosaic: a row for each posting, with the names that its charts show, and nothing that they do not.
PREPARED = f"""
select
    sectors.name_zh as sector,
    regions.short_zh as region,
    case when wage_min is not null then cast({WAGE_BAND} as integer) end as wage_band,
    cast(fair_id as integer) as fair,
    education_levels.name_zh as education,
    ownerships.name_zh as ownership,
    cast(openings as integer) as openings
from postings
left join regions on postings.region_code = regions.region_code and regions.is_liaoning_unit
left join sectors using (sector_code)
left join education_levels using (education_level)
left join ownerships using (ownership)"""
