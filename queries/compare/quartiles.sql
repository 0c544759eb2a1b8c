-- Question: By how much do the quartiles of the wages differ?
-- Grain: one row per quartile, where a side states a wage
-- Uses: compared_postings
-- Columns:
--   quartile_code varchar: wage_quartile_1_yuan, wage_median_yuan or wage_quartile_3_yuan
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   wage_a_yuan integer [yuan a month]: the wage on side A
--   wage_b_yuan integer [yuan a month]: the wage on side B
--   wage_difference_yuan integer [yuan a month]: B less A
--   openings_with_wage_a bigint [openings]: openings of side A that state a lower end
--   openings_with_wage_b bigint [openings]: openings of side B that state a lower end
-- Order: from the lower to the upper quartile
-- Notes: By the lower end of the wage range. The least wage that a quarter, half or three quarters of the openings do not exceed; exact.
with wages as (
    select side, wage_min, sum(openings) as openings
    from compared_postings
    where wage_min is not null
    group by side, wage_min
    having sum(openings) > 0
),
reached as (
    select
        *,
        sum(openings) over (partition by side order by wage_min) as reached_openings,
        sum(openings) over (partition by side) as stated_openings
    from wages
),
points as (
    select
        unnest(['wage_quartile_1_yuan', 'wage_median_yuan', 'wage_quartile_3_yuan']) as quartile_code,
        unnest(['下四分位数', '中位数', '上四分位数']) as label_zh,
        unnest(['Lower quartile', 'Median', 'Upper quartile']) as label_en,
        unnest([1, 2, 3]) as quarters
)
select
    quartile_code,
    label_zh,
    label_en,
    min(wage_min) filter (where side = 'a' and reached_openings * 4 >= stated_openings * quarters) as wage_a_yuan,
    min(wage_min) filter (where side = 'b' and reached_openings * 4 >= stated_openings * quarters) as wage_b_yuan,
    wage_b_yuan - wage_a_yuan as wage_difference_yuan,
    cast(coalesce(max(stated_openings) filter (where side = 'a'), 0) as bigint) as openings_with_wage_a,
    cast(coalesce(max(stated_openings) filter (where side = 'b'), 0) as bigint) as openings_with_wage_b
from points
cross join reached
group by quartile_code, label_zh, label_en, quarters
order by quarters
