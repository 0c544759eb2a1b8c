-- Question: Which fairs are selected?
-- Grain: one row per fair
-- Columns:
--   fair_id integer: the fair
-- Order: none
select fair_id, fair_kind, record_kind, starts_on, host_region_code
from fairs
where
    ($fair_ids is null or list_contains($fair_ids, fair_id))
    and ($fair_kinds is null or list_contains($fair_kinds, fair_kind))
    and ($start_on is null or starts_on >= $start_on)
    and ($end_before is null or starts_on < $end_before)
    and list_contains($record_kinds, record_kind)
