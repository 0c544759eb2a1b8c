-- Question: Which sectors ask for people in which region?
-- Grain: one row per sector with a posting in the 15 regions and region of the province, all 15 of them, zero included
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   sector_label_zh varchar: the sector in Chinese
--   sector_label_en varchar: the sector in English
--   region_code varchar: the region, by place of work
--   region_label_zh varchar: the region's short name in Chinese
--   region_label_en varchar: the region in English
--   openings bigint [openings]: people wanted
--   sector_openings bigint [openings]: people wanted by the sector in the 15 regions together
-- Order: openings of the sector, descending, unclassified last; official order of the regions
-- Notes: Openings outside the province or without a known place are in overview/places.
with counts as (
    select sector_code, region_code, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by sector_code, region_code
),
units as (
    select region_code, short_zh, name_en, official_order
    from regions
    where is_liaoning_unit
),
totals as (
    select sector_code, cast(sum(openings) as bigint) as sector_openings
    from counts
    where region_code in (select region_code from units)
    group by sector_code
)
select
    totals.sector_code,
    sectors.name_zh as sector_label_zh,
    sectors.name_en as sector_label_en,
    units.region_code,
    units.short_zh as region_label_zh,
    units.name_en as region_label_en,
    coalesce(counts.openings, 0) as openings,
    totals.sector_openings
from totals
inner join sectors using (sector_code)
cross join units
left join counts
    on counts.sector_code = totals.sector_code and counts.region_code = units.region_code
order by totals.sector_code = 'unclassified', totals.sector_openings desc, sectors.official_order, units.official_order
