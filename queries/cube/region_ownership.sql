-- Question: How many openings are there by place of work and kind of ownership?
-- Grain: one row per place of work and kind of ownership with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   region_code varchar: the place of work; null where not known
--   ownership varchar: the kind of ownership
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    region_code,
    ownership,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by region_code, ownership
