-- Question: Which postings match?
-- Grain: one row per posting
-- Uses: found_postings, described_postings
-- Parameters:
--   search varchar: a part of the title or of the employer's name, in any case; null for every posting
--   first_id bigint: the smallest number of a posting to give; null for the first there is
--   end_id bigint: the number before which to stop; null for the end
-- Columns:
--   described_postings.*
-- Order: posting_id
-- Notes: Read range by range into a file, so that it needs no more memory for many rows than for few.
with found as (
    select posting_id
    from found_postings
    where ($first_id is null or posting_id >= $first_id) and ($end_id is null or posting_id < $end_id)
)
select *
from described_postings
where posting_id in (select posting_id from found)
order by posting_id
