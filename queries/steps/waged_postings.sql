-- Question: What wage does each selected posting state on the basis chosen?
-- Grain: one row per selected posting
-- Uses: selected_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
-- Columns:
--   wage_yuan integer [yuan a month]: the wage on the basis chosen, null where not stated
-- Order: none
select
    *,
    case $wage_basis
        when 'floor' then wage_min
        when 'ceiling' then wage_max
        else cast(floor((wage_min + wage_max) / 2.0 + 0.5) as integer)
    end as wage_yuan
from selected_postings
