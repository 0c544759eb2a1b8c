-- Question: What do the openings pay, band by band?
-- Grain: one row per band of 1,000 yuan from the first to the last that has openings, those between without any too; the last band is open
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
-- Columns:
--   band_start_yuan integer [yuan a month]: lower end of the band; a band holds wages above its lower end up to its upper end
--   openings bigint [openings]: people wanted
-- Order: band_start_yuan
-- Wages: by the thousand
-- Notes: A wage of exactly 10,000 is in the band from 9,000, so that the bands from 10,000 on are what is over the line.
with counts as (
    select
        cast(least((greatest(wage_yuan, 1) - 1) // 1000, 30) as integer) as band,
        cast(sum(openings) as bigint) as openings
    from waged_postings
    where wage_yuan is not null
    group by band
),
ends as (
    select min(band) as first_band, max(band) as last_band
    from counts
),
bands as (
    select cast(unnest(generate_series(first_band, last_band)) as integer) as band
    from ends
    where first_band is not null
)
select bands.band * 1000 as band_start_yuan, coalesce(counts.openings, 0) as openings
from bands
left join counts using (band)
order by band_start_yuan
