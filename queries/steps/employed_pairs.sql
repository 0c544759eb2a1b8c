-- Question: Which employers offered what, where?
-- Grain: one row per posting
-- Columns:
--   participant_id bigint: the employer
-- Order: none
-- Notes: The same answer is read from a rollup of this version wherever one has the columns that the question needs.
select *, employer_id as participant_id
from postings
