-- Question: Which postings are behind the number?
-- Grain: one row per posting
-- Uses: explained_postings, described_postings
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   described_postings.*
--   weight double: part of the posting that counts; null where all of it does
--   weighted_openings double [openings]: people wanted, times the weight; null where all of a posting counts
-- Order: posting_id
with shown as (
    select posting_id, weight, weighted_openings
    from explained_postings
    order by posting_id
    limit $row_limit
)
select described_postings.*, shown.weight, shown.weighted_openings
from described_postings
inner join shown using (posting_id)
where posting_id in (select posting_id from shown)
order by posting_id
