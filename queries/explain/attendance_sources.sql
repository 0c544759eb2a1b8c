-- Question: How much attendance is behind the number, and from which files does it come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_attendance
-- Parameters:
--   of_channel varchar: on_site or livestream; null for both
--   of_unit varchar: people, visits or views; null for any
--   of_fairs integer[]: only of these fairs; null for any
--   of_hosts varchar[]: only fairs hosted by these regions; null for any
--   of_universities varchar[]: only from these universities; null for any
--   of_provinces varchar[]: only from universities of these provinces, not_stated for those without one; null for any
--   of_degrees varchar[]: only these degrees, not_stated for none; null for any
--   of_disciplines varchar[]: only these disciplines, not_stated for none; null for any
--   of_hours integer[]: only slots that begin in these full hours; null for any
--   of_slots integer[]: only slots of ten minutes that begin at these minutes of the day; null for any
--   has_university boolean: true for counts with a known university, false for those without; null for both
--   is_in_province boolean: true for universities in Liaoning, false for those outside; null for any
--   has_time boolean: true for counts with a stated time, false for those without; null for both
-- Columns:
--   batch_id integer: the imported file; null for the sample
--   file_name varchar: name of the file; null for records that came without one, such as the sample
--   office_label_zh varchar: who sent it, in Chinese; null where not known
--   office_label_en varchar: who sent it, in English; null where not known
--   imported_local varchar: when it was imported, Beijing time
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   row_count bigint [rows]: counts of attendance
--   attendance_count bigint [people, visits or views]: how many were counted
-- Order: attendance_count, descending
with sums as (
    select batch_id, fair_id, count(*) as row_count, cast(sum(attendance_count) as bigint) as attendance_count
    from explained_attendance
    group by batch_id, fair_id
),
counts as (
    select
        sums.batch_id,
        fairs.record_kind,
        cast(sum(sums.row_count) as bigint) as row_count,
        cast(sum(sums.attendance_count) as bigint) as attendance_count
    from sums
    inner join fairs using (fair_id)
    group by sums.batch_id, fairs.record_kind
)
select
    counts.batch_id,
    batches.file_name,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    strftime(batches.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local,
    case counts.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case counts.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    counts.row_count,
    counts.attendance_count
from counts
left join batches using (batch_id)
left join regions as offices on batches.office = offices.region_code
order by counts.attendance_count desc, counts.batch_id
