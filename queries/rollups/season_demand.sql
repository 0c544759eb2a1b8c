-- Question: How much is wanted by first fair of a kind of record, place of work and sector?
-- Grain: one row per first fair of a kind of record, place of work and sector with a record
-- From: season_background
-- Order: the columns, from left to right
select
    first_fair_id,
    sector_code,
    region_code,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from season_background
group by all
order by all
