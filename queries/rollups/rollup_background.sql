-- Question: How much is wanted by fair, place of work, sector, education and ownership?
-- Grain: one row per fair, place of work, sector, education and ownership with a record
-- From: rollup_steps
-- Order: the columns, from left to right
select
    fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_steps
group by all
order by all
