-- Question: How much is wanted by first fair of a kind of record, place of work, sector, education, ownership and wage, both ends as they are?
-- Grain: one row per first fair of a kind of record, place of work, sector, education, ownership and wage, both ends as they are with a record
-- Uses: first_fairs
-- From: rollup_wages
-- Order: the columns, from left to right
select
    first_fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    wage_min,
    wage_max,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_wages
inner join first_fairs using (fair_id)
group by all
order by all
