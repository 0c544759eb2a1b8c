-- Question: Which counts of attendance are behind the number?
-- Grain: one row per row of attendance
-- Uses: explained_attendance
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   fair_label_zh varchar: the fair in Chinese
--   fair_label_en varchar: the fair in English
--   starts_on date: first day of the fair
--   university_label_zh varchar: the university in Chinese; null where not stated
--   university_label_en varchar: the university in English; null where not stated
--   degree_label_zh varchar: degree in Chinese; null where not stated
--   degree_label_en varchar: degree in English; null where not stated
--   discipline_label_zh varchar: discipline category in Chinese; null where not stated
--   discipline_label_en varchar: discipline category in English; null where not stated
--   slot_start varchar: start of the slot as a time of the day; null where not stated
--   attendance_count bigint [people, visits or views]: how many were counted
--   weight double: part of the people that counts, by the crosswalk; null where all of them do
--   weighted_count double [people]: people, times the weight
--   unit_label_zh varchar: what is counted, in Chinese
--   unit_label_en varchar: what is counted, in English
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   batch_id integer: the imported file; null for the sample
--   fairs bigint [fairs]: fairs behind the number in all
-- Order: newest fair first; attendance_count, descending
-- Notes: People, visits and views are three units and never added to each other.
with shown as (
    select explained_attendance.*, fairs.name_zh, fairs.name_en, fairs.starts_on, fairs.record_kind
    from explained_attendance
    inner join fairs using (fair_id)
    order by fairs.starts_on desc, fair_id desc, explained_attendance.attendance_count desc, university_code, slot_minute
    limit $row_limit
)
select
    shown.name_zh as fair_label_zh,
    shown.name_en as fair_label_en,
    shown.starts_on,
    universities.name_zh as university_label_zh,
    universities.name_en as university_label_en,
    education_levels.name_zh as degree_label_zh,
    education_levels.name_en as degree_label_en,
    disciplines.name_zh as discipline_label_zh,
    disciplines.name_en as discipline_label_en,
    printf('%02d:%02d', shown.slot_minute // 60, shown.slot_minute % 60) as slot_start,
    shown.attendance_count,
    shown.weight,
    shown.weighted_count,
    case shown.unit when 'people' then '人' when 'visits' then '人次' else '观看人次' end as unit_label_zh,
    shown.unit as unit_label_en,
    case shown.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case shown.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    shown.batch_id,
    (select count(distinct fair_id) from explained_attendance) as fairs
from shown
left join universities using (university_code)
left join education_levels on shown.degree_level = education_levels.education_level
left join disciplines using (discipline_code)
order by shown.starts_on desc, shown.fair_id desc, shown.attendance_count desc, university_code, shown.slot_minute
