-- Question: Which of the selected fairs counted people on site?
-- Grain: one row per fair
-- Uses: hosted_fairs, counted_attendance
-- Columns:
--   fair_id integer: the fair
--   host_region_code varchar: the region that hosted it
--   has_disciplines boolean: true where at least one person was counted with a discipline
-- Order: none
-- Notes: Which university the people came from does not matter here.
select
    fair_id,
    hosted_fairs.host_region_code,
    bool_or(discipline_code is not null and attendance_count > 0) as has_disciplines
from hosted_fairs
inner join counted_attendance using (fair_id)
where channel = 'on_site' and unit = 'people'
group by fair_id, hosted_fairs.host_region_code
