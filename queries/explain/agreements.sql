-- Question: Which agreements are behind the number?
-- Grain: one row per agreement
-- Uses: explained_agreements, agreement_states
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   agreement_id integer: the agreement
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   university_label_zh varchar: name of the university in Chinese
--   university_label_en varchar: name of the university in English
--   signed_on date: day of signing
--   in_force_until date: last day in force; null where open
--   status_label_zh varchar: its state on the day, in Chinese; null where the number is of no day
--   status_label_en varchar: its state on the day, in English; null where the number is of no day
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   batch_id integer: the imported file; null for the sample
--   regions bigint [regions]: regions behind the number in all
--   universities bigint [universities]: universities behind the number in all
-- Order: newest first
with shown as (
    select *
    from explained_agreements
    order by signed_on desc, agreement_id desc
    limit $row_limit
)
select
    shown.agreement_id,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    universities.name_zh as university_label_zh,
    universities.name_en as university_label_en,
    shown.signed_on,
    shown.in_force_until,
    agreement_states.status_label_zh,
    agreement_states.status_label_en,
    case shown.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case shown.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    shown.batch_id,
    (select count(distinct region_code) from explained_agreements) as regions,
    (select count(distinct university_code) from explained_agreements) as universities
from shown
inner join universities using (university_code)
inner join regions on shown.region_code = regions.region_code
left join agreement_states on shown.status_code = agreement_states.status_code
order by shown.signed_on desc, shown.agreement_id desc
