-- Question: How much is wanted by fair, place of work and sector?
-- Grain: one row per fair, place of work and sector with a record
-- From: rollup_background
-- Order: the columns, from left to right
select
    fair_id,
    sector_code,
    region_code,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_background
group by all
order by all
