-- Question: What can each filter be set to in this version?
-- Grain: one row per filter and value
-- Uses: counted_postings, counted_attendance
-- Columns:
--   filter_name varchar: the filter
--   code varchar: the value
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   position integer: place in the list
-- Order: filter_name, position
-- Notes: Fairs stand newest first; places outside the province and universities only where there are records of them.
with fair_options as (
    select
        'fair_ids' as filter_name,
        cast(fair_id as varchar) as code,
        strftime(starts_on, '%Y-%m-%d') || ' ' || name_zh as label_zh,
        strftime(starts_on, '%Y-%m-%d') || ' ' || name_en as label_en,
        cast(row_number() over (order by starts_on desc, fair_id desc) as integer) as position
    from fairs
),
kind_options as (
    select 'fair_kinds' as filter_name, fair_kind as code, name_zh, name_en, official_order
    from fair_kinds
),
region_options as (
    select 'region_codes' as filter_name, region_code as code, short_zh, name_en, official_order
    from regions
    where is_liaoning_unit or region_code in (select region_code from counted_postings)
),
sector_options as (
    select 'sector_codes' as filter_name, sector_code as code, name_zh, name_en, official_order
    from sectors
),
education_options as (
    select 'education_levels' as filter_name, education_level as code, name_zh, name_en, if(rank < 0, 99, rank)
    from education_levels
),
ownership_options as (
    select 'ownerships' as filter_name, ownership as code, name_zh, name_en, official_order
    from ownerships
),
university_options as (
    select
        'university_codes' as filter_name,
        university_code as code,
        name_zh,
        name_en,
        cast(row_number() over (order by is_in_liaoning desc, university_code) as integer)
    from universities
    where university_code in (select university_code from counted_attendance union select university_code from agreements)
),
record_options as (
    select distinct
        'record_kinds' as filter_name,
        record_kind as code,
        case record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end,
        case record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end,
        case record_kind when 'recorded' then 1 when 'published' then 3 else 2 end
    from fairs
)
select * from fair_options
union all
select * from kind_options
union all
select * from region_options
union all
select * from sector_options
union all
select * from education_options
union all
select * from ownership_options
union all
select * from university_options
union all
select * from record_options
order by filter_name, position
