-- Question: How much is wanted by fair, place of work, sector and lower end of the wage?
-- Grain: one row per fair, place of work, sector and lower end of the wage with a record
-- From: rollup_floors
-- Order: the columns, from left to right
select
    fair_id,
    sector_code,
    region_code,
    wage_min,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_floors
group by all
order by all
