-- Question: How many people came from which university to the fairs of which of the 15 units?
-- Grain: one row per host region and university
-- Uses: hosted_fairs, counted_attendance
-- Columns:
--   region_code varchar: the region that hosted the fairs
-- Order: none
-- Notes: People counted on site at the selected fairs. The filter for universities is left out: they are told apart, and their people stay in the base.
select
    fairs.host_region_code as region_code,
    counted_attendance.university_code,
    cast(sum(counted_attendance.attendance_count) as bigint) as on_site_people
from counted_attendance
inner join fairs using (fair_id)
inner join regions on fairs.host_region_code = regions.region_code
where
    counted_attendance.fair_id in (select fair_id from hosted_fairs)
    and counted_attendance.channel = 'on_site'
    and counted_attendance.unit = 'people'
    and regions.is_liaoning_unit
group by fairs.host_region_code, counted_attendance.university_code
