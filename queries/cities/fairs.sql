-- Question: Which fairs did the selected regions host?
-- Grain: one row per fair hosted by a selected region
-- Uses: hosted_fairs
-- Columns:
--   fair_id integer: the fair
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   starts_on date: its first day
--   kind_label_zh varchar: its kind in Chinese
--   kind_label_en varchar: its kind in English
--   region_code varchar: the host
--   region_label_zh varchar: short name of the host in Chinese
--   region_label_en varchar: name of the host in English
-- Order: newest first
select
    fair_id,
    fairs.name_zh as label_zh,
    fairs.name_en as label_en,
    fairs.starts_on,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    hosted_fairs.host_region_code as region_code,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en
from hosted_fairs
inner join fairs using (fair_id)
inner join fair_kinds on fairs.fair_kind = fair_kinds.fair_kind
left join regions on hosted_fairs.host_region_code = regions.region_code
order by fairs.starts_on desc, fair_id desc
