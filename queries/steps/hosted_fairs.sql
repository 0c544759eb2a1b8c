-- Question: Which of the selected fairs were hosted by the selected regions?
-- Grain: one row per fair
-- Uses: selected_fairs
-- Columns:
--   fair_id integer: the fair
-- Order: none
-- Notes: For a fair and its attendance the region is the host city.
select *
from selected_fairs
where $region_codes is null or list_contains($region_codes, host_region_code)
