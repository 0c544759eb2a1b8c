-- Question: Do the records agree with what was published about the fair?
-- Grain: one row per selected fair and published figure
-- Uses: selected_fairs
-- Columns:
--   figure_label_zh varchar: the figure in Chinese
--   figure_label_en varchar: the figure in English
--   published_label_zh varchar: the value as published in Chinese, marked where it is approximate
--   published_label_en varchar: the value as published in English, marked where it is approximate
--   published_value double [as published]: the value; null where the text is garbled
--   recorded_value bigint: the same count in the records; null where nothing is recorded
--   difference bigint: in the records less published; null where one of them is missing
--   verdict_label_zh varchar: equal, different or not recorded, in Chinese
--   verdict_label_en varchar: equal, different or not recorded, in English
--   source_title varchar: the text
--   source_url varchar: where it stands
-- Order: order of the figures in the text
-- Notes: The figures of the fair itself, and of a fair known from public texts of the same day, host and kind. All postings of the fair are counted. Cities leave Shenfu out, as the text does. The line of 10,000 yuan is on the floor basis.
with figure_names (metric, figure_label_zh, figure_label_en) as (
    values
    ('employers', '用人单位', 'Employers'),
    ('openings', '招聘人数（岗位数）', 'Openings'),
    ('openings_over_threshold', '月薪超过1万元的岗位数', 'Openings over 10,000 yuan'),
    ('on_site_people', '现场参会人数', 'People on site'),
    ('attendance_visits', '现场参会人次', 'Visits on site'),
    ('live_views', '直播观看人次', 'Live views'),
    ('universities', '到场高校', 'Universities present'),
    ('cities_signing', '签约城市', 'Cities that signed agreements'),
    ('agreements_signed', '签署协议', 'Agreements signed'),
    ('agreements_total', '累计签署协议', 'Agreements signed in all'),
    ('fairs', '招聘会场次', 'Fairs'),
    ('intentions', '达成意向', 'Intentions to hire'),
    ('resumes', '收到简历', 'Applications received'),
    ('resumes_doctor', '收到博士简历', 'Applications of doctors'),
    ('resumes_master', '收到硕士简历', 'Applications of masters'),
    ('resumes_bachelor', '收到本科简历', 'Applications of bachelors'),
    ('foreign_students', '来华留学生', 'Foreign students'),
    ('job_classes', '岗位种类', 'Kinds of jobs'),
    ('graduates_stayed_in_liaoning_5y', '五年留辽毕业生', 'Graduates who stayed in Liaoning in five years'),
    ('share_jobs_manufacturing', '制造业岗位占比', 'Share of jobs in manufacturing'),
    ('share_jobs_it', '信息技术岗位占比', 'Share of jobs in information technology'),
    ('share_demand_strategic_areas', '重点领域需求占比', 'Share of demand in strategic areas'),
    ('share_demand_central_enterprises', '中央企业需求占比', 'Share of demand of central enterprises'),
    ('share_demand_liaoning', '辽宁用人需求占比', 'Share of demand in Liaoning'),
    ('share_hires_from_outside', '省外录用占比', 'Share of hires from outside')
),
chosen as (
    select fairs.*
    from fairs
    where fair_id in (select fair_id from selected_fairs)
),
matches as (
    select chosen.fair_id, published_figures.* exclude (fair_id)
    from chosen
    inner join fairs as told
        on
            told.fair_id = chosen.fair_id
            or (
                told.record_kind = 'published'
                and told.starts_on = chosen.starts_on
                and told.host_region_code = chosen.host_region_code
                and told.fair_kind = chosen.fair_kind
            )
    inner join published_figures on told.fair_id = published_figures.fair_id
),
demand as (
    select
        fair_id,
        count(distinct employer_id) as employers,
        cast(sum(openings) as bigint) as openings,
        cast(coalesce(sum(openings) filter (where wage_min > 10000), 0) as bigint) as openings_over_threshold
    from postings
    where fair_id in (select fair_id from matches)
    group by fair_id
),
people as (
    select
        fair_id,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as bigint) as on_site_people,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'visits') as bigint) as attendance_visits,
        cast(sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as bigint) as live_views,
        nullif(count(distinct university_code) filter (where channel = 'on_site' and unit = 'people' and attendance_count > 0), 0) as universities
    from attendance
    where fair_id in (select fair_id from matches)
    group by fair_id
),
signed as (
    select fair_id, count(*) as agreements_signed, count(distinct region_code) filter (where region_code <> '21SF00') as cities_signing
    from agreements
    where fair_id in (select fair_id from matches)
    group by fair_id
),
compared as (
    select
        matches.*,
        case matches.metric
            when 'employers' then demand.employers
            when 'openings' then demand.openings
            when 'openings_over_threshold' then demand.openings_over_threshold
            when 'on_site_people' then people.on_site_people
            when 'attendance_visits' then people.attendance_visits
            when 'live_views' then people.live_views
            when 'universities' then people.universities
            when 'agreements_signed' then signed.agreements_signed
            when 'cities_signing' then signed.cities_signing
        end as recorded_value,
        rtrim(rtrim(format('{:,.1f}', matches.value), '0'), '.') || if(matches.unit = 'percent', '%', '') as value_text
    from matches
    left join demand using (fair_id)
    left join people using (fair_id)
    left join signed using (fair_id)
)
select
    coalesce(figure_names.figure_label_zh, compared.figure_name) as figure_label_zh,
    coalesce(figure_names.figure_label_en, compared.figure_name) as figure_label_en,
    coalesce(if(compared.is_approximate, '约 ', '') || compared.value_text, '原文不清') as published_label_zh,
    coalesce(if(compared.is_approximate, 'about ', '') || compared.value_text, 'garbled in the text') as published_label_en,
    compared.value as published_value,
    compared.recorded_value,
    cast(compared.recorded_value - compared.value as bigint) as difference,
    case
        when compared.recorded_value is null or compared.value is null then '无记录可比'
        when compared.recorded_value = compared.value then '一致'
        when compared.is_approximate then format('相差 {:,}（公开数为约数）', cast(abs(compared.recorded_value - compared.value) as bigint))
        else format('相差 {:,}', cast(abs(compared.recorded_value - compared.value) as bigint))
    end as verdict_label_zh,
    case
        when compared.recorded_value is null or compared.value is null then 'not recorded'
        when compared.recorded_value = compared.value then 'equal'
        when compared.is_approximate then format('differs by {:,} (published figure is approximate)', cast(abs(compared.recorded_value - compared.value) as bigint))
        else format('differs by {:,}', cast(abs(compared.recorded_value - compared.value) as bigint))
    end as verdict_label_en,
    sources.title as source_title,
    sources.url as source_url
from compared
left join figure_names using (metric)
left join sources on compared.source_id = sources.source_id
order by compared.fair_id, compared.figure_id
