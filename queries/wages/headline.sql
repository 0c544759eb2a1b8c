-- Question: What do the openings pay, and how many say so?
-- Grain: one row
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   openings_with_wage bigint [openings]: openings of postings that state a wage on the basis chosen
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage
--   wage_quartile_1_yuan integer [yuan a month]: the least wage that a quarter of the openings with a wage do not exceed
--   wage_median_yuan integer [yuan a month]: the least wage that half of the openings with a wage do not exceed
--   wage_quartile_3_yuan integer [yuan a month]: the least wage that three quarters of the openings with a wage do not exceed
--   postings_without_wage bigint [postings]: postings that state no wage on the basis chosen
--   postings_without_wage_share double [share]: those postings, of all postings
-- Order: none
-- Notes: Quartiles are exact, over openings and not over postings: a posting for ten people counts ten times.
with wages as (
    select wage_yuan, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from waged_postings
    group by wage_yuan
),
reached as (
    select
        *,
        sum(openings) over (partition by wage_yuan is null order by wage_yuan) as reached_openings,
        sum(openings) over (partition by wage_yuan is null) as stated_openings,
        wage_yuan is not null and openings > 0 as is_counted
    from wages
),
counts as (
    select
        cast(coalesce(sum(postings), 0) as bigint) as postings,
        cast(coalesce(sum(openings), 0) as bigint) as openings,
        cast(coalesce(sum(openings) filter (where wage_yuan is not null), 0) as bigint) as openings_with_wage,
        cast(coalesce(sum(openings) filter (where wage_yuan > $threshold_yuan), 0) as bigint) as openings_over_threshold,
        min(wage_yuan) filter (where is_counted and reached_openings * 4 >= stated_openings) as wage_quartile_1_yuan,
        min(wage_yuan) filter (where is_counted and reached_openings * 2 >= stated_openings) as wage_median_yuan,
        min(wage_yuan) filter (where is_counted and reached_openings * 4 >= stated_openings * 3) as wage_quartile_3_yuan,
        cast(coalesce(sum(postings) filter (where wage_yuan is null), 0) as bigint) as postings_without_wage
    from reached
)
select
    postings,
    openings,
    openings_with_wage,
    openings_over_threshold,
    openings_over_threshold / nullif(openings_with_wage, 0)::double as openings_over_threshold_share,
    wage_quartile_1_yuan,
    wage_median_yuan,
    wage_quartile_3_yuan,
    postings_without_wage,
    postings_without_wage / nullif(postings, 0)::double as postings_without_wage_share
from counts
