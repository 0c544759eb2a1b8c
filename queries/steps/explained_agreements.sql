-- Question: Which agreements are behind a number?
-- Grain: one row per agreement
-- Uses: selected_agreements, standing_agreements, paired_agreements
-- Parameters:
--   as_of_on date: the day of which the state of agreements is told; null for none
--   of_agreements integer[]: only these agreements; null for any
--   of_regions varchar[]: only signed by these regions; null for any
--   of_universities varchar[]: only with these universities; null for any
--   of_statuses varchar[]: only in these states on the day (in_force, expiring, signed, lapsed); null for any
--   is_in_force boolean: true for those in force on the day, false for the others; null for both
--   is_pair_in_force boolean: true where the region and the university have one in force on the day, false where not; null for both
--   is_of_unit boolean: true for those of the 15 units of the province, false for the others; null for any
--   is_in_province boolean: true for universities in Liaoning, false for those outside; null for any
-- Columns:
--   agreement_id integer: the agreement
--   status_code varchar: its state on the day; null where none is asked for
-- Order: none
-- Notes: With a day, all agreements signed until then, whichever period and fairs are selected; without one, those selected by their signing.
with told as (
    select agreements.*, standing_agreements.status_code, standing_agreements.is_in_force, paired_agreements.is_in_force as is_pair_in_force
    from agreements
    inner join standing_agreements using (agreement_id)
    inner join paired_agreements
        on
            agreements.region_code = paired_agreements.region_code
            and agreements.university_code = paired_agreements.university_code
    where
        ($region_codes is null or list_contains($region_codes, agreements.region_code))
        and ($university_codes is null or list_contains($university_codes, agreements.university_code))
    union all
    select *, null, null, null
    from selected_agreements
    where cast($as_of_on as date) is null
)
select told.*
from told
inner join universities using (university_code)
inner join regions on told.region_code = regions.region_code
where
    ($of_agreements is null or told.agreement_id in (select unnest($of_agreements)))
    and ($of_regions is null or told.region_code in (select unnest($of_regions)))
    and ($of_universities is null or told.university_code in (select unnest($of_universities)))
    and ($of_statuses is null or told.status_code in (select unnest($of_statuses)))
    and ($is_in_force is null or told.is_in_force = $is_in_force)
    and ($is_pair_in_force is null or told.is_pair_in_force = $is_pair_in_force)
    and ($is_of_unit is null or regions.is_liaoning_unit = $is_of_unit)
    and ($is_in_province is null or universities.is_in_liaoning = $is_in_province)
