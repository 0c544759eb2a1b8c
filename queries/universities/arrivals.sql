-- Question: When did people come?
-- Grain: one row per hour of the day in which people were counted on site
-- Uses: selected_attendance
-- Columns:
--   hour integer [hour]: full hour at which the slot begins, local time
--   on_site_people bigint [people]: people counted on site, over all selected fairs
--   people_share double [share]: of the people with a stated time
-- Order: hour
-- Notes: People without a stated time are left out.
with counts as (
    select cast(slot_minute // 60 as integer) as hour, cast(sum(attendance_count) as bigint) as on_site_people
    from selected_attendance
    where channel = 'on_site' and unit = 'people' and slot_minute is not null
    group by hour
)
select hour, on_site_people, on_site_people / nullif(sum(on_site_people) over (), 0)::double as people_share
from counts
order by hour
