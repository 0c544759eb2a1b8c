-- Question: Which files came in last, and can be taken back?
-- Grain: one row per imported file whose records are in this version
-- Columns:
--   batch_id integer: the imported file
--   file_name varchar: name of the file as it was sent
--   table_kind varchar: what the file holds
--   office_zh varchar: office that sent it in Chinese, null when not stated
--   office_en varchar: office that sent it in English, null when not stated
--   fair_zh varchar: name of the fair in Chinese, null when it belongs to none
--   fair_en varchar: name of the fair in English, null when it belongs to none
--   imported_local varchar: day and time of the import, Beijing time
--   rows_loaded bigint [rows]: rows that became records
-- Order: newest first
-- Notes: At most ten; all of them are on the page Data quality.
select
    batches.batch_id,
    batches.file_name,
    batches.table_kind,
    regions.short_zh as office_zh,
    regions.name_en as office_en,
    fairs.name_zh as fair_zh,
    fairs.name_en as fair_en,
    strftime(batches.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local,
    batches.rows_loaded
from batches
left join regions on batches.office = regions.region_code
left join fairs on batches.fair_id = fairs.fair_id
where batches.status = 'active'
order by batches.batch_id desc
limit 10
