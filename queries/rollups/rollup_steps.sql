-- Question: How much is wanted by fair, place of work, sector, education, ownership and step of the wage?
-- Grain: one row per fair, place of work, sector, education, ownership and step of the wage with a record
-- From: rollup_floors
-- Order: the columns, from left to right
-- Notes: A wage of a whole thousand stands as it is, another one as the half thousand between: enough for a line or an end at a whole thousand.
select
    fair_id,
    sector_code,
    region_code,
    education_level,
    ownership,
    case when wage_min % 1000 = 0 then wage_min else wage_min // 1000 * 1000 + 500 end as wage_step_yuan,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_floors
group by all
order by all
