-- Question: Which files came in, from whom, and what became of them?
-- Grain: one row per imported file
-- Uses: selected_batches
-- Columns:
--   file_name varchar: name of the file as it was sent
--   batch_number integer: the imported file, counted from 1
--   office_label_zh varchar: office that sent it in Chinese; null when not stated
--   office_label_en varchar: office that sent it in English; null when not stated
--   fair_label_zh varchar: its fair in Chinese; null where it belongs to none, or the fair is gone with its last records
--   fair_label_en varchar: its fair in English; null where it belongs to none, or the fair is gone with its last records
--   status_label_zh varchar: in use, replaced by which file, or undone, with the day, in Chinese
--   status_label_en varchar: in use, replaced by which file, or undone, with the day, in English
--   rows_read bigint [rows]: rows under the header
--   rows_loaded bigint [rows]: rows that became records
--   rows_rejected bigint [rows]: rows that could not be a record
--   rows_repeated bigint [rows]: exact repeats, loaded once
--   table_label_zh varchar: kind of table in Chinese
--   table_label_en varchar: kind of table in English
--   imported_local varchar: day and time of the import, Beijing time
--   dropped_columns varchar: headings of the columns that were dropped because they hold personal data; null where there were none
--   removed_cells bigint [cells]: cells from which a telephone number, a mail address or an identity number was taken out
-- Order: newest first
-- Notes: Rows read are the rows loaded, rejected and repeated together. A file that was replaced or undone has no records any more; its counts stay.
with ended as (
    select *, strftime(ended_at + interval 8 hour, '%Y-%m-%d') as ended_day
    from selected_batches
)
select
    ended.file_name,
    ended.batch_id as batch_number,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    case ended.status
        when 'active' then '使用中'
        when 'replaced' then format('{} 由第 {} 号文件替换', ended.ended_day, ended.replaced_by)
        else format('{} 撤销', ended.ended_day)
    end as status_label_zh,
    case ended.status
        when 'active' then 'in use'
        when 'replaced' then format('replaced by no. {} on {}', ended.replaced_by, ended.ended_day)
        else format('undone on {}', ended.ended_day)
    end as status_label_en,
    ended.rows_read,
    ended.rows_loaded,
    ended.rows_rejected,
    ended.rows_repeated,
    case ended.table_kind
        when 'postings' then '岗位表'
        when 'attendance' then '参会'
        when 'employers' then '用人单位名单'
        when 'agreements' then '校地合作协议'
        when 'policies' then '政策'
        when 'pacts' then '区域合作协议'
        else '直播数据'
    end as table_label_zh,
    case ended.table_kind
        when 'postings' then 'Job table'
        when 'attendance' then 'Attendance'
        when 'employers' then 'List of employers'
        when 'agreements' then 'Agreements'
        when 'policies' then 'Policies'
        when 'pacts' then 'Regional pacts'
        else 'Live broadcast'
    end as table_label_en,
    strftime(ended.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local,
    nullif(array_to_string(list_transform(
        list_filter(json_extract(ended.mapping, '$.*.columns[*]'), lambda entry: entry ->> 'reason' = 'personal'), lambda entry: entry ->> 'heading'
    ), '、'), '') as dropped_columns,
    list_sum(list_transform(json_extract(ended.column_report, '$.*.removed'), lambda cell_count: cell_count::bigint))::bigint as removed_cells
from ended
left join regions as offices on ended.office = offices.region_code
left join fairs on ended.fair_id = fairs.fair_id
order by ended.batch_id desc
