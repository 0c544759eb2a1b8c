-- Question: Which values look wrong?
-- Grain: one row per rule and value that it catches
-- Uses: selected_fairs
-- Parameters:
--   today date: the day on which the question is asked
-- Columns:
--   rule_code varchar: the rule
-- Order: none
-- Notes: The rules are put in words in the step flag_rules.
with chosen_postings as (
    select * from postings where fair_id in (select fair_id from selected_fairs)
),
wage_counts as (
    select sector_code, 'low' as wage_end, wage_min as wage_yuan, count(*) as postings
    from chosen_postings
    where wage_min is not null
    group by all
    union all
    select sector_code, 'high' as wage_end, wage_max as wage_yuan, count(*) as postings
    from chosen_postings
    where wage_max is not null
    group by all
),
running_counts as (
    select
        *,
        sum(postings) over (partition by sector_code, wage_end order by wage_yuan) as postings_so_far,
        sum(postings) over (partition by sector_code, wage_end) as postings_in_all
    from wage_counts
),
quartiles as (
    select
        sector_code,
        wage_end,
        min(wage_yuan) filter (where postings_so_far >= 0.25 * postings_in_all) as first_quartile,
        min(wage_yuan) filter (where postings_so_far >= 0.75 * postings_in_all) as third_quartile
    from running_counts
    group by sector_code, wage_end
    having max(postings_in_all) >= 20
),
bounds as (
    select
        sector_code,
        max(first_quartile - 3 * (third_quartile - first_quartile)) filter (where wage_end = 'low') as low_from,
        max(third_quartile + 3 * (third_quartile - first_quartile)) filter (where wage_end = 'low') as low_to,
        max(first_quartile - 3 * (third_quartile - first_quartile)) filter (where wage_end = 'high') as high_from,
        max(third_quartile + 3 * (third_quartile - first_quartile)) filter (where wage_end = 'high') as high_to
    from quartiles
    where third_quartile > first_quartile
    group by sector_code
),
wages as (
    select
        chosen_postings.*,
        case
            when wage_min > low_to then [wage_min, low_to]
            when wage_max > high_to then [wage_max, high_to]
            when wage_min < low_from then [wage_min, low_from]
            when wage_max < high_from then [wage_max, high_from]
        end as found_and_bound
    from chosen_postings
    inner join bounds using (sector_code)
),
attended as (
    select
        fair_id,
        max(batch_id) filter (where unit = 'views') as views_batch_id,
        max(batch_id) filter (where unit = 'people') as people_batch_id,
        cast(sum(attendance_count) filter (where unit = 'views') as bigint) as live_views,
        cast(sum(attendance_count) filter (where unit = 'people') as bigint) as on_site_people,
        nullif(count(distinct university_code) filter (where unit = 'people' and attendance_count > 0), 0) as universities
    from attendance
    where fair_id in (select fair_id from selected_fairs)
    group by fair_id
),
matches as (
    select
        fairs.fair_id,
        published_figures.metric,
        published_figures.value as published_value,
        published_figures.is_approximate
    from fairs
    inner join fairs as told
        on
            told.fair_id = fairs.fair_id
            or (
                told.record_kind = 'published'
                and fairs.record_kind <> 'published'
                and (
                    told.name_zh = fairs.name_zh
                    or (told.starts_on = fairs.starts_on and told.host_region_code = fairs.host_region_code)
                )
            )
    inner join published_figures on told.fair_id = published_figures.fair_id
    where fairs.fair_id in (select fair_id from selected_fairs) and published_figures.value is not null
),
demand as (
    select
        fair_id,
        max(batch_id) as postings_batch_id,
        count(distinct employer_id) as employers,
        cast(sum(openings) as bigint) as openings,
        coalesce(cast(sum(openings) filter (where wage_min > 10000) as bigint), 0) as openings_over_threshold
    from postings
    where fair_id in (select fair_id from matches)
    group by fair_id
),
compared as (
    select
        matches.*,
        case
            when metric in ('employers', 'openings', 'openings_over_threshold') then demand.postings_batch_id
            when metric = 'live_views' then attended.views_batch_id
            else attended.people_batch_id
        end as batch_id,
        case metric
            when 'employers' then demand.employers
            when 'openings' then demand.openings
            when 'openings_over_threshold' then demand.openings_over_threshold
            when 'on_site_people' then attended.on_site_people
            when 'live_views' then attended.live_views
            when 'universities' then attended.universities
        end as recorded_value
    from matches
    left join demand using (fair_id)
    left join attended using (fair_id)
)
select
    'wage' as rule_code, fair_id, batch_id, source_row, title as subject_zh, title as subject_en,
    wage_text as written_text, found_and_bound[1]::double as found_value, found_and_bound[2]::double as bound_value
from wages
where found_and_bound is not null
union all
select
    'headcount' as rule_code, fair_id, batch_id, source_row, title as subject_zh, title as subject_en,
    null as written_text, headcount::double as found_value, 500::double as bound_value
from chosen_postings
where headcount >= 500
union all
select
    'views' as rule_code, fair_id, views_batch_id as batch_id, null as source_row, '直播观看人次' as subject_zh, 'Live views' as subject_en,
    null as written_text, live_views::double as found_value,
    if(live_views > 100000000, 100000000, greatest(1000000, 1000 * on_site_people))::double as bound_value
from attended
where live_views > 100000000 or (live_views > 1000000 and live_views > 1000 * on_site_people)
union all
select
    'people' as rule_code, attended.fair_id, people_batch_id as batch_id, null as source_row, '现场参会人数' as subject_zh, 'People on site' as subject_en,
    null as written_text, on_site_people::double as found_value, (100000 * (fairs.ends_on - fairs.starts_on + 1))::double as bound_value
from attended
inner join fairs using (fair_id)
where on_site_people > 100000 * (fairs.ends_on - fairs.starts_on + 1)
union all
select
    'future' as rule_code, agreements.fair_id, agreements.batch_id, null as source_row,
    regions.short_zh || ' · ' || universities.name_zh as subject_zh, regions.name_en || ' · ' || universities.name_en as subject_en,
    strftime(signed_on, '%Y-%m-%d') as written_text, null as found_value, null as bound_value
from agreements
inner join regions using (region_code)
inner join universities using (university_code)
where
    list_contains($record_kinds, agreements.record_kind)
    and signed_on > $today
    and (
        agreements.fair_id in (select fair_id from selected_fairs)
        or ($fair_ids is null and $fair_kinds is null and $start_on is null and $end_before is null)
    )
union all
select
    'published' as rule_code, fair_id, batch_id, null as source_row,
    case metric
        when 'employers' then '用人单位' when 'openings' then '招聘人数（岗位数）' when 'openings_over_threshold' then '月薪超过1万元的岗位数'
        when 'on_site_people' then '现场参会人数' when 'live_views' then '直播观看人次' else '到场高校'
    end as subject_zh,
    case metric
        when 'employers' then 'Employers' when 'openings' then 'Openings' when 'openings_over_threshold' then 'Openings over 10,000 yuan'
        when 'on_site_people' then 'People on site' when 'live_views' then 'Live views' else 'Universities present'
    end as subject_en,
    null as written_text, recorded_value::double as found_value, published_value as bound_value
from compared
where abs(recorded_value - published_value) > if(is_approximate, 0.1 * published_value, 0)
