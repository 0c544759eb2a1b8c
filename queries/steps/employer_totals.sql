-- Question: How many employers does the selection have?
-- Grain: one row
-- Uses: selected_pairs
-- Columns:
--   employers bigint [employers]: distinct employers with a posting in the selection
-- Order: none
select count(distinct participant_id) as employers
from selected_pairs
