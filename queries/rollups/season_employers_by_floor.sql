-- Question: How much is wanted by first fair of a kind of record, place of work, sector, education, ownership, lower end of the wage and employer?
-- Grain: one row per first fair of a kind of record, place of work, sector, education, ownership, lower end of the wage and employer with a record
-- Uses: counted_postings, first_fairs
-- Order: the columns, from left to right
select
    first_fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    wage_min,
    employer_id,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from counted_postings
inner join first_fairs using (fair_id)
group by all
order by all
