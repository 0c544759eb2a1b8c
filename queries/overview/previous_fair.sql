-- Question: Which fair of the same kind and kind of record came before the chosen one?
-- Grain: one row at most
-- Uses: selected_fairs
-- Columns:
--   fair_id integer: the fair before
-- Order: none
select earlier.fair_id
from selected_fairs as chosen
inner join fairs as earlier
    on
        earlier.fair_kind = chosen.fair_kind
        and earlier.record_kind = chosen.record_kind
        and (earlier.starts_on, earlier.fair_id) < (chosen.starts_on, chosen.fair_id)
order by earlier.starts_on desc, earlier.fair_id desc
limit 1
