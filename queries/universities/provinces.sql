-- Question: From which provinces did people come?
-- Grain: one row per province of a university, and one for people without a known university
-- Uses: selected_attendance
-- Columns:
--   province_code varchar: the province; null where the university is not known
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   is_in_liaoning boolean: true for Liaoning
--   on_site_people bigint [people]: people counted on site
--   people_share double [share]: of all people counted on site
--   universities bigint [universities]: distinct universities that they came from
-- Order: Liaoning first, then on_site_people descending, unknown last
with counts as (
    select
        universities.province_code,
        cast(sum(attendance_count) as bigint) as on_site_people,
        count(distinct selected_attendance.university_code) as universities
    from selected_attendance
    left join universities using (university_code)
    where channel = 'on_site' and unit = 'people'
    group by universities.province_code
    having sum(attendance_count) > 0
)
select
    province_code,
    coalesce(regions.short_zh, '未注明') as label_zh,
    coalesce(regions.name_en, 'Not stated') as label_en,
    coalesce(province_code = '210000', false) as is_in_liaoning,
    counts.on_site_people,
    counts.on_site_people / nullif(sum(counts.on_site_people) over (), 0)::double as people_share,
    counts.universities
from counts
left join regions on counts.province_code = regions.region_code
order by province_code is null, province_code <> '210000', counts.on_site_people desc, province_code
