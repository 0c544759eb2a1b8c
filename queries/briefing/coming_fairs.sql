-- Question: Which fairs come after a day in the records?
-- Grain: one row per fair that begins after the day
-- Parameters:
--   after_on date: the day
-- Columns:
--   fair_id integer: the fair
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   starts_on date: its first day
--   kind_label_zh varchar: its kind in Chinese
--   kind_label_en varchar: its kind in English
--   host_label_zh varchar: host region in Chinese; null where not stated
--   host_label_en varchar: host region in English; null where not stated
-- Order: starts_on, fair_id
-- Notes: Fairs planned as well as held. Region and kind of fair are obeyed, the fairs and the period chosen are not: what is asked for lies after them.
select
    fairs.fair_id,
    fairs.name_zh as label_zh,
    fairs.name_en as label_en,
    fairs.starts_on,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    regions.short_zh as host_label_zh,
    regions.name_en as host_label_en
from fairs
inner join fair_kinds using (fair_kind)
left join regions on fairs.host_region_code = regions.region_code
where
    fairs.starts_on > $after_on
    and list_contains($record_kinds, fairs.record_kind)
    and ($fair_kinds is null or list_contains($fair_kinds, fairs.fair_kind))
    and ($region_codes is null or list_contains($region_codes, fairs.host_region_code))
order by fairs.starts_on, fairs.fair_id
