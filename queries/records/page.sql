-- Question: Which postings stand on this page of the list?
-- Grain: one row per posting
-- Uses: found_postings
-- Parameters:
--   search varchar: a part of the title or of the employer's name, in any case; null for every posting
--   sort_column varchar: stored, starts_on, employer, sector, region, education, wage_min, wage_max or openings
--   is_descending boolean: true for the largest first
--   row_limit integer: rows a page
--   row_offset integer: rows before the page
-- Columns:
--   posting_id bigint: number of the posting in this version
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   fair_label_zh varchar: the fair in Chinese
--   fair_label_en varchar: the fair in English
--   starts_on date: first day of the fair
--   employer_name varchar: who hires, as written by the office
--   ownership_label_zh varchar: ownership of the employer in Chinese
--   ownership_label_en varchar: ownership of the employer in English
--   industry_label_zh varchar: section of GB/T 4754-2017 in Chinese; null where not stated
--   industry_label_en varchar: section of GB/T 4754-2017 in English; null where not stated
--   title varchar: the job, as written by the office
--   sector_label_zh varchar: field of work in Chinese, by the rules of the project
--   sector_label_en varchar: field of work in English, by the rules of the project
--   region_label_zh varchar: place of work in Chinese; null where unknown
--   region_label_en varchar: place of work in English; null where unknown
--   place_text varchar: place of work as written
--   education_label_zh varchar: lowest level of education accepted, in Chinese
--   education_label_en varchar: lowest level of education accepted, in English
--   wage_min_yuan integer [yuan a month]: lower end of the wage before tax; null where open or not stated
--   wage_max_yuan integer [yuan a month]: upper end of the wage before tax; null where open or not stated
--   wage_months tinyint [months]: months paid a year, 12 unless stated
--   wage_text varchar: the wage as written
--   openings integer [openings]: people wanted; one where the number is not stated
--   headcount_label_zh varchar: whether the number of people is stated, in Chinese
--   headcount_label_en varchar: whether the number of people is stated, in English
--   major_text varchar: field of study asked for, as written
--   experience_text varchar: experience asked for, as written
--   batch_id integer: the imported file; null for the sample
--   source_row integer: row in the file of the office, counted from 1; null for the sample
-- Order: the sort column, what has no value last, then posting_id
-- Notes: In the order as stored, always upwards, the search for a page can stop early. Names of employers are sorted by pinyin, regions, sectors and education in their official order.
with employer_places as (
    select cast(employer_id as varchar) as code, row_number() over (order by name collate zh, employer_id) as place
    from employers
    where $sort_column = 'employer'
),
places as (
    select code, place from employer_places
    union all
    select cast(fair_id as varchar), row_number() over (order by starts_on, fair_id) from fairs where $sort_column = 'starts_on'
    union all
    select region_code, official_order from regions where $sort_column = 'region'
    union all
    select sector_code, official_order from sectors where $sort_column = 'sector'
    union all
    select education_level, rank from education_levels where $sort_column = 'education' and rank >= 0
),
placed_postings as (
    select posting_id, place * if($is_descending, -1, 1) as sort_key
    from found_postings
    left join places
        on
            code = case $sort_column
                when 'employer' then cast(employer_id as varchar)
                when 'starts_on' then cast(fair_id as varchar)
                when 'region' then region_code
                when 'sector' then sector_code
                when 'education' then education_level
            end
    where $sort_column in ('employer', 'starts_on', 'region', 'sector', 'education')
    order by sort_key nulls last, posting_id
    limit $row_limit
    offset $row_offset
),
measured_postings as (
    select
        posting_id,
        case $sort_column when 'wage_min' then wage_min when 'wage_max' then wage_max else openings end * if($is_descending, -1, 1) as sort_key
    from found_postings
    where $sort_column in ('wage_min', 'wage_max', 'openings')
    order by sort_key nulls last, posting_id
    limit $row_limit
    offset $row_offset
),
stored_postings as (
    select posting_id, null as sort_key
    from found_postings
    where $sort_column = 'stored'
    order by posting_id
    limit $row_limit
    offset $row_offset
),
page_postings as (
    select * from placed_postings
    union all
    select * from measured_postings
    union all
    select * from stored_postings
),
found as (
    select postings.*, sort_key
    from page_postings
    inner join postings using (posting_id)
)
select
    found.posting_id,
    case fairs.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case fairs.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    fairs.starts_on,
    employers.name as employer_name,
    ownerships.name_zh as ownership_label_zh,
    ownerships.name_en as ownership_label_en,
    industries.name_zh as industry_label_zh,
    industries.name_en as industry_label_en,
    found.title,
    sectors.name_zh as sector_label_zh,
    sectors.name_en as sector_label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    found.place_text,
    education_levels.name_zh as education_label_zh,
    education_levels.name_en as education_label_en,
    found.wage_min as wage_min_yuan,
    found.wage_max as wage_max_yuan,
    found.wage_months,
    found.wage_text,
    found.openings,
    case found.headcount_status when 'stated' then '已注明' when 'several' then '若干' else '未注明' end as headcount_label_zh,
    case found.headcount_status when 'stated' then 'Stated' when 'several' then 'Several' else 'Not stated' end as headcount_label_en,
    found.major_text,
    found.experience_text,
    found.batch_id,
    found.source_row
from found
inner join fairs using (fair_id)
left join employers using (employer_id)
left join ownerships on found.ownership = ownerships.ownership
left join industries on found.industry_section = industries.industry_section
left join sectors using (sector_code)
left join regions on found.region_code = regions.region_code
left join education_levels using (education_level)
order by sort_key nulls last, posting_id
