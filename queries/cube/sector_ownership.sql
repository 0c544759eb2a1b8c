-- Question: How many openings are there by sector and kind of ownership?
-- Grain: one row per sector and kind of ownership with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   ownership varchar: the kind of ownership
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    sector_code,
    ownership,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by sector_code, ownership
