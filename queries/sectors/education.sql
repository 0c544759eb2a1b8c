-- Question: Which education do the openings ask for?
-- Grain: one row per level of education with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   education_level varchar: the lowest level accepted
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of all openings in the selection
--   postings bigint [postings]: rows of the job tables
-- Order: rank of the level, lowest first; not stated last
with counts as (
    select education_level, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from selected_postings
    group by education_level
)
select
    education_level,
    education_levels.name_zh as label_zh,
    education_levels.name_en as label_en,
    openings,
    openings / nullif(sum(openings) over (), 0)::double as openings_share,
    postings
from counts
inner join education_levels using (education_level)
order by education_levels.rank < 0, education_levels.rank
