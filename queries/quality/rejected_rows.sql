-- Question: Which rows were left out?
-- Grain: one row per row left out and column at fault
-- Uses: selected_batches
-- Columns:
--   file_name varchar: its name
--   batch_number integer: the imported file, counted from 1
--   office_label_zh varchar: office that sent it in Chinese; null when not stated
--   office_label_en varchar: office that sent it in English; null when not stated
--   sheet varchar: sheet of the file
--   source_row integer: row in the file, counted from 1
--   column_name varchar: heading of the column at fault
--   value varchar: what stood there; null when empty
--   reason varchar: why the row could not be a record
-- Order: newest file first, then sheet and row
-- Notes: Send the rows back to the office; a new file of the same office replaces the old one.
select
    batches.file_name,
    rejected_rows.batch_id as batch_number,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    rejected_rows.sheet,
    rejected_rows.source_row,
    rejected_rows.column_name,
    rejected_rows.value,
    rejected_rows.reason
from rejected_rows
inner join batches using (batch_id)
left join regions as offices on batches.office = offices.region_code
where rejected_rows.batch_id in (select batch_id from selected_batches)
order by rejected_rows.batch_id desc, rejected_rows.sheet, rejected_rows.source_row, rejected_rows.column_name
