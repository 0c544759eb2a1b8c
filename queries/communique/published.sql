-- Question: What do public texts state exactly about the selected fairs that are known from them?
-- Grain: one row per selected fair known from public texts
-- Uses: selected_fairs
-- Columns:
--   fair_id integer: the fair
--   employers bigint [employers]: as published; null where not stated, or only approximately
--   openings bigint [openings]: as published; null where not stated, or only approximately
--   openings_over_threshold bigint [openings]: openings over the line that the text names; null where not stated, or only approximately
--   on_site_people bigint [people]: as published; null where not stated, or only approximately
--   on_site_visits bigint [visits]: as published; null where not stated, or only approximately
--   live_views bigint [views]: as published; null where not stated, or only approximately
--   universities bigint [universities]: universities present, as published; null where not stated, or only approximately
-- Order: fair_id
-- Notes: Numbers from public texts, not from records. What a text calls about, over or nearly is left out.
with figures as (
    select *
    from published_figures
    where not is_approximate and value is not null
)
select
    fair_id,
    cast(max(value) filter (where metric = 'employers') as bigint) as employers,
    cast(max(value) filter (where metric = 'openings') as bigint) as openings,
    cast(max(value) filter (where metric = 'openings_over_threshold') as bigint) as openings_over_threshold,
    cast(max(value) filter (where metric = 'on_site_people') as bigint) as on_site_people,
    cast(max(value) filter (where metric in ('on_site_visits', 'attendance_visits')) as bigint) as on_site_visits,
    cast(max(value) filter (where metric = 'live_views') as bigint) as live_views,
    cast(max(value) filter (where metric = 'universities') as bigint) as universities
from figures
inner join selected_fairs using (fair_id)
where selected_fairs.record_kind = 'published'
group by fair_id
order by fair_id
