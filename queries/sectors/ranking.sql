-- Question: Which sectors ask for most people, and what do they pay?
-- Grain: one row per sector with a posting in the selection
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
-- Columns:
--   sector_code varchar: the sector
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of all openings in the selection
--   postings bigint [postings]: rows of the job tables
--   openings_with_wage bigint [openings]: openings of postings that state a wage on the basis chosen
--   wage_quartile_1_yuan integer [yuan a month]: the least wage that a quarter of those openings do not exceed
--   wage_median_yuan integer [yuan a month]: the least wage that half of those openings do not exceed
--   wage_quartile_3_yuan integer [yuan a month]: the least wage that three quarters of those openings do not exceed
-- Order: openings, descending; unclassified last
-- Notes: Quartiles are exact, over openings and not over postings: a posting for ten people counts ten times.
with wages as (
    select sector_code, wage_yuan, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from waged_postings
    group by sector_code, wage_yuan
),
reached as (
    select
        *,
        sum(openings) over (partition by sector_code, wage_yuan is null order by wage_yuan) as reached_openings,
        sum(openings) over (partition by sector_code, wage_yuan is null) as stated_openings,
        wage_yuan is not null and openings > 0 as is_counted
    from wages
),
counts as (
    select
        sector_code,
        cast(sum(openings) as bigint) as openings,
        cast(sum(postings) as bigint) as postings,
        cast(coalesce(sum(openings) filter (where wage_yuan is not null), 0) as bigint) as openings_with_wage,
        min(wage_yuan) filter (where is_counted and reached_openings * 4 >= stated_openings) as wage_quartile_1_yuan,
        min(wage_yuan) filter (where is_counted and reached_openings * 2 >= stated_openings) as wage_median_yuan,
        min(wage_yuan) filter (where is_counted and reached_openings * 4 >= stated_openings * 3) as wage_quartile_3_yuan
    from reached
    group by sector_code
)
select
    sector_code,
    sectors.name_zh as label_zh,
    sectors.name_en as label_en,
    openings,
    openings / nullif(sum(openings) over (), 0)::double as openings_share,
    postings,
    openings_with_wage,
    wage_quartile_1_yuan,
    wage_median_yuan,
    wage_quartile_3_yuan
from counts
inner join sectors using (sector_code)
order by sector_code = 'unclassified', openings desc, sectors.official_order
