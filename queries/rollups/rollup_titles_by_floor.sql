-- Question: How much is wanted by fair, sector, lower end of the wage and title?
-- Grain: one row per fair, sector, lower end of the wage and title with a record
-- Uses: counted_postings
-- Order: the columns, from left to right
select
    fair_id,
    sector_code,
    wage_min,
    title,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from counted_postings
group by all
order by all
