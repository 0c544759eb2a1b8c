-- Question: Which universities are behind the number?
-- Grain: one row per university
-- Uses: explained_attendance
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   university_code varchar: the university
--   university_label_zh varchar: the university in Chinese
--   university_label_en varchar: the university in English
--   fairs bigint [fairs]: fairs at which they were counted
--   attendance_count bigint [people, visits or views]: how many were counted
--   universities bigint [universities]: universities behind the number in all
-- Order: attendance_count, descending
with counts as (
    select university_code, count(distinct fair_id) as fairs, cast(sum(attendance_count) as bigint) as attendance_count
    from explained_attendance
    where university_code is not null
    group by university_code
),
shown as (
    select *, count(*) over () as universities
    from counts
    order by attendance_count desc, university_code
    limit $row_limit
)
select
    university_code,
    universities.name_zh as university_label_zh,
    universities.name_en as university_label_en,
    shown.fairs,
    shown.attendance_count,
    shown.universities
from shown
inner join universities using (university_code)
order by shown.attendance_count desc, university_code
