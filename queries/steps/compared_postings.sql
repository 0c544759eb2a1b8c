-- Question: Which of the selected postings stand on each side of a comparison?
-- Grain: one row per side and posting
-- Uses: selected_postings
-- Parameters:
--   a_fair_ids integer[]: the fairs of side A; null for all that are selected
--   a_region_codes varchar[]: the regions of side A; null for all
--   a_university_codes varchar[]: the universities of side A; null for all
--   b_fair_ids integer[]: the fairs of side B; null for all that are selected
--   b_region_codes varchar[]: the regions of side B; null for all
--   b_university_codes varchar[]: the universities of side B; null for all
-- Columns:
--   side varchar: a or b
--   posting_id bigint: the posting
-- Order: none
-- Notes: The region of a posting is the place of work. A side of universities has no postings, because a posting has no university.
select 'a' as side, *
from selected_postings
where
    ($a_fair_ids is null or fair_id in (select unnest($a_fair_ids)))
    and ($a_region_codes is null or region_code in (select unnest($a_region_codes)))
    and $a_university_codes is null
union all
select 'b' as side, *
from selected_postings
where
    ($b_fair_ids is null or fair_id in (select unnest($b_fair_ids)))
    and ($b_region_codes is null or region_code in (select unnest($b_region_codes)))
    and $b_university_codes is null
