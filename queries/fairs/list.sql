-- Question: Which fairs took place, and what did each bring?
-- Grain: one row per selected fair, those without postings too
-- Uses: hosted_fairs, selected_postings, selected_attendance, selected_pairs
-- Columns:
--   label_zh varchar: name of the fair in Chinese
--   label_en varchar: name of the fair in English
--   fair_id integer: the fair
--   fair_kind_code varchar: its kind
--   kind_label_zh varchar: its kind in Chinese
--   kind_label_en varchar: its kind in English
--   starts_on date: its first day
--   ends_on date: its last day
--   days varchar: its days in one text
--   host_label_zh varchar: host region in Chinese; null where not stated
--   host_label_en varchar: host region in English; null where not stated
--   employers bigint [employers]: distinct employers with a posting in the selection; null where no posting is recorded
--   openings bigint [openings]: people wanted, of the postings in the selection; null where no posting is recorded
--   on_site_people bigint [people]: people counted on site; null where nobody was counted
--   live_views bigint [views]: views of the broadcast; null where there was none
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
-- Order: newest first
-- Employers by: fair_id
-- Notes: While no filter narrows the postings, employers are counted by their participations, each of which has a posting. A fair with postings none of which match shows zero. With a region chosen: fairs hosted there, and openings whose place of work is there.
with is_narrowed as (
    select coalesce($region_codes, $sector_codes, $education_levels, $ownerships) is not null or coalesce($wage_at_least_yuan, $wage_at_most_yuan) is not null as is_narrowed
),
demand as (
    select fair_id, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by fair_id
),
presence as (
    select fair_id, count(*) as employers
    from participations
    where not (select is_narrowed from is_narrowed)
    group by fair_id
    union all
    select fair_id, count(distinct participant_id)
    from selected_pairs
    where (select is_narrowed from is_narrowed)
    group by fair_id
),
attended as (
    select
        fair_id,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as bigint) as on_site_people,
        cast(sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as bigint) as live_views
    from selected_attendance
    group by fair_id
),
fairs_with_postings as (
    select distinct fair_id from participations
)
select
    fairs.name_zh as label_zh,
    fairs.name_en as label_en,
    fair_id,
    fairs.fair_kind as fair_kind_code,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    fairs.starts_on,
    fairs.ends_on,
    case
        when fairs.ends_on = fairs.starts_on then strftime(fairs.starts_on, '%Y-%m-%d')
        else strftime(fairs.starts_on, '%Y-%m-%d') || '–' || strftime(fairs.ends_on, '%m-%d')
    end as days,
    regions.short_zh as host_label_zh,
    regions.name_en as host_label_en,
    if(fairs_with_postings.fair_id is null, null, coalesce(presence.employers, 0)) as employers,
    if(fairs_with_postings.fair_id is null, null, coalesce(demand.openings, 0)) as openings,
    attended.on_site_people,
    attended.live_views,
    case fairs.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case fairs.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en
from hosted_fairs
inner join fairs using (fair_id)
inner join fair_kinds on fairs.fair_kind = fair_kinds.fair_kind
left join regions on fairs.host_region_code = regions.region_code
left join demand using (fair_id)
left join presence using (fair_id)
left join attended using (fair_id)
left join fairs_with_postings using (fair_id)
order by fairs.starts_on desc, fair_id desc
