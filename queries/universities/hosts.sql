-- Question: Which universities came to which region's fairs?
-- Grain: one row per university, of those with most people, and host region where people of it were counted
-- Uses: selected_attendance
-- Parameters:
--   most_universities integer: how many universities to show
-- Columns:
--   university_code varchar: the university
--   host_region_code varchar: the region that hosted the fairs
--   university_label_zh varchar: name of the university in Chinese
--   university_label_en varchar: name of the university in English
--   region_label_zh varchar: short name of the host in Chinese
--   region_label_en varchar: name of the host in English
--   on_site_people bigint [people]: people counted on site
--   fairs bigint [fairs]: fairs at which they were counted
-- Order: universities by all their people in the selection, descending; hosts in official order
with counts as (
    select
        university_code,
        fairs.host_region_code,
        cast(sum(attendance_count) as bigint) as on_site_people,
        count(distinct fair_id) as fairs
    from selected_attendance
    inner join fairs using (fair_id)
    where channel = 'on_site' and unit = 'people' and university_code is not null and fairs.host_region_code is not null
    group by university_code, fairs.host_region_code
    having sum(attendance_count) > 0
),
largest as (
    select university_code, sum(on_site_people) as all_people
    from counts
    group by university_code
    order by all_people desc, university_code
    limit $most_universities
)
select
    university_code,
    counts.host_region_code,
    universities.name_zh as university_label_zh,
    universities.name_en as university_label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    counts.on_site_people,
    counts.fairs
from largest
inner join counts using (university_code)
inner join universities using (university_code)
inner join regions on counts.host_region_code = regions.region_code
order by largest.all_people desc, university_code, regions.official_order
