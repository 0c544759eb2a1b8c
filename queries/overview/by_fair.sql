-- Question: How did the season go, fair by fair?
-- Grain: one row per fair with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   fair_id integer: the fair
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   fair_kind varchar: its kind
--   starts_on date: its first day
--   openings bigint [openings]: people wanted
--   postings bigint [postings]: rows of the job tables
-- Order: starts_on, fair_id
with counts as (
    select fair_id, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from selected_postings
    group by fair_id
)
select fair_id, fairs.name_zh as label_zh, fairs.name_en as label_en, fairs.fair_kind, fairs.starts_on, openings, postings
from counts
inner join fairs using (fair_id)
order by fairs.starts_on, fair_id
