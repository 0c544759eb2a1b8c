-- Question: How many employers took part on each side, how often, and how many of them for the first time?
-- Grain: one row per side
-- Uses: compared_identities
-- Columns:
--   side varchar: a or b
--   label_zh varchar: name of the side in Chinese
--   label_en varchar: name of the side in English
--   participations bigint [participations]: pairs of fair and employer
--   employer_identities bigint [employers]: different employers, one under several names counted once
--   first_time_employers bigint [employers]: those that had been at no earlier fair
--   returning_employers bigint [employers]: those that had
--   matched_employers bigint [employers]: those that are on the other side too
-- Order: side
-- Notes: An earlier fair is one of the selected kinds of record before the employer's first fair on the side, whatever else is filtered.
with counts as (
    select
        side,
        sum(participations) as participations,
        count(*) as employer_identities,
        count(*) filter (where is_first_time) as first_time_employers,
        count(*) filter (where not is_first_time) as returning_employers,
        count(*) filter (where is_matched) as matched_employers
    from compared_identities
    group by side
),
sides as (
    select unnest(['a', 'b']) as side
)
select
    sides.side,
    if(sides.side = 'a', '甲', '乙') as label_zh,
    upper(sides.side) as label_en,
    cast(coalesce(counts.participations, 0) as bigint) as participations,
    coalesce(counts.employer_identities, 0) as employer_identities,
    coalesce(counts.first_time_employers, 0) as first_time_employers,
    coalesce(counts.returning_employers, 0) as returning_employers,
    coalesce(counts.matched_employers, 0) as matched_employers
from sides
left join counts using (side)
where $a_university_codes is null and $b_university_codes is null
order by sides.side
