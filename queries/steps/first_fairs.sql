-- Question: Which is the first fair of the same kind of record?
-- Grain: one row per fair
-- Columns:
--   fair_id integer: the fair
--   first_fair_id integer: the first fair of its kind of record
-- Order: none
-- Notes: It stands for all fairs of a kind of record: where no filter picks fairs, either all of a kind are selected or none.
select fair_id, min(fair_id) over (partition by record_kind) as first_fair_id
from fairs
