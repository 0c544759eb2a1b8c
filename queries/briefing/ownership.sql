-- Question: Who hires, by kind of ownership?
-- Grain: one row per kind of ownership with a posting in the selection
-- Uses: selected_postings, selected_pairs
-- Columns:
--   ownership varchar: the kind of ownership
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   employers bigint [employers]: distinct employers with a posting in the selection
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of all openings in the selection
-- Order: employers, descending; not stated last
-- Employers by: ownership
with counts as (
    select ownership, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by ownership
),
hirers as (
    select ownership, count(distinct participant_id) as employers
    from selected_pairs
    group by ownership
)
select
    ownership,
    ownerships.name_zh as label_zh,
    ownerships.name_en as label_en,
    hirers.employers,
    counts.openings,
    counts.openings / nullif(sum(counts.openings) over (), 0)::double as openings_share
from counts
inner join hirers using (ownership)
inner join ownerships using (ownership)
order by ownership = 'unknown', hirers.employers desc, ownerships.official_order
