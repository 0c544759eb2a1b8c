-- Question: Which employers are selected?
-- Grain: one row per posting or rollup cell: to be counted distinct
-- Uses: selected_fairs, employed_pairs
-- Columns:
--   participant_id bigint: the employer
-- Order: none
select *
from employed_pairs
where
    fair_id in (select fair_id from selected_fairs)
    and ($region_codes is null or region_code in (select unnest($region_codes)))
    and ($sector_codes is null or sector_code in (select unnest($sector_codes)))
    and ($education_levels is null or education_level in (select unnest($education_levels)))
    and ($ownerships is null or ownership in (select unnest($ownerships)))
    and ($wage_at_least_yuan is null or wage_min >= $wage_at_least_yuan)
    and ($wage_at_most_yuan is null or wage_min <= $wage_at_most_yuan)
