-- Question: Who came by fair, channel, unit and university?
-- Grain: one row per fair, channel, unit and university with a record
-- From: rollup_people
-- Order: the columns, from left to right
select
    fair_id,
    channel,
    unit,
    university_code,
    cast(sum(attendance_count) as bigint) as attendance_count
from rollup_people
group by all
order by all
