-- Question: How much did the openings change from A to B, and why?
-- Grain: one row for the whole, and one per sector and region with a posting on either side
-- Uses: changed_cells
-- Columns:
--   breakdown varchar: all, sector or region
--   value_code varchar: the sector or the region; elsewhere outside the province, unknown where no place is stated
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings_a bigint [openings]: people wanted on side A
--   openings_b bigint [openings]: people wanted on side B
--   openings_change bigint [openings]: B less A: the sum of volume, both mixes and new, less lost
--   volume_change bigint [openings]: employers on both sides, in a sector and region where they seek people on both: B less A
--   sector_mix_change bigint [openings]: employers on both sides, in a sector where they seek people on one side only: B less A
--   region_mix_change bigint [openings]: employers on both sides, in a sector of both but a region of one side only: B less A
--   new_openings bigint [openings]: of employers that are on side B only
--   lost_openings bigint [openings]: of employers that are on side A only
--   matched_openings_a bigint [openings]: of employers on both sides, on side A
--   matched_openings_b bigint [openings]: of employers on both sides, on side B
-- Order: the whole, then sectors and regions in their official order
-- Notes: Between two regions there is no mix of regions and no breakdown by region.
with parts as (
    select sector_code, region_code, part, sum(openings_a) as openings_a, sum(openings_b) as openings_b
    from changed_cells
    group by all
),
placed as (
    select
        parts.* exclude (region_code),
        case
            when parts.region_code is null then 'unknown'
            when regions.is_liaoning_unit or parts.region_code = '210000' then parts.region_code
            else 'elsewhere'
        end as region_code
    from parts
    left join regions using (region_code)
),
grouped as materialized (
    select
        sector_code,
        region_code,
        grouping(sector_code, region_code) as missing_columns,
        sum(openings_a) as openings_a,
        sum(openings_b) as openings_b,
        coalesce(sum(openings_b - openings_a) filter (where part = 'volume'), 0) as volume_change,
        coalesce(sum(openings_b - openings_a) filter (where part = 'sector_mix'), 0) as sector_mix_change,
        coalesce(sum(openings_b - openings_a) filter (where part = 'region_mix'), 0) as region_mix_change,
        coalesce(sum(openings_b) filter (where part = 'new'), 0) as new_openings,
        coalesce(sum(openings_a) filter (where part = 'lost'), 0) as lost_openings,
        coalesce(sum(openings_a) filter (where part not in ('new', 'lost')), 0) as matched_openings_a,
        coalesce(sum(openings_b) filter (where part not in ('new', 'lost')), 0) as matched_openings_b
    from placed
    group by grouping sets ((), (sector_code), (region_code))
),
named as (
    select 'all' as breakdown, 'all' as value_code, '合计' as label_zh, 'All' as label_en, 0 as position, 0 as official_order, grouped.*
    from grouped
    where missing_columns = 3 and openings_a is not null
    union all
    select 'sector', sector_code, sectors.name_zh, sectors.name_en, 1, sectors.official_order, grouped.*
    from grouped
    inner join sectors using (sector_code)
    where missing_columns = 1
    union all
    select
        'region',
        grouped.region_code,
        coalesce(regions.short_zh, if(grouped.region_code = 'unknown', '地点不明', '省外及其他')),
        coalesce(regions.name_en, if(grouped.region_code = 'unknown', 'Place unknown', 'Elsewhere')),
        2,
        coalesce(if(grouped.region_code = '210000', 9000, regions.official_order), 9999),
        grouped.*
    from grouped
    left join regions using (region_code)
    where missing_columns = 2 and $a_region_codes is null and $b_region_codes is null
)
select
    breakdown,
    value_code,
    label_zh,
    label_en,
    cast(openings_a as bigint) as openings_a,
    cast(openings_b as bigint) as openings_b,
    cast(openings_b - openings_a as bigint) as openings_change,
    cast(volume_change as bigint) as volume_change,
    cast(sector_mix_change as bigint) as sector_mix_change,
    cast(region_mix_change as bigint) as region_mix_change,
    cast(new_openings as bigint) as new_openings,
    cast(lost_openings as bigint) as lost_openings,
    cast(matched_openings_a as bigint) as matched_openings_a,
    cast(matched_openings_b as bigint) as matched_openings_b
from named
order by position, official_order, value_code
