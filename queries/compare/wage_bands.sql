-- Question: How do the wages of the two sides spread?
-- Grain: one row per band of 1,000 yuan that has openings on either side; the last band is open
-- Uses: compared_postings
-- Columns:
--   band_start_yuan integer [yuan a month]: lower end of the band; a band holds wages above its lower end up to its upper end
--   openings_a bigint [openings]: people wanted on side A
--   openings_b bigint [openings]: people wanted on side B
--   openings_share_a double [share]: of the openings of side A that state a wage
--   openings_share_b double [share]: of the openings of side B that state a wage
-- Order: band_start_yuan
-- Wages: by the thousand
-- Notes: By the lower end of the wage range. A wage of exactly 10,000 is in the band from 9,000. Postings without a wage are left out.
with bands as (
    select
        cast(least((greatest(wage_min, 1) - 1) // 1000, 30) * 1000 as integer) as band_start_yuan,
        coalesce(sum(openings) filter (where side = 'a'), 0) as openings_a,
        coalesce(sum(openings) filter (where side = 'b'), 0) as openings_b
    from compared_postings
    where wage_min is not null
    group by band_start_yuan
)
select
    band_start_yuan,
    cast(openings_a as bigint) as openings_a,
    cast(openings_b as bigint) as openings_b,
    openings_a / nullif(sum(openings_a) over (), 0)::double as openings_share_a,
    openings_b / nullif(sum(openings_b) over (), 0)::double as openings_share_b
from bands
order by band_start_yuan
