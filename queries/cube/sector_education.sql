-- Question: How many openings are there by sector and level of education?
-- Grain: one row per sector and level of education with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   education_level varchar: the level of education
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    sector_code,
    education_level,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by sector_code, education_level
