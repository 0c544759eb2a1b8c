-- Question: What do the openings pay?
-- Grain: one row per band of 1,000 yuan that has openings; the last band is open
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
-- Columns:
--   band_start_yuan integer [yuan a month]: lower end of the band; a band holds wages above its lower end up to its upper end
--   openings bigint [openings]: people wanted
--   postings bigint [postings]: rows of the job tables
-- Order: band_start_yuan
-- Wages: by the thousand
-- Notes: A wage of exactly 10,000 is in the band from 9,000, so that the bands from 10,000 on are what is over the line.
select
    cast(least((greatest(wage_yuan, 1) - 1) // 1000, 30) * 1000 as integer) as band_start_yuan,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings
from waged_postings
where wage_yuan is not null
group by band_start_yuan
order by band_start_yuan
