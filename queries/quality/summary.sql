-- Question: How much came in, and how much of it was left out or not understood?
-- Grain: one row
-- Uses: selected_batches
-- Columns:
--   files bigint [files]: imported files in use
--   files_ended bigint [files]: imported files that were replaced or undone
--   rows_read bigint [rows]: rows under the headers of the files in use
--   rows_loaded bigint [rows]: of these, rows that became records
--   rows_rejected bigint [rows]: of these, rows that could not be a record
--   rows_repeated bigint [rows]: of these, exact repeats, loaded once
--   cells_unparsed bigint [cells]: cells of the files in use whose text was kept but not understood
-- Order: none
-- Notes: Files that were replaced or undone are counted, their rows are not. Titles that no rule gives a sector are not among the cells.
select
    count(*) filter (where status = 'active') as files,
    count(*) filter (where status <> 'active') as files_ended,
    coalesce(cast(sum(rows_read) filter (where status = 'active') as bigint), 0) as rows_read,
    coalesce(cast(sum(rows_loaded) filter (where status = 'active') as bigint), 0) as rows_loaded,
    coalesce(cast(sum(rows_rejected) filter (where status = 'active') as bigint), 0) as rows_rejected,
    coalesce(cast(sum(rows_repeated) filter (where status = 'active') as bigint), 0) as rows_repeated,
    (
        select coalesce(cast(sum(cell_count) as bigint), 0)
        from unparsed_texts
        where
            field <> 'sector'
            and batch_id in (select batch_id from selected_batches where status = 'active')
    ) as cells_unparsed
from selected_batches
