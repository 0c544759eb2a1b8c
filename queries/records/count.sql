-- Question: How many postings match?
-- Grain: one row
-- Uses: found_postings
-- Parameters:
--   search varchar: a part of the title or of the employer's name, in any case; null for every posting
-- Columns:
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   first_posting_id bigint: the smallest number of a posting that matches; null where none does
--   last_posting_id bigint: the largest
-- Order: none
select
    count(*) as postings,
    cast(coalesce(sum(openings), 0) as bigint) as openings,
    min(posting_id) as first_posting_id,
    max(posting_id) as last_posting_id
from found_postings
