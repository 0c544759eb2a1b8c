-- Question: Which counts of attendance are selected?
-- Grain: one row per row of attendance
-- Uses: hosted_fairs, counted_attendance
-- Columns:
--   fair_id integer: the fair
-- Order: none
-- Notes: People, visits and views are never added to each other.
select *
from counted_attendance
where
    fair_id in (select fair_id from hosted_fairs)
    and ($university_codes is null or list_contains($university_codes, university_code))
