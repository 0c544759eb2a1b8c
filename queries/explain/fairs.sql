-- Question: Which fairs are behind the number?
-- Grain: one row per fair
-- Uses: explained_fairs
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   fair_id integer: the fair
--   fair_label_zh varchar: the fair in Chinese
--   fair_label_en varchar: the fair in English
--   kind_label_zh varchar: its kind in Chinese
--   kind_label_en varchar: its kind in English
--   starts_on date: first day of the fair
--   host_label_zh varchar: host region in Chinese; null where not stated
--   host_label_en varchar: host region in English; null where not stated
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   fairs bigint [fairs]: fairs behind the number in all
-- Order: newest first
with counts as (
    select *, count(*) over () as fairs
    from explained_fairs
),
shown as (
    select *
    from counts
    order by starts_on desc, fair_id desc
    limit $row_limit
)
select
    fair_id,
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    fairs.starts_on,
    regions.short_zh as host_label_zh,
    regions.name_en as host_label_en,
    case fairs.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case fairs.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    shown.fairs
from shown
inner join fairs using (fair_id)
inner join fair_kinds on fairs.fair_kind = fair_kinds.fair_kind
left join regions on fairs.host_region_code = regions.region_code
order by fairs.starts_on desc, fair_id desc
