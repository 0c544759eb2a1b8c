-- Question: How much is wanted by fair, place of work, sector, education, ownership and title?
-- Grain: one row per fair, place of work, sector, education, ownership and title with a record
-- Uses: counted_postings
-- Order: the columns, from left to right
select
    fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    title,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from counted_postings
group by all
order by all
