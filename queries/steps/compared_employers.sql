-- Question: Who offered what on each side of a comparison, one employer under several names counted once?
-- Grain: one row per employer, sector and place of work
-- Uses: compared_postings
-- Columns:
--   identity_id bigint: the employer, by its credit code or its normalised name
--   sector_code varchar: the sector
--   region_code varchar: the place of work; always null where the two sides are regions themselves
--   openings_a bigint [openings]: people wanted on side A
--   openings_b bigint [openings]: people wanted on side B
--   is_in_a boolean: true where there is a posting on side A
--   is_in_b boolean: true where there is a posting on side B
-- Order: none
select
    identity_id,
    sector_code,
    if($a_region_codes is null and $b_region_codes is null, region_code, null) as region_code,
    coalesce(sum(openings) filter (where side = 'a'), 0) as openings_a,
    coalesce(sum(openings) filter (where side = 'b'), 0) as openings_b,
    bool_or(side = 'a') as is_in_a,
    bool_or(side = 'b') as is_in_b
from compared_postings
inner join employer_identities using (employer_id)
group by all
