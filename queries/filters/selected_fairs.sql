-- Question: Which fairs do the filters pick, and are they all of their kinds of record?
-- Grain: one row per fair
-- Uses: selected_fairs
-- Columns:
--   fair_id integer: the fair
--   is_whole boolean: true where no fair of the selected kinds of record is left out
-- Order: fair_id
select fair_id, count(*) over () = (select count(*) from fairs where list_contains($record_kinds, record_kind)) as is_whole
from selected_fairs
order by fair_id
