-- Question: Which offices filed for which fairs, and in time?
-- Grain: one row per office (14 cities and Shenfu) and recorded fair, of the latest fairs of the selection
-- Uses: selected_fairs
-- Parameters:
--   today date: the day on which the question is asked
--   table_kind varchar: postings, attendance, employers or livestream; null for any table
--   most_fairs integer: how many fairs, the latest ones
-- Columns:
--   fair_label_zh varchar: the fair in Chinese
--   fair_label_en varchar: the fair in English
--   fair_id integer: the fair
--   starts_on date: its first day
--   due_on date: last day on which a filing is in time
--   office_code varchar: the office, by its region
--   office_label_zh varchar: the office in Chinese
--   office_label_en varchar: the office in English
--   state_code varchar: in_time, late, missing or awaited
--   state_label_zh varchar: filed in time, filed late, not filed, or not due yet, in Chinese
--   state_label_en varchar: filed in time, filed late, not filed, or not due yet, in English
--   filed_on date: day of the first filing that was not taken back, Beijing time; null where there is none
--   days_late bigint [days]: days between the last day in time and the filing; null where it is in time or missing
--   replaced_count bigint [files]: filings that a newer one of the same office replaced
--   batch_number integer: the newest file in use; null where there is none
-- Order: latest fair first, offices in official order
-- Notes: A filing is in time until the day set for the fair, and where none is set until seven days after its last day. The first filing counts, also where it was replaced later; one that was taken back does not count. Every office is expected to file for every fair: the records do not say where an office takes no part. Files that name no office stand nowhere here.
with shown_fairs as (
    select fair_id, name_zh as fair_label_zh, name_en as fair_label_en, starts_on, coalesce(filings_due_on, ends_on + 7) as due_on
    from fairs
    where record_kind = 'recorded' and fair_id in (select fair_id from selected_fairs)
    order by starts_on desc, fair_id desc
    limit $most_fairs
),
offices as (
    select region_code as office, short_zh as office_label_zh, name_en as office_label_en, official_order
    from regions
    where is_liaoning_unit
),
filed as (
    select
        fair_id,
        office,
        min(cast(imported_at + interval 8 hour as date)) filter (where status <> 'undone') as first_filed_on,
        count(*) filter (where status = 'replaced') as replaced_count,
        max(batch_id) filter (where status = 'active') as batch_number
    from batches
    where office is not null and fair_id is not null and ($table_kind is null or table_kind = $table_kind)
    group by fair_id, office
),
states as (
    select
        shown_fairs.*,
        offices.*,
        if(filed.batch_number is null, null, filed.first_filed_on) as filed_on,
        coalesce(filed.replaced_count, 0) as replaced_count,
        filed.batch_number,
        case
            when filed.batch_number is not null and filed.first_filed_on <= shown_fairs.due_on then 'in_time'
            when filed.batch_number is not null then 'late'
            when $today <= shown_fairs.due_on then 'awaited'
            else 'missing'
        end as state_code
    from shown_fairs
    cross join offices
    left join filed on shown_fairs.fair_id = filed.fair_id and offices.office = filed.office
)
select
    fair_label_zh,
    fair_label_en,
    fair_id,
    starts_on,
    due_on,
    office as office_code,
    office_label_zh,
    office_label_en,
    state_code,
    case state_code when 'in_time' then '按时报送' when 'late' then '逾期报送' when 'missing' then '未报送' else '未到期' end as state_label_zh,
    case state_code when 'in_time' then 'filed in time' when 'late' then 'filed late' when 'missing' then 'not filed' else 'not due yet' end as state_label_en,
    filed_on,
    if(state_code = 'late', filed_on - due_on, null) as days_late,
    replaced_count,
    batch_number
from states
order by starts_on desc, fair_id desc, official_order
