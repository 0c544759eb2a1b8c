-- Question: How much is wanted by fair, place of work and wage, both ends as they are?
-- Grain: one row per fair, place of work and wage, both ends as they are with a record
-- From: rollup_wages
-- Order: the columns, from left to right
select
    fair_id,
    region_code,
    wage_min,
    wage_max,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_wages
group by all
order by all
