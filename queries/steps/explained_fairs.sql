-- Question: Which fairs are behind a number?
-- Grain: one row per fair
-- Uses: hosted_fairs
-- Parameters:
--   of_fairs integer[]: only these fairs; null for any
--   of_hosts varchar[]: only fairs hosted by these regions; null for any
--   is_attended boolean: true for fairs at which people were counted on site, false for the others; null for both
--   is_by_discipline boolean: true for fairs that counted people on site by discipline, false for the others; null for both
-- Columns:
--   fair_id integer: the fair
-- Order: none
-- Notes: A lookup says again that its parameter is set, or it would be made in any case.
select *
from hosted_fairs
where
    ($of_fairs is null or fair_id in (select unnest($of_fairs)))
    and ($of_hosts is null or host_region_code in (select unnest($of_hosts)))
    and (
        $is_attended is null
        or (fair_id in (select fair_id from attendance where $is_attended is not null and channel = 'on_site' and unit = 'people')) = $is_attended
    )
    and (
        $is_by_discipline is null
        or $is_by_discipline = (
            fair_id in (
                select fair_id from attendance
                where $is_by_discipline is not null and channel = 'on_site' and unit = 'people' and discipline_code is not null and attendance_count > 0
            )
        )
    )
