-- Question: What do the regions ask for?
-- Grain: one row per selected region and sector with an opening there
-- Uses: selected_postings
-- Columns:
--   region_code varchar: the region
--   sector_code varchar: the sector
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   label_zh varchar: name of the sector in Chinese
--   label_en varchar: name of the sector in English
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of the openings in the region
-- Order: region in official order; openings, descending; unclassified last
with counts as (
    select region_code, sector_code, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by region_code, sector_code
)
select
    region_code,
    sector_code,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    sectors.name_zh as label_zh,
    sectors.name_en as label_en,
    openings,
    openings / nullif(sum(openings) over (partition by region_code), 0)::double as openings_share
from counts
inner join regions using (region_code)
inner join sectors using (sector_code)
order by regions.official_order, sector_code = 'unclassified', openings desc, sectors.official_order
