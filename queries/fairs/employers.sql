-- Question: Which employers came to the selected fairs, and what do they offer?
-- Grain: one row per employer with a posting in the selection
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
-- Columns:
--   employer_name varchar: the employer, as written by the office
--   employer_id bigint: the employer
--   ownership_label_zh varchar: ownership in Chinese
--   ownership_label_en varchar: ownership in English
--   industry_label_zh varchar: section of GB/T 4754-2017 in Chinese; null where not stated
--   industry_label_en varchar: section of GB/T 4754-2017 in English; null where not stated
--   openings bigint [openings]: people wanted
--   postings bigint [postings]: rows of the job tables
--   wage_median_yuan integer [yuan a month]: the least wage that half of the openings with a wage do not exceed; null where none states one
--   wage_highest_yuan integer [yuan a month]: the highest wage on the basis chosen; null where none states one
-- Order: openings, descending
with wages as (
    select employer_id, wage_yuan, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from waged_postings
    group by employer_id, wage_yuan
),
reached as (
    select
        *,
        sum(openings) over (partition by employer_id, wage_yuan is null order by wage_yuan) as reached_openings,
        sum(openings) over (partition by employer_id, wage_yuan is null) as stated_openings
    from wages
),
counts as (
    select
        employer_id,
        cast(sum(openings) as bigint) as openings,
        cast(sum(postings) as bigint) as postings,
        min(wage_yuan) filter (where reached_openings * 2 >= stated_openings and stated_openings > 0) as wage_median_yuan,
        max(wage_yuan) as wage_highest_yuan
    from reached
    group by employer_id
)
select
    employers.name as employer_name,
    employer_id,
    ownerships.name_zh as ownership_label_zh,
    ownerships.name_en as ownership_label_en,
    industries.name_zh as industry_label_zh,
    industries.name_en as industry_label_en,
    counts.openings,
    counts.postings,
    counts.wage_median_yuan,
    counts.wage_highest_yuan
from counts
inner join employers using (employer_id)
left join ownerships on employers.ownership = ownerships.ownership
left join industries on employers.industry_section = industries.industry_section
order by counts.openings desc, employer_id
