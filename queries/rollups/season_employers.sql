-- Question: How much is wanted by first fair of a kind of record, place of work, sector, education, ownership and employer?
-- Grain: one row per first fair of a kind of record, place of work, sector, education, ownership and employer with a record
-- From: season_employers_by_floor
-- Order: the columns, from left to right
-- Notes: The highest wage tells whether one of the wages reaches a line; openings are never added up by it.
select
    first_fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    employer_id,
    max(wage_min) as highest_wage_min,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from season_employers_by_floor
group by all
order by all
