-- Question: How much is wanted by first fair of a kind of record, place of work, sector, education, ownership and lower end of the wage?
-- Grain: one row per first fair of a kind of record, place of work, sector, education, ownership and lower end of the wage with a record
-- From: season_wages
-- Order: the columns, from left to right
select
    first_fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    wage_min,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from season_wages
group by all
order by all
