-- Question: In what state is each school-site agreement on a day?
-- Grain: one row per agreement signed on the day or before
-- Parameters:
--   as_of_on date: the day of which the state is told
-- Columns:
--   agreement_id integer: the agreement
-- Order: none
-- Notes: Expiring is an agreement whose last day is the day itself or one of the 180 days after it. One without a last day is signed and taken to be in force.
select
    agreement_id,
    region_code,
    university_code,
    signed_on,
    in_force_until,
    case
        when in_force_until < $as_of_on then 'lapsed'
        when in_force_until <= cast($as_of_on as date) + 180 then 'expiring'
        when in_force_until is null then 'signed'
        else 'in_force'
    end as status_code,
    in_force_until is null or in_force_until >= $as_of_on as is_in_force
from agreements
where list_contains($record_kinds, record_kind) and signed_on <= $as_of_on
