-- Question: How do the openings spread over the wage bands, on both sides of the line?
-- Grain: one row per band of 1,000 yuan that has postings; the last band is open
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   band_start_yuan integer [yuan a month]: lower end of the band; a band holds wages above its lower end up to its upper end
--   openings bigint [openings]: people wanted
--   openings_over_threshold bigint [openings]: those of them that pay strictly more than the line
--   postings bigint [postings]: rows of the job tables
-- Order: band_start_yuan
-- Wages: by the thousand
-- Notes: A wage of exactly 10,000 is in the band from 9,000. A line within a band splits that band and no other.
with wages as (
    select wage_yuan, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from waged_postings
    where wage_yuan is not null
    group by wage_yuan
)
select
    cast(least((greatest(wage_yuan, 1) - 1) // 1000, 30) * 1000 as integer) as band_start_yuan,
    cast(sum(openings) as bigint) as openings,
    cast(coalesce(sum(openings) filter (where wage_yuan > $threshold_yuan), 0) as bigint) as openings_over_threshold,
    cast(sum(postings) as bigint) as postings
from wages
group by band_start_yuan
order by band_start_yuan
