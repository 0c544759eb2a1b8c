-- Question: Who came by fair, channel, unit, university, degree and discipline?
-- Grain: one row per fair, channel, unit, university, degree and discipline with a record
-- Uses: counted_attendance
-- Order: the columns, from left to right
select
    fair_id,
    channel,
    unit,
    university_code,
    degree_level,
    discipline_code,
    cast(sum(attendance_count) as bigint) as attendance_count
from counted_attendance
group by all
order by all
