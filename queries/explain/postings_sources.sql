-- Question: How many postings are behind the number, and from which files do they come?
-- Grain: one row per imported file and kind of record
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
-- Columns:
--   batch_id integer: the imported file; null for the sample
--   file_name varchar: name of the file; null for records that came without one, such as the sample
--   office_label_zh varchar: who sent it, in Chinese; null where not known
--   office_label_en varchar: who sent it, in English; null where not known
--   imported_local varchar: when it was imported, Beijing time
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
-- Order: openings, descending
with sums as (
    select batch_id, fair_id, cast(sum(postings) as bigint) as postings, cast(sum(openings) as bigint) as openings
    from explained_postings
    group by batch_id, fair_id
),
counts as (
    select
        sums.batch_id,
        fairs.record_kind,
        cast(sum(sums.postings) as bigint) as postings,
        cast(sum(sums.openings) as bigint) as openings
    from sums
    inner join fairs using (fair_id)
    group by sums.batch_id, fairs.record_kind
)
select
    counts.batch_id,
    batches.file_name,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    strftime(batches.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local,
    case counts.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case counts.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    counts.postings,
    counts.openings
from counts
left join batches using (batch_id)
left join regions as offices on batches.office = offices.region_code
order by counts.openings desc, counts.batch_id
