-- Question: How many people were counted on site, of which discipline?
-- Grain: one row per row of attendance
-- Uses: attended_fairs, selected_attendance
-- Columns:
--   attendance_count bigint [people]: people counted on site
--   host_region_code varchar: the region that hosted the fair
--   has_disciplines boolean: true where the fair counted people by discipline
-- Order: none
select selected_attendance.*, attended_fairs.host_region_code, attended_fairs.has_disciplines
from selected_attendance
inner join attended_fairs using (fair_id)
where channel = 'on_site' and unit = 'people'
