-- Question: Which of the selected counts of attendance stand on each side of a comparison?
-- Grain: one row per side and row of attendance
-- Uses: selected_attendance, hosted_fairs
-- Parameters:
--   a_fair_ids integer[]: the fairs of side A; null for all that are selected
--   a_region_codes varchar[]: the regions of side A; null for all
--   a_university_codes varchar[]: the universities of side A; null for all
--   b_fair_ids integer[]: the fairs of side B; null for all that are selected
--   b_region_codes varchar[]: the regions of side B; null for all
--   b_university_codes varchar[]: the universities of side B; null for all
-- Columns:
--   side varchar: a or b
--   fair_id integer: the fair
-- Order: none
-- Notes: The region of a count is the host region of its fair. People, visits and views are never added to each other.
select 'a' as side, *
from selected_attendance
where
    ($a_fair_ids is null or list_contains($a_fair_ids, fair_id))
    and ($a_region_codes is null or fair_id in (select fair_id from hosted_fairs where list_contains($a_region_codes, host_region_code)))
    and ($a_university_codes is null or list_contains($a_university_codes, university_code))
union all
select 'b' as side, *
from selected_attendance
where
    ($b_fair_ids is null or list_contains($b_fair_ids, fair_id))
    and ($b_region_codes is null or fair_id in (select fair_id from hosted_fairs where list_contains($b_region_codes, host_region_code)))
    and ($b_university_codes is null or list_contains($b_university_codes, university_code))
