-- Question: How many records of each kind are selected?
-- Grain: one row
-- Uses: hosted_fairs, selected_attendance, selected_agreements, selected_postings
-- Columns:
--   fairs bigint [fairs]: fairs in the selection; with a region chosen, those hosted there
--   participations bigint [participations]: pairs of fair and employer with a posting in the selection
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   on_site_visits bigint [visits]: visits counted on site; null where no fair counted them
--   live_views bigint [views]: views of live broadcasts; null where there was none
--   universities bigint [universities]: distinct universities with at least one person counted on site
--   agreements bigint [agreements]: agreements between a region and a university
-- Order: none
-- Notes: Attendance obeys the fair, the period, the host region and the university; postings obey the place of work.
with demand as (
    select cast(coalesce(sum(postings), 0) as bigint) as postings, cast(coalesce(sum(openings), 0) as bigint) as openings
    from selected_postings
),
pairs as (
    select distinct fair_id, employer_id
    from selected_postings
),
people as (
    select
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as bigint) as on_site_people,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'visits') as bigint) as on_site_visits,
        cast(sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as bigint) as live_views,
        count(distinct university_code) filter (where channel = 'on_site' and unit = 'people' and attendance_count > 0) as universities
    from selected_attendance
)
select
    (select count(*) from hosted_fairs) as fairs,
    (select count(*) from pairs) as participations,
    demand.postings,
    demand.openings,
    people.on_site_people,
    people.on_site_visits,
    people.live_views,
    people.universities,
    (select count(*) from selected_agreements) as agreements
from demand, people
