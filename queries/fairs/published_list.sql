-- Question: Which fairs are known from public texts, and what do the texts say?
-- Grain: one row per fair known from public texts
-- Columns:
--   label_zh varchar: name of the fair in Chinese
--   label_en varchar: name of the fair in English
--   fair_id integer: the fair
--   kind_label_zh varchar: its kind in Chinese
--   kind_label_en varchar: its kind in English
--   starts_on date: its first day
--   host_label_zh varchar: host region in Chinese; null where not stated
--   host_label_en varchar: host region in English; null where not stated
--   employers bigint [employers]: as published; null where not stated
--   openings bigint [openings]: as published; null where not stated
--   on_site_people bigint [people]: as published; null where not stated
--   on_site_visits bigint [visits]: as published; null where not stated
--   live_views bigint [views]: as published; null where not stated
--   source_title varchar: the text
--   source_url varchar: where it stands
-- Order: newest first
-- Notes: Numbers from public texts, not from records; many are round.
with figures as (
    select
        fair_id,
        cast(max(value) filter (where metric = 'employers') as bigint) as employers,
        cast(max(value) filter (where metric = 'openings') as bigint) as openings,
        cast(max(value) filter (where metric = 'on_site_people') as bigint) as on_site_people,
        cast(max(value) filter (where metric in ('on_site_visits', 'attendance_visits')) as bigint) as on_site_visits,
        cast(max(value) filter (where metric = 'live_views') as bigint) as live_views
    from published_figures
    group by fair_id
)
select
    fairs.name_zh as label_zh,
    fairs.name_en as label_en,
    fairs.fair_id,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    fairs.starts_on,
    regions.short_zh as host_label_zh,
    regions.name_en as host_label_en,
    figures.employers,
    figures.openings,
    figures.on_site_people,
    figures.on_site_visits,
    figures.live_views,
    sources.title as source_title,
    sources.url as source_url
from fairs
inner join fair_kinds using (fair_kind)
left join regions on fairs.host_region_code = regions.region_code
left join figures on fairs.fair_id = figures.fair_id
left join sources on fairs.source_id = sources.source_id
where fairs.record_kind = 'published'
order by fairs.starts_on desc, fairs.fair_id
