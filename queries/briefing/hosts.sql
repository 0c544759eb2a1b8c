-- Question: To which region's fairs did people come?
-- Grain: one row per region of the province, all 15 of them
-- Uses: hosted_fairs, selected_attendance
-- Columns:
--   host_region_code varchar: the region that hosted the fairs
--   label_zh varchar: its short name in Chinese
--   label_en varchar: its name in English
--   tile_row integer: row on the tile grid
--   tile_column integer: column on the tile grid
--   on_site_people bigint [people]: people counted on site at its fairs; null where nobody was counted
--   hosted_fairs bigint [fairs]: selected fairs that it hosted
-- Order: official order
-- Notes: Fairs without a host in the province are left out. With universities chosen, the people are theirs.
with counts as (
    select fair_id, cast(sum(attendance_count) as bigint) as on_site_people
    from selected_attendance
    where channel = 'on_site' and unit = 'people'
    group by fair_id
),
hosted as (
    select hosted_fairs.host_region_code, count(*) as hosted_fairs, cast(sum(counts.on_site_people) as bigint) as on_site_people
    from hosted_fairs
    left join counts using (fair_id)
    group by hosted_fairs.host_region_code
)
select
    regions.region_code as host_region_code,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    regions.tile_row,
    regions.tile_column,
    hosted.on_site_people,
    coalesce(hosted.hosted_fairs, 0) as hosted_fairs
from regions
left join hosted on regions.region_code = hosted.host_region_code
where regions.is_liaoning_unit
order by regions.official_order
