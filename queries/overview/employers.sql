-- Question: How many employers does the selection have?
-- Grain: one row
-- Uses: employer_totals
-- Columns:
--   employers bigint [employers]: distinct employers with a posting in the selection
-- Order: none
-- Employers by: nothing
select *
from employer_totals
