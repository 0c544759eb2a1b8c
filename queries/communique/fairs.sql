-- Question: What is known of the selected fairs besides their numbers?
-- Grain: one row per selected fair
-- Uses: selected_fairs
-- Columns:
--   fair_id integer: the fair
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   fair_kind_code varchar: its kind
--   kind_label_zh varchar: its kind in Chinese
--   kind_label_en varchar: its kind in English
--   record_kind varchar: recorded, published or synthetic
--   starts_on date: its first day
--   ends_on date: its last day
--   campaign_label_zh varchar: its campaign in Chinese; null where it belongs to none
--   campaign_label_en varchar: its campaign in English; null where it belongs to none
--   host_region_code varchar: the host region; null where not stated
--   host_label_zh varchar: full name of the host region in Chinese; null where not stated
--   host_label_en varchar: name of the host region in English; null where not stated
--   venue_label_zh varchar: its venue in Chinese; null where not stated
--   venue_label_en varchar: its venue in English; null where not stated
--   producer varchar: who published its numbers; null where they are records
--   published_on date: day of that text; null where not stated
-- Order: starts_on, fair_id
select
    fair_id,
    fairs.name_zh as label_zh,
    fairs.name_en as label_en,
    fairs.fair_kind as fair_kind_code,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    fairs.record_kind,
    fairs.starts_on,
    fairs.ends_on,
    fairs.campaign_zh as campaign_label_zh,
    fairs.campaign_en as campaign_label_en,
    fairs.host_region_code,
    regions.name_zh as host_label_zh,
    regions.name_en as host_label_en,
    fairs.venue_zh as venue_label_zh,
    fairs.venue_en as venue_label_en,
    sources.producer,
    sources.published_on
from selected_fairs
inner join fairs using (fair_id)
inner join fair_kinds on fairs.fair_kind = fair_kinds.fair_kind
left join regions on fairs.host_region_code = regions.region_code
left join sources on fairs.source_id = sources.source_id
order by fairs.starts_on, fair_id
