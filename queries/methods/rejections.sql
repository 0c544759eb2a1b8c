-- Question: Why could rows not become records?
-- Grain: one row per imported file, column and reason
-- Columns:
--   batch_id integer: the imported file
--   file_name varchar: its name
--   column_name varchar: heading of the column at fault
--   reason varchar: why
--   row_count bigint [rows]: rows
-- Order: newest file first, then the number of rows
-- Notes: The rows themselves, with the value at fault, are in the table rejected_rows.
select
    rejected_rows.batch_id,
    batches.file_name,
    rejected_rows.column_name,
    rejected_rows.reason,
    count(*) as row_count
from rejected_rows
inner join batches using (batch_id)
group by all
order by rejected_rows.batch_id desc, row_count desc, rejected_rows.column_name, rejected_rows.reason
