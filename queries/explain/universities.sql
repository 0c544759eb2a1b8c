-- Question: Which universities are behind the number?
-- Grain: one row per university
-- Uses: explained_attendance
-- Parameters:
--   of_channel varchar: on_site or livestream; null for both
--   of_unit varchar: people, visits or views; null for any
--   of_fairs integer[]: only of these fairs; null for any
--   of_hosts varchar[]: only fairs hosted by these regions; null for any
--   of_universities varchar[]: only from these universities; null for any
--   of_provinces varchar[]: only from universities of these provinces, not_stated for those without one; null for any
--   of_degrees varchar[]: only these degrees, not_stated for none; null for any
--   of_disciplines varchar[]: only these disciplines, not_stated for none; null for any
--   of_hours integer[]: only slots that begin in these full hours; null for any
--   of_slots integer[]: only slots of ten minutes that begin at these minutes of the day; null for any
--   has_university boolean: true for counts with a known university, false for those without; null for both
--   is_in_province boolean: true for universities in Liaoning, false for those outside; null for any
--   has_time boolean: true for counts with a stated time, false for those without; null for both
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
