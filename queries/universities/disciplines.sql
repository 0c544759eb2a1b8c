-- Question: Which disciplines did the people on site study?
-- Grain: one row per discipline category, and one for people without a stated discipline
-- Uses: selected_attendance
-- Columns:
--   discipline_code varchar: the discipline category; null where not stated
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   on_site_people bigint [people]: people counted on site
--   people_share double [share]: of all people counted on site
-- Order: on_site_people, descending; not stated last
with counts as (
    select discipline_code, cast(sum(attendance_count) as bigint) as on_site_people
    from selected_attendance
    where channel = 'on_site' and unit = 'people'
    group by discipline_code
    having sum(attendance_count) > 0
)
select
    discipline_code,
    coalesce(disciplines.name_zh, '未注明') as label_zh,
    coalesce(disciplines.name_en, 'Not stated') as label_en,
    counts.on_site_people,
    counts.on_site_people / nullif(sum(counts.on_site_people) over (), 0)::double as people_share
from counts
left join disciplines using (discipline_code)
order by discipline_code is null, counts.on_site_people desc, disciplines.official_order
