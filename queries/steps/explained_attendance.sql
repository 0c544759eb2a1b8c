-- Question: Which counts of attendance are behind a number?
-- Grain: one row per row of attendance
-- Uses: selected_attendance, paired_agreements
-- Parameters:
--   of_channel varchar: on_site or livestream; null for both
--   of_unit varchar: people, visits or views; null for any
--   of_fairs integer[]: only of these fairs; null for any
--   of_hosts varchar[]: only fairs hosted by these regions; null for any
--   of_universities varchar[]: only from these universities; null for any
--   of_provinces varchar[]: only from universities of these provinces, not_stated for those without one; null for any
--   of_degrees varchar[]: only these degrees, not_stated for none; null for any
--   of_disciplines varchar[]: only these disciplines, not_stated for none; null for any
--   of_hours integer[]: only slots that begin in these full hours; null for any
--   of_slots integer[]: only slots of ten minutes that begin at these minutes of the day; null for any
--   has_university boolean: true for counts with a known university, false for those without; null for both
--   is_in_province boolean: true for universities in Liaoning, false for those outside; null for any
--   has_time boolean: true for counts with a stated time, false for those without; null for both
--   is_by_discipline boolean: true for fairs that counted people on site by discipline, false for the others; null for both
--   is_in_crosswalk boolean: true for disciplines of the crosswalk, false for the others; null for both
--   is_weighted boolean: true to count people times the weight of their discipline in the crosswalk; null for people as they are
--   of_sectors varchar[]: only the weights of these sectors; null for all that are selected
--   is_of_unit boolean: true for fairs hosted by one of the 15 units of the province, false for the others; null for any
--   as_of_on date: the day of which the state of agreements is told; null for none
--   is_under_agreement boolean: true for universities with an agreement with the host in force on the day, false for the others; null for both
-- Columns:
--   fair_id integer: the fair
--   weight double: part of the people that counts; null where all of them do
--   weighted_count double [people]: people, times the weight
-- Order: none
-- Notes: Every parameter narrows the selection further. Counts of zero are behind no number. A lookup says again that its parameter is set, or it would be made in any case.
with weights as (
    select discipline_code, sum(weight) as weight
    from discipline_sectors
    where
        $is_weighted
        and ($of_sectors is null or sector_code in (select unnest($of_sectors)))
        and ($sector_codes is null or sector_code in (select unnest($sector_codes)))
    group by discipline_code
)
select selected_attendance.*, weights.weight, selected_attendance.attendance_count * weights.weight as weighted_count
from selected_attendance
left join universities using (university_code)
left join weights using (discipline_code)
where
    selected_attendance.attendance_count > 0
    and ($of_channel is null or selected_attendance.channel = $of_channel)
    and ($of_unit is null or selected_attendance.unit = $of_unit)
    and ($of_fairs is null or selected_attendance.fair_id in (select unnest($of_fairs)))
    and (
        $of_hosts is null
        or selected_attendance.fair_id in (select fair_id from fairs where host_region_code in (select unnest($of_hosts)))
    )
    and ($of_universities is null or university_code in (select unnest($of_universities)))
    and ($of_provinces is null or coalesce(universities.province_code, 'not_stated') in (select unnest($of_provinces)))
    and ($of_degrees is null or coalesce(selected_attendance.degree_level, 'not_stated') in (select unnest($of_degrees)))
    and ($of_disciplines is null or coalesce(discipline_code, 'not_stated') in (select unnest($of_disciplines)))
    and ($of_hours is null or selected_attendance.slot_minute // 60 in (select unnest($of_hours)))
    and ($of_slots is null or selected_attendance.slot_minute // 10 * 10 in (select unnest($of_slots)))
    and ($has_university is null or (university_code is not null) = $has_university)
    and ($is_in_province is null or universities.is_in_liaoning = $is_in_province)
    and ($has_time is null or (selected_attendance.slot_minute is not null) = $has_time)
    and (
        $is_by_discipline is null
        or $is_by_discipline = (
            selected_attendance.fair_id in (
                select fair_id from attendance
                where $is_by_discipline is not null and channel = 'on_site' and unit = 'people' and discipline_code is not null and attendance_count > 0
            )
        )
    )
    and ($is_in_crosswalk is null or coalesce(discipline_code in (select discipline_code from discipline_sectors), false) = $is_in_crosswalk)
    and ($is_weighted is null or weights.weight > 0)
    and (
        $is_of_unit is null
        or $is_of_unit = (
            selected_attendance.fair_id in (
                select fair_id from fairs
                where host_region_code in (select region_code from regions where is_liaoning_unit)
            )
        )
    )
    and (
        $is_under_agreement is null
        or $is_under_agreement = (
            (selected_attendance.fair_id, coalesce(university_code, '')) in (
                select (fairs.fair_id, paired_agreements.university_code)
                from fairs
                inner join paired_agreements on fairs.host_region_code = paired_agreements.region_code
                where $is_under_agreement is not null and paired_agreements.is_in_force
            )
        )
    )
