-- Question: When was the live broadcast watched?
-- Grain: one row per slot of ten minutes in which views were counted
-- Uses: selected_attendance
-- Columns:
--   slot_minute smallint [minute of the day]: start of the slot in minutes after midnight, local time
--   slot_start varchar: start of the slot as a time of the day
--   live_views bigint [views]: views counted in the slot, over all selected fairs
--   fairs bigint [fairs]: fairs with a broadcast in the slot
-- Order: slot_minute
-- Notes: A view is not a person; views have no university. Views without a stated time are left out.
with slots as (
    select cast(slot_minute // 10 * 10 as smallint) as slot_minute, fair_id, attendance_count
    from selected_attendance
    where channel = 'livestream' and unit = 'views' and slot_minute is not null
)
select
    slot_minute,
    printf('%02d:%02d', slot_minute // 60, slot_minute % 60) as slot_start,
    cast(sum(attendance_count) as bigint) as live_views,
    count(distinct fair_id) as fairs
from slots
group by slot_minute
order by slot_minute
