-- Question: Which employers took part on each side of a comparison, and had they been there before?
-- Grain: one row per side and employer, one under several names counted once
-- Uses: compared_postings
-- Columns:
--   side varchar: a or b
--   identity_id bigint: the employer, by its credit code or its normalised name
--   participations bigint [participations]: fairs of the side at which it offered something
--   is_first_time boolean: true where it had been at no earlier fair of the selected kinds of record
--   is_matched boolean: true where it is on the other side too
-- Order: none
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
)
select
    present.side,
    present.identity_id,
    present.participations,
    coalesce(firsts.first_on >= present.side_first_on, true) as is_first_time,
    other.identity_id is not null as is_matched
from present
left join firsts using (identity_id)
left join present as other on present.identity_id = other.identity_id and present.side <> other.side
