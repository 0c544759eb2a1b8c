-- Question: Which school-site agreements are selected?
-- Grain: one row per agreement
-- Uses: selected_fairs
-- Columns:
--   agreement_id integer: the agreement
-- Order: none
-- Notes: The period is that of the signing. With a fair or a kind of fair chosen, only agreements signed at such a fair.
select agreements.*
from agreements
where
    list_contains($record_kinds, record_kind)
    and ($region_codes is null or list_contains($region_codes, region_code))
    and ($university_codes is null or list_contains($university_codes, university_code))
    and ($start_on is null or signed_on >= $start_on)
    and ($end_before is null or signed_on < $end_before)
    and (($fair_ids is null and $fair_kinds is null) or fair_id in (select fair_id from selected_fairs))
