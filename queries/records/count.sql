-- Question: How many postings match?
-- Grain: one row
-- Uses: found_postings
-- Parameters:
--   search varchar: a part of the title or of the employer's name, in any case; null for every posting
-- Columns:
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
-- Order: none
select count(*) as postings, cast(coalesce(sum(openings), 0) as bigint) as openings
from found_postings
