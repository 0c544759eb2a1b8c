-- Question: Why were rows left out?
-- Grain: one row per reason and heading of the column at fault
-- Uses: selected_batches
-- Columns:
--   reason varchar: why the row could not be a record
--   column_name varchar: heading of the column at fault
--   row_count bigint [rows]: rows left out for it
--   file_count bigint [files]: files with such rows
-- Order: number of rows, descending
-- Notes: The rows themselves are another question of this page.
select reason, column_name, count(*) as row_count, count(distinct batch_id) as file_count
from rejected_rows
where batch_id in (select batch_id from selected_batches)
group by reason, column_name
order by row_count desc, reason, column_name
