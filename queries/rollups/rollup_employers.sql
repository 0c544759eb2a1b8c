-- Question: How much is wanted by fair, place of work, sector, ownership and employer?
-- Grain: one row per fair, place of work, sector, ownership and employer with a record
-- From: rollup_employers_by_education
-- Order: the columns, from left to right
-- Notes: The highest wage tells whether one of the wages reaches a line; openings are never added up by it.
select
    fair_id,
    sector_code,
    region_code,
    ownership,
    employer_id,
    max(highest_wage_min) as highest_wage_min,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_employers_by_education
group by all
order by all
