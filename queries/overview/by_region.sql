-- Question: Where are the openings?
-- Grain: one row per region of the province, all 15 of them, zero included
-- Uses: selected_postings
-- Columns:
--   region_code varchar: the region
--   label_zh varchar: its short name in Chinese
--   label_en varchar: its name in English
--   tile_row integer: row on the tile grid
--   tile_column integer: column on the tile grid
--   openings bigint [openings]: people wanted, by place of work
--   postings bigint [postings]: rows of the job tables
--   openings_share double [share]: of the openings in the 15 regions
-- Order: official order
-- Notes: Openings outside the province or without a known place are in overview/places.
with counts as (
    select region_code, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from selected_postings
    group by region_code
)
select
    regions.region_code,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    regions.tile_row,
    regions.tile_column,
    coalesce(counts.openings, 0) as openings,
    coalesce(counts.postings, 0) as postings,
    counts.openings / nullif(sum(counts.openings) over (), 0)::double as openings_share
from regions
left join counts using (region_code)
where regions.is_liaoning_unit
order by regions.official_order
