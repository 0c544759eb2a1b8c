-- Question: How many agreements are behind the number, and from which files do they come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_agreements
-- Parameters:
--   of_agreements integer[]: only these agreements; null for any
--   of_regions varchar[]: only signed by these regions; null for any
--   of_universities varchar[]: only with these universities; null for any
-- Columns:
--   batch_id integer: the imported file; null for the sample
--   file_name varchar: name of the file; null for records that came without one, such as the sample
--   office_label_zh varchar: who sent it, in Chinese; null where not known
--   office_label_en varchar: who sent it, in English; null where not known
--   imported_local varchar: when it was imported, Beijing time
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   agreements bigint [agreements]: agreements
-- Order: agreements, descending
with counts as (
    select batch_id, record_kind, count(*) as agreements
    from explained_agreements
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
    counts.agreements
from counts
left join batches using (batch_id)
left join regions as offices on batches.office = offices.region_code
order by counts.agreements desc, counts.batch_id
