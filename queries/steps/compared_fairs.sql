-- Question: Which of the selected fairs stand on each side of a comparison?
-- Grain: one row per side and fair
-- Uses: selected_fairs
-- Parameters:
--   a_fair_ids integer[]: the fairs of side A; null for all that are selected
--   b_fair_ids integer[]: the fairs of side B; null for all that are selected
-- Columns:
--   side varchar: a or b
--   fair_id integer: the fair
-- Order: none
-- Notes: A fair may stand on both sides.
select 'a' as side, *
from selected_fairs
where $a_fair_ids is null or list_contains($a_fair_ids, fair_id)
union all
select 'b' as side, *
from selected_fairs
where $b_fair_ids is null or list_contains($b_fair_ids, fair_id)
