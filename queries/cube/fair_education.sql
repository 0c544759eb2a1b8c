-- Question: How many openings are there by fair and level of education?
-- Grain: one row per fair and level of education with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   fair_id integer: the fair
--   education_level varchar: the level of education
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    fair_id,
    education_level,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by fair_id, education_level
