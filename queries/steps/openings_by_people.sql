-- Question: How many openings stand against each person counted on site?
-- Grain: one row
-- Uses: selected_postings, selected_attendance
-- Columns:
--   openings_per_attendee double [openings a person]: openings of the fairs that counted people on site, by those people
-- Order: none
-- Notes: Fairs that counted nobody are left out of both.
with people_by_fair as (
    select fair_id, sum(attendance_count) as people
    from selected_attendance
    where channel = 'on_site' and unit = 'people' and attendance_count is not null
    group by fair_id
)
select
    cast(sum(openings) filter (where fair_id in (select fair_id from people_by_fair)) as bigint)
    / nullif((select sum(people) from people_by_fair), 0)::double as openings_per_attendee
from selected_postings
