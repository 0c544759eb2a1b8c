-- Question: From which universities did most people come?
-- Grain: one row per university with people counted on site
-- Uses: selected_attendance
-- Columns:
--   university_code varchar: the university
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   is_in_liaoning boolean: true where it is in the province
--   province_label_zh varchar: short name of its province in Chinese
--   province_label_en varchar: name of its province in English
--   on_site_people bigint [people]: people counted on site
--   people_share double [share]: of the people with a known university
--   fairs bigint [fairs]: fairs at which they were counted
-- Order: on_site_people, descending
with counts as (
    select university_code, cast(sum(attendance_count) as bigint) as on_site_people, count(distinct fair_id) as fairs
    from selected_attendance
    where channel = 'on_site' and unit = 'people' and university_code is not null
    group by university_code
    having sum(attendance_count) > 0
)
select
    university_code,
    universities.name_zh as label_zh,
    universities.name_en as label_en,
    universities.is_in_liaoning,
    regions.short_zh as province_label_zh,
    regions.name_en as province_label_en,
    counts.on_site_people,
    counts.on_site_people / nullif(sum(counts.on_site_people) over (), 0)::double as people_share,
    counts.fairs
from counts
inner join universities using (university_code)
left join regions on universities.province_code = regions.region_code
order by counts.on_site_people desc, university_code
