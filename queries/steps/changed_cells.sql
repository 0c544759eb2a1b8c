-- Question: To which part of the change does what each employer offers belong?
-- Grain: one row per employer, sector and place of work
-- Uses: compared_employers
-- Columns:
--   identity_id bigint: the employer, by its credit code or its normalised name
--   sector_code varchar: the sector
--   region_code varchar: the place of work; always null where the two sides are regions themselves
--   openings_a bigint [openings]: people wanted on side A
--   openings_b bigint [openings]: people wanted on side B
--   part varchar: new, lost, sector_mix, region_mix or volume
-- Order: none
with cells as materialized (
    select * from compared_employers
),
by_sector as materialized (
    select identity_id, sector_code, bool_or(is_in_a) as is_in_a, bool_or(is_in_b) as is_in_b
    from cells
    group by identity_id, sector_code
),
by_employer as (
    select identity_id, bool_or(is_in_a) as is_employer_in_a, bool_or(is_in_b) as is_employer_in_b
    from by_sector
    group by identity_id
)
select
    identity_id,
    sector_code,
    cells.region_code,
    cells.openings_a,
    cells.openings_b,
    case
        when not by_employer.is_employer_in_a then 'new'
        when not by_employer.is_employer_in_b then 'lost'
        when not (by_sector.is_in_a and by_sector.is_in_b) then 'sector_mix'
        when not (cells.is_in_a and cells.is_in_b) then 'region_mix'
        else 'volume'
    end as part
from cells
inner join by_sector using (identity_id, sector_code)
inner join by_employer using (identity_id)
