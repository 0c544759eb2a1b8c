-- Question: What does each posting say, in words?
-- Grain: one row per posting
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
-- Order: none
-- Notes: For the few postings that are shown: to be narrowed by their numbers, which reaches the table of postings before anything is joined to it.
select
    postings.posting_id,
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
    postings.title,
    sectors.name_zh as sector_label_zh,
    sectors.name_en as sector_label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    postings.place_text,
    education_levels.name_zh as education_label_zh,
    education_levels.name_en as education_label_en,
    postings.wage_min as wage_min_yuan,
    postings.wage_max as wage_max_yuan,
    postings.wage_months,
    postings.wage_text,
    postings.openings,
    case postings.headcount_status when 'stated' then '已注明' when 'several' then '若干' else '未注明' end as headcount_label_zh,
    case postings.headcount_status when 'stated' then 'Stated' when 'several' then 'Several' else 'Not stated' end as headcount_label_en,
    postings.major_text,
    postings.experience_text,
    postings.batch_id,
    postings.source_row
from postings
inner join fairs using (fair_id)
left join employers using (employer_id)
left join ownerships on postings.ownership = ownerships.ownership
left join industries on postings.industry_section = industries.industry_section
left join sectors using (sector_code)
left join regions on postings.region_code = regions.region_code
left join education_levels using (education_level)
