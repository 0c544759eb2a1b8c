-- Question: How well could the cells of each imported file be understood?
-- Grain: one row per imported file and field
-- Columns:
--   batch_id integer: the imported file
--   file_name varchar: its name
--   field varchar: the field
--   cells_filled bigint [cells]: cells that say something
--   cells_parsed bigint [cells]: of these, cells that were understood
--   cells_unparsed bigint [cells]: of these, cells whose text was kept but not understood
--   parsed_share double [share]: cells understood, of the cells that say something
-- Order: newest file first, then the field
-- Notes: A cell that cannot be understood leaves no value; its text is kept and counted.
with fields as (
    select batch_id, file_name, column_report, unnest(json_keys(column_report)) as field
    from batches
),
counts as (
    select
        batch_id,
        file_name,
        field,
        cast(json_value(column_report, '$."' || field || '".filled') as bigint) as cells_filled,
        cast(json_value(column_report, '$."' || field || '".parsed') as bigint) as cells_parsed
    from fields
)
select
    batch_id,
    file_name,
    field,
    cells_filled,
    cells_parsed,
    cells_filled - cells_parsed as cells_unparsed,
    cells_parsed / nullif(cells_filled, 0)::double as parsed_share
from counts
order by batch_id desc, field
