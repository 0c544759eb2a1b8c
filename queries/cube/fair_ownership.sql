-- Question: How many openings are there by fair and kind of ownership?
-- Grain: one row per fair and kind of ownership with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   fair_id integer: the fair
--   ownership varchar: the kind of ownership
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    fair_id,
    ownership,
    cast(sum(openings) as bigint) as openings
from selected_postings
group by fair_id, ownership
