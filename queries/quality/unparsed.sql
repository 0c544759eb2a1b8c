-- Question: Which texts were not understood, the most frequent first?
-- Grain: one row per field and text
-- Uses: selected_batches
-- Columns:
--   field varchar: the field
--   text varchar: the text
--   cell_count bigint [cells]: cells with this text
--   file_count bigint [files]: files in which it stands
-- Order: number of cells, descending
-- Notes: The row is a record all the same; only this value is missing, and the text is kept.
select field, text, cast(sum(cell_count) as bigint) as cell_count, count(distinct batch_id) as file_count
from unparsed_texts
where batch_id in (select batch_id from selected_batches)
group by field, text
order by cell_count desc, field, text
