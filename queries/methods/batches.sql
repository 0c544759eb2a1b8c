-- Question: Which files were imported, and what became of their rows?
-- Grain: one row per imported file
-- Columns:
--   batch_id integer: the imported file
--   file_name varchar: name of the file as it was sent
--   office varchar: office that sent it, null when not stated
--   imported_at timestamp: when, in UTC
--   sheet_count integer [sheets]: sheets read
--   rows_read bigint [rows]: rows under the header
--   rows_loaded bigint [rows]: rows that became records
--   rows_rejected bigint [rows]: rows that could not be a record
--   rows_repeated bigint [rows]: exact repeats, loaded once
--   sha256 varchar: SHA-256 of the file
-- Order: newest first
-- Notes: Rows read are the rows loaded, rejected and repeated together.
select batch_id, file_name, office, imported_at, sheet_count, rows_read, rows_loaded, rows_rejected, rows_repeated, sha256
from batches
order by batch_id desc
