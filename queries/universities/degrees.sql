-- Question: Which degrees do the people on site hold or study for?
-- Grain: one row per degree level, and one for people without a stated degree
-- Uses: selected_attendance
-- Columns:
--   degree_level_code varchar: associate, bachelor, master or doctor; null where not stated
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   on_site_people bigint [people]: people counted on site
--   people_share double [share]: of all people counted on site
-- Order: from associate to doctor; not stated last
with counts as (
    select degree_level, cast(sum(attendance_count) as bigint) as on_site_people
    from selected_attendance
    where channel = 'on_site' and unit = 'people'
    group by degree_level
    having sum(attendance_count) > 0
)
select
    counts.degree_level as degree_level_code,
    coalesce(education_levels.name_zh, '未注明') as label_zh,
    coalesce(education_levels.name_en, 'Not stated') as label_en,
    counts.on_site_people,
    counts.on_site_people / nullif(sum(counts.on_site_people) over (), 0)::double as people_share
from counts
left join education_levels on counts.degree_level = education_levels.education_level
order by counts.degree_level is null, education_levels.rank
