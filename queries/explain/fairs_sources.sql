-- Question: From which files do the fairs behind the number come?
-- Grain: one row per imported file and kind of record
-- Uses: hosted_fairs
-- Parameters:
--   of_fairs integer[]: only these fairs; null for any
-- Columns:
--   batch_id integer: the imported file; null for records that came without one, such as the sample
--   file_name varchar: name of the file; null for records that came without one, such as the sample
--   office_label_zh varchar: who sent it, in Chinese; null where not known
--   office_label_en varchar: who sent it, in English; null where not known
--   imported_local varchar: when it was imported, Beijing time
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   fairs bigint [fairs]: fairs in the file
-- Order: fairs, descending
with found as (
    select hosted_fairs.fair_id, hosted_fairs.record_kind, batches.batch_id
    from hosted_fairs
    left join batches on hosted_fairs.fair_id = batches.fair_id and batches.status = 'active'
    where $of_fairs is null or hosted_fairs.fair_id in (select unnest($of_fairs))
),
counts as (
    select batch_id, record_kind, count(distinct fair_id) as fairs
    from found
    group by batch_id, record_kind
)
select
    counts.batch_id,
    batches.file_name,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    strftime(batches.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local,
    case counts.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case counts.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    counts.fairs
from counts
left join batches using (batch_id)
left join regions as offices on batches.office = offices.region_code
order by counts.fairs desc, counts.batch_id
