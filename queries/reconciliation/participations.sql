-- Question: How many pairs of fair and employer are there in the selection?
-- Grain: one row
-- Uses: selected_pairs
-- Columns:
--   participations bigint [participations]: pairs of a fair and an employer with a posting in the selection; an employer at two fairs counts twice
-- Order: none
-- Employers by: fair_id
with pairs as (
    select distinct fair_id, participant_id
    from selected_pairs
)
select count(*) as participations
from pairs
