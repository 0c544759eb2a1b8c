-- Question: How many openings are there by place of work and level of education?
-- Grain: one row per place of work and level of education with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   region_code varchar: the place of work; null where not known
--   education_level varchar: the level of education
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    region_code,
    education_level,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by region_code, education_level
