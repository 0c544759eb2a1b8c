-- Question: How many fairs are selected, and how many people and views did they count?
-- Grain: one row
-- Uses: hosted_fairs, selected_attendance
-- Columns:
--   fairs bigint [fairs]: fairs in the selection; with a region chosen, those hosted there
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   live_views bigint [views]: views of live broadcasts; null where there was none
-- Order: none
select
    (select count(*) from hosted_fairs) as fairs,
    cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as bigint) as on_site_people,
    cast(sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as bigint) as live_views
from selected_attendance
