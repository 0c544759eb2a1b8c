-- Question: How many openings are there by level of education and kind of ownership?
-- Grain: one row per level of education and kind of ownership with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   education_level varchar: the level of education
--   ownership varchar: the kind of ownership
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    education_level,
    ownership,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by education_level, ownership
