-- Question: How many openings lie outside the 15 regions?
-- Grain: one row per kind of place
-- Uses: selected_postings
-- Columns:
--   place varchar: liaoning_unit, province_only, elsewhere, remote, nationwide, abroad or unknown
--   openings bigint [openings]: people wanted
-- Order: openings, descending
with placed as (
    select
        case
            when region_code is null then 'unknown'
            when regions.level = 'scope' then region_code
            when regions.is_liaoning_unit then 'liaoning_unit'
            when region_code = '210000' then 'province_only'
            else 'elsewhere'
        end as place,
        openings
    from selected_postings
    left join regions using (region_code)
)
select place, cast(sum(openings) as bigint) as openings
from placed
group by place
order by openings desc
