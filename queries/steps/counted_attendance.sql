-- Question: How much does each row of attendance count?
-- Grain: one row per row of attendance
-- Columns:
--   attendance_count bigint: people, visits or views
-- Order: none
-- Notes: The same answer is read from a rollup of this version wherever one has the columns that the question needs.
select *
from attendance
