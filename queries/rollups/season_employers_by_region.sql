-- Question: How much is wanted by first fair of a kind of record, place of work and employer?
-- Grain: one row per first fair of a kind of record, place of work and employer with a record
-- From: season_employers_by_demand
-- Order: the columns, from left to right
-- Notes: The highest wage tells whether one of the wages reaches a line; openings are never added up by it.
select
    first_fair_id,
    region_code,
    employer_id,
    max(highest_wage_min) as highest_wage_min,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from season_employers_by_demand
group by all
order by all
