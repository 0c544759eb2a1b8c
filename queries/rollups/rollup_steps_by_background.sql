-- Question: How much is wanted by fair, education, ownership and step of the wage?
-- Grain: one row per fair, education, ownership and step of the wage with a record
-- From: rollup_steps
-- Order: the columns, from left to right
-- Notes: A wage of a whole thousand stands as it is, another one as the half thousand between: enough for a line or an end at a whole thousand.
select
    fair_id,
    education_level,
    ownership,
    wage_step_yuan,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from rollup_steps
group by all
order by all
