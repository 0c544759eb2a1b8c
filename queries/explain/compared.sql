-- Question: Which postings of the two sides are behind the number?
-- Grain: one row per side and posting
-- Uses: explained_compared, described_postings
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   side_label_zh varchar: name of the side in Chinese
--   side_label_en varchar: name of the side in English
--   described_postings.*
-- Order: side, posting_id
with shown as (
    select side, posting_id
    from explained_compared
    order by side, posting_id
    limit $row_limit
)
select
    if(shown.side = 'a', '甲', '乙') as side_label_zh,
    upper(shown.side) as side_label_en,
    described_postings.*
from described_postings
inner join shown using (posting_id)
where posting_id in (select posting_id from shown)
order by shown.side, posting_id
