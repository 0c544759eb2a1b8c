-- Question: How many openings are there by sector and fair?
-- Grain: one row per sector and fair with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   fair_id integer: the fair
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    sector_code,
    fair_id,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by sector_code, fair_id
