-- Question: How many openings are there by sector and place of work?
-- Grain: one row per sector and place of work with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   region_code varchar: the place of work; null where not known
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    sector_code,
    region_code,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by sector_code, region_code
