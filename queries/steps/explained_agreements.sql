-- Question: Which agreements are behind a number?
-- Grain: one row per agreement
-- Uses: selected_agreements
-- Parameters:
--   of_agreements integer[]: only these agreements; null for any
--   of_regions varchar[]: only signed by these regions; null for any
--   of_universities varchar[]: only with these universities; null for any
-- Columns:
--   agreement_id integer: the agreement
-- Order: none
select *
from selected_agreements
where
    ($of_agreements is null or agreement_id in (select unnest($of_agreements)))
    and ($of_regions is null or region_code in (select unnest($of_regions)))
    and ($of_universities is null or university_code in (select unnest($of_universities)))
