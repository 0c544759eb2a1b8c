-- Question: At which fairs were people counted on site?
-- Grain: one row per selected fair at which people were counted on site
-- Uses: selected_attendance
-- Columns:
--   fair_id integer: the fair
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   starts_on date: its first day
--   host_label_zh varchar: host region in Chinese; null where not stated
--   host_label_en varchar: host region in English; null where not stated
--   on_site_people bigint [people]: people counted on site
-- Order: starts_on, fair_id
-- Notes: With universities chosen, the people are theirs.
with counts as (
    select fair_id, cast(sum(attendance_count) as bigint) as on_site_people
    from selected_attendance
    where channel = 'on_site' and unit = 'people'
    group by fair_id
)
select
    fair_id,
    fairs.name_zh as label_zh,
    fairs.name_en as label_en,
    fairs.starts_on,
    regions.short_zh as host_label_zh,
    regions.name_en as host_label_en,
    counts.on_site_people
from counts
inner join fairs using (fair_id)
left join regions on fairs.host_region_code = regions.region_code
where counts.on_site_people > 0
order by fairs.starts_on, fair_id
