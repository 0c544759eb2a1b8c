-- Question: Which imported files are selected?
-- Grain: one row per imported file
-- Uses: selected_fairs
-- Columns:
--   batch_id integer: the imported file
-- Order: none
-- Notes: A file goes with its fair. One without a fair, or whose fair is gone, is selected while no filter picks fairs.
select *
from batches
where
    fair_id in (select fair_id from selected_fairs)
    or (
        $fair_ids is null
        and $fair_kinds is null
        and $start_on is null
        and $end_before is null
        and (fair_id is null or fair_id not in (select fair_id from fairs))
    )
