-- Question: How many employers took part on each side, how often, and how many of them for the first time?
-- Grain: one row per side
-- Uses: compared_postings
-- Parameters:
--   a_fair_ids integer[]: the fairs of side A; null for all that are selected
--   a_region_codes varchar[]: the regions of side A; null for all
--   a_university_codes varchar[]: the universities of side A; null for all
--   b_fair_ids integer[]: the fairs of side B; null for all that are selected
--   b_region_codes varchar[]: the regions of side B; null for all
--   b_university_codes varchar[]: the universities of side B; null for all
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
with attended as (
    select distinct side, fair_id, identity_id
    from compared_postings
    inner join employer_identities using (employer_id)
),
present as (
    select attended.side, attended.identity_id, count(*) as participations, min(fairs.starts_on) as side_first_on
    from attended
    inner join fairs using (fair_id)
    group by attended.side, attended.identity_id
),
firsts as (
    select employer_identities.identity_id, min(fairs.starts_on) as first_on
    from participations
    inner join employer_identities using (employer_id)
    inner join fairs using (fair_id)
    where list_contains($record_kinds, fairs.record_kind)
    group by employer_identities.identity_id
),
counts as (
    select
        present.side,
        sum(present.participations) as participations,
        count(*) as employer_identities,
        count(*) filter (where coalesce(firsts.first_on >= present.side_first_on, true)) as first_time_employers,
        count(*) filter (where firsts.first_on < present.side_first_on) as returning_employers,
        count(other.identity_id) as matched_employers
    from present
    left join firsts using (identity_id)
    left join present as other on present.identity_id = other.identity_id and present.side <> other.side
    group by present.side
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
