-- Question: How many people came, to how many fairs, in how many regions?
-- Grain: one row
-- Uses: selected_attendance
-- Columns:
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   fairs_attended bigint [fairs]: fairs at which people were counted on site
--   host_regions bigint [regions]: of the 15 units those that hosted such a fair
--   on_site_visits bigint [visits]: visits counted on site where the office counts visits; null where none does
-- Order: none
-- Notes: With universities chosen, people and fairs are those of these universities.
with counts as (
    select
        fair_id,
        cast(sum(attendance_count) filter (where unit = 'people') as bigint) as on_site_people,
        cast(sum(attendance_count) filter (where unit = 'visits') as bigint) as on_site_visits
    from selected_attendance
    where channel = 'on_site'
    group by fair_id
)
select
    cast(sum(counts.on_site_people) as bigint) as on_site_people,
    count(*) filter (where counts.on_site_people > 0) as fairs_attended,
    count(distinct regions.region_code) filter (where counts.on_site_people > 0 and regions.is_liaoning_unit) as host_regions,
    cast(sum(counts.on_site_visits) as bigint) as on_site_visits
from counts
inner join fairs using (fair_id)
left join regions on fairs.host_region_code = regions.region_code
