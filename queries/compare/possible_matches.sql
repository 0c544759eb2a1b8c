-- Question: Which employers that count as new and lost might be one and the same?
-- Grain: one row per pair of an employer on side A only and one on side B only whose names are equal without their legal form
-- Uses: compared_postings
-- Columns:
--   identity_a_id bigint: the employer of side A
--   identity_b_id bigint: the employer of side B
--   names_a varchar: its name on side A
--   names_b varchar: its name on side B
--   credit_codes_a varchar: the unified social credit code stated on side A
--   credit_codes_b varchar: the unified social credit code stated on side B
--   openings_a bigint [openings]: people wanted on side A, counted as lost
--   openings_b bigint [openings]: people wanted on side B, counted as new
-- Order: most openings first
-- Notes: These pairs are not counted as one employer. Legal forms: limited, joint-stock and group companies, and company alone.
with offered as (
    select
        identity_id,
        coalesce(sum(openings) filter (where side = 'a'), 0) as openings_a,
        coalesce(sum(openings) filter (where side = 'b'), 0) as openings_b,
        bool_or(side = 'a') as is_in_a,
        bool_or(side = 'b') as is_in_b
    from compared_postings
    inner join employer_identities using (employer_id)
    group by identity_id
),
named as (
    select
        offered.*,
        employers.name,
        employers.credit_code,
        regexp_replace(
            regexp_replace(lower(employers.name), '[\s()（）【】.,，。·-]+', '', 'g'),
            '((集团|控股|股份|有限责任|有限|责任|总)*公司|集团|coltd|ltd|inc)$', ''
        ) as stem
    from offered
    inner join employer_identities using (identity_id)
    inner join employers using (employer_id)
    where offered.is_in_a <> offered.is_in_b
)
select
    lost.identity_id as identity_a_id,
    new.identity_id as identity_b_id,
    string_agg(distinct lost.name, ' / ' order by lost.name) as names_a,
    string_agg(distinct new.name, ' / ' order by new.name) as names_b,
    string_agg(distinct lost.credit_code, ' / ' order by lost.credit_code) as credit_codes_a,
    string_agg(distinct new.credit_code, ' / ' order by new.credit_code) as credit_codes_b,
    cast(any_value(lost.openings_a) as bigint) as openings_a,
    cast(any_value(new.openings_b) as bigint) as openings_b
from named as lost
inner join named as new on lost.stem = new.stem and lost.is_in_a and new.is_in_b
where lost.stem <> ''
group by lost.identity_id, new.identity_id
order by any_value(lost.openings_a) + any_value(new.openings_b) desc, names_a, names_b
