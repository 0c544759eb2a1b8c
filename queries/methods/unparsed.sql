-- Question: Which texts could not be understood?
-- Grain: one row per imported file, field and text; the most frequent 500
-- Columns:
--   batch_id integer: the imported file
--   file_name varchar: its name
--   field varchar: the field
--   text varchar: the text
--   cell_count bigint [cells]: cells with this text
-- Order: number of cells, descending
-- Notes: Add a text that should be understood to the parsers, and import the file again.
select
    unparsed_texts.batch_id,
    batches.file_name,
    unparsed_texts.field,
    unparsed_texts.text,
    unparsed_texts.cell_count
from unparsed_texts
inner join batches using (batch_id)
order by unparsed_texts.cell_count desc, unparsed_texts.batch_id, unparsed_texts.field, unparsed_texts.text
limit 500
