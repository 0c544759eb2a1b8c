-- Question: How much does each posting count?
-- Grain: one row per posting
-- Columns:
--   postings integer [postings]: one
--   postings_unstated integer [postings]: one where the posting states no number of people
-- Order: none
-- Notes: The same answer is read from a rollup of this version wherever one has the columns that the question needs.
select *, 1 as postings, cast(headcount_status <> 'stated' as integer) as postings_unstated
from postings
