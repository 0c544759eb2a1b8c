-- Question: Which employers are on both sides, and how were they recognised?
-- Grain: one row per employer with a posting on both sides
-- Uses: compared_postings
-- Columns:
--   identity_id bigint: the employer
--   names_a varchar: its name as stated on side A; several with a slash between
--   names_b varchar: its name as stated on side B
--   matched_label_zh varchar: how it was recognised, in Chinese
--   matched_label_en varchar: how it was recognised, in English
--   openings_a bigint [openings]: people wanted on side A
--   openings_b bigint [openings]: people wanted on side B
--   openings_change bigint [openings]: B less A
-- Order: largest difference first
with offered as (
    select identity_id, employer_id, side, sum(openings) as openings
    from compared_postings
    inner join employer_identities using (employer_id)
    group by all
),
matched as (
    select
        offered.identity_id,
        string_agg(distinct employers.name, ' / ' order by employers.name) filter (where offered.side = 'a') as names_a,
        string_agg(distinct employers.name, ' / ' order by employers.name) filter (where offered.side = 'b') as names_b,
        bool_and(employer_identities.matched_by = 'credit_code') as is_by_code,
        coalesce(sum(offered.openings) filter (where offered.side = 'a'), 0) as openings_a,
        coalesce(sum(offered.openings) filter (where offered.side = 'b'), 0) as openings_b
    from offered
    inner join employers using (employer_id)
    inner join employer_identities using (employer_id)
    group by offered.identity_id
    having count(distinct offered.side) = 2
)
select
    identity_id,
    names_a,
    names_b,
    if(is_by_code, '统一社会信用代码', '名称') as matched_label_zh,
    if(is_by_code, 'Credit code', 'Name') as matched_label_en,
    cast(openings_a as bigint) as openings_a,
    cast(openings_b as bigint) as openings_b,
    cast(openings_b - openings_a as bigint) as openings_change
from matched
order by abs(openings_b - openings_a) desc, openings_b desc, names_a
