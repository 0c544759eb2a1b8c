-- Question: Which postings are behind the number?
-- Grain: one row per posting
-- Uses: explained_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   of_fairs integer[]: only of these fairs; null for any
--   of_sectors varchar[]: only of these sectors; null for any
--   of_regions varchar[]: only with these places of work; null for any
--   of_places varchar[]: only these kinds of place (liaoning_unit, province_only, elsewhere, remote, nationwide, abroad, unknown); null for any
--   of_educations varchar[]: only these levels of education; null for any
--   of_ownerships varchar[]: only these kinds of ownership; null for any
--   of_employers bigint[]: only of these employers; null for any
--   of_title varchar: only this job title, letter by letter; null for any
--   of_bands integer[]: only wages in the bands of 1,000 yuan that begin here, the last one open; null for any
--   of_half date: only fairs of the half-year that begins on this day; null for any
--   has_wage boolean: true for postings with a wage on the basis, false for those without; null for both
--   wage_over_yuan integer: only wages strictly over this, in yuan a month; null for any
--   wage_up_to_yuan integer: only wages of no more than this, in yuan a month; null for any
--   is_unstated boolean: true for postings that state no number of people, false for those that do; null for both
--   is_attended boolean: true for fairs at which people were counted on site, false for the others; null for both
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   posting_id bigint: number of the posting in this version
--   fair_label_zh varchar: the fair in Chinese
--   fair_label_en varchar: the fair in English
--   starts_on date: first day of the fair
--   employer_name varchar: who hires, as written by the office
--   title varchar: the job, as written by the office
--   sector_label_zh varchar: field of work in Chinese, by the rules of the project
--   sector_label_en varchar: field of work in English, by the rules of the project
--   region_label_zh varchar: place of work in Chinese; null where unknown
--   region_label_en varchar: place of work in English; null where unknown
--   place_text varchar: place of work as written
--   education_label_zh varchar: lowest level of education accepted, in Chinese
--   education_label_en varchar: lowest level of education accepted, in English
--   ownership_label_zh varchar: ownership of the employer in Chinese
--   ownership_label_en varchar: ownership of the employer in English
--   wage_min_yuan integer [yuan a month]: lower end of the wage before tax; null where open or not stated
--   wage_max_yuan integer [yuan a month]: upper end of the wage before tax; null where open or not stated
--   wage_text varchar: the wage as written
--   openings integer [openings]: people wanted; one where the number is not stated
--   headcount_label_zh varchar: whether the number of people is stated, in Chinese
--   headcount_label_en varchar: whether the number of people is stated, in English
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   batch_id integer: the imported file; null for the sample
--   source_row integer: row in the file of the office, counted from 1; null for the sample
-- Order: posting_id
with shown as (
    select posting_id
    from explained_postings
    order by posting_id
    limit $row_limit
),
found as (
    select postings.*
    from postings
    where posting_id in (select posting_id from shown)
)
select
    found.posting_id,
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    fairs.starts_on,
    employers.name as employer_name,
    found.title,
    sectors.name_zh as sector_label_zh,
    sectors.name_en as sector_label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    found.place_text,
    education_levels.name_zh as education_label_zh,
    education_levels.name_en as education_label_en,
    ownerships.name_zh as ownership_label_zh,
    ownerships.name_en as ownership_label_en,
    found.wage_min as wage_min_yuan,
    found.wage_max as wage_max_yuan,
    found.wage_text,
    found.openings,
    case found.headcount_status when 'stated' then '已注明' when 'several' then '若干' else '未注明' end as headcount_label_zh,
    case found.headcount_status when 'stated' then 'Stated' when 'several' then 'Several' else 'Not stated' end as headcount_label_en,
    case fairs.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case fairs.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    found.batch_id,
    found.source_row
from found
inner join fairs using (fair_id)
left join employers using (employer_id)
left join ownerships on found.ownership = ownerships.ownership
left join sectors using (sector_code)
left join regions on found.region_code = regions.region_code
left join education_levels using (education_level)
order by found.posting_id
