-- Question: How many came, and from how many universities?
-- Grain: one row
-- Uses: selected_attendance
-- Columns:
--   universities bigint [universities]: distinct universities with at least one person counted on site
--   universities_in_province bigint [universities]: of them in Liaoning
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   people_in_province bigint [people]: of them from universities in Liaoning
--   people_elsewhere bigint [people]: of them from universities outside Liaoning
--   people_unstated bigint [people]: of them without a known university
--   in_province_share double [share]: people from universities in Liaoning, of the people with a known university
--   elsewhere_share double [share]: people from universities outside Liaoning, of the people with a known university
--   on_site_visits bigint [visits]: visits counted on site where the office counts visits; null where none does
--   live_views bigint [views]: views of live broadcasts; null where there was none
-- Order: none
-- Notes: People, visits and views are three units and never added to each other. Views have no university.
with placed as (
    select selected_attendance.*, universities.is_in_liaoning
    from selected_attendance
    left join universities using (university_code)
),
totals as (
    select
        count(distinct university_code) filter (where channel = 'on_site' and unit = 'people' and attendance_count > 0) as universities,
        count(distinct university_code) filter (
            where channel = 'on_site' and unit = 'people' and attendance_count > 0 and is_in_liaoning
        ) as universities_in_province,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as bigint) as on_site_people,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people' and is_in_liaoning) as bigint) as people_in_province,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people' and not is_in_liaoning) as bigint) as people_elsewhere,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people' and is_in_liaoning is null) as bigint) as people_unstated,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'visits') as bigint) as on_site_visits,
        cast(sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as bigint) as live_views
    from placed
)
select
    universities,
    universities_in_province,
    on_site_people,
    if(on_site_people is null, null, coalesce(people_in_province, 0)) as people_in_province,
    if(on_site_people is null, null, coalesce(people_elsewhere, 0)) as people_elsewhere,
    if(on_site_people is null, null, coalesce(people_unstated, 0)) as people_unstated,
    coalesce(people_in_province, 0) / nullif(coalesce(people_in_province, 0) + coalesce(people_elsewhere, 0), 0)::double as in_province_share,
    coalesce(people_elsewhere, 0) / nullif(coalesce(people_in_province, 0) + coalesce(people_elsewhere, 0), 0)::double as elsewhere_share,
    on_site_visits,
    live_views
from totals
