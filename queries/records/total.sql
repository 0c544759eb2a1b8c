-- Question: How many postings are in the selection?
-- Grain: one row
-- Uses: selected_postings
-- Columns:
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
-- Order: none
-- Notes: The same as records/count without a text to search for, from less.
select cast(coalesce(sum(postings), 0) as bigint) as postings, cast(coalesce(sum(openings), 0) as bigint) as openings
from selected_postings
