-- Question: How is a source of records named?
-- Grain: one row per imported file and kind of record, and one per kind of record for what came without a file
-- Columns:
--   batch_id integer: the imported file; null for records that came without one, such as the sample
--   file_name varchar: name of the file; null for records that came without one, such as the sample
--   office_label_zh varchar: who sent it, in Chinese; null where not known
--   office_label_en varchar: who sent it, in English; null where not known
--   imported_local varchar: when it was imported, Beijing time
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
-- Order: none
-- Notes: To be joined by batch_id and record_kind.
with files as (
    select batch_id, file_name, office, imported_at
    from batches
    union all
    select null, null, null, null
)
select
    files.batch_id,
    record_kind,
    files.file_name,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    strftime(files.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local,
    case record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en
from files
cross join unnest(['recorded', 'published', 'synthetic']) as kinds (record_kind)
left join regions as offices on files.office = offices.region_code
