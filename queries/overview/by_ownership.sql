-- Question: Which kinds of ownership offer most openings?
-- Grain: one row per kind of ownership with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   ownership varchar: the kind of ownership
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings bigint [openings]: people wanted
-- Order: openings, descending; not stated last
with counts as (
    select ownership, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by ownership
)
select
    ownership,
    ownerships.name_zh as label_zh,
    ownerships.name_en as label_en,
    openings
from counts
inner join ownerships using (ownership)
order by ownership = 'unknown', openings desc, ownerships.official_order
