-- Question: Who came by fair, channel, unit, university and minute of arrival?
-- Grain: one row per fair, channel, unit, university and minute of arrival with a record
-- Uses: counted_attendance
-- Order: the columns, from left to right
select
    fair_id,
    channel,
    unit,
    university_code,
    slot_minute,
    cast(sum(attendance_count) as bigint) as attendance_count
from counted_attendance
group by all
order by all
