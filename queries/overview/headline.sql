-- Question: How large is the selection?
-- Grain: one row
-- Uses: hosted_fairs, selected_attendance, waged_postings, selected_pairs
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   fairs bigint [fairs]: fairs in the selection; with a region chosen, those hosted there
--   employers bigint [employers]: distinct employers with a posting in the selection
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   openings_unstated_share double [share]: postings that state no number of people, of all postings
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   live_views bigint [views]: views of live broadcasts; null where there was none
--   openings_per_attendee double [openings a person]: openings of the fairs that counted people on site, by those people
-- Order: none
-- Employers by: nothing
-- Wages: by the thousand
-- Notes: Attendance obeys the fair, the period, the host region and the university; postings obey the place of work.
with demand_by_fair as (
    select
        fair_id,
        sum(postings) as postings,
        sum(openings) as openings,
        sum(postings_unstated) as postings_unstated,
        sum(openings) filter (where wage_yuan > $threshold_yuan) as openings_over_threshold,
        sum(openings) filter (where wage_yuan is not null) as openings_with_wage
    from waged_postings
    group by fair_id
),
people_by_fair as (
    select
        fair_id,
        cast(sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as bigint) as on_site_people,
        cast(sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as bigint) as live_views
    from selected_attendance
    group by fair_id
),
demand as (
    select
        cast(sum(postings) as bigint) as postings,
        cast(sum(openings) as bigint) as openings,
        sum(postings_unstated) / nullif(sum(postings), 0)::double as openings_unstated_share,
        cast(sum(openings_over_threshold) as bigint) as openings_over_threshold,
        cast(sum(openings_with_wage) as bigint) as openings_with_wage,
        cast(sum(openings) filter (where on_site_people is not null) as bigint) as attended_openings
    from demand_by_fair
    left join people_by_fair using (fair_id)
),
people as (
    select cast(sum(on_site_people) as bigint) as on_site_people, cast(sum(live_views) as bigint) as live_views
    from people_by_fair
)
select
    (select count(*) from hosted_fairs) as fairs,
    (select count(distinct participant_id) from selected_pairs) as employers,
    coalesce(demand.postings, 0) as postings,
    coalesce(demand.openings, 0) as openings,
    demand.openings_unstated_share,
    coalesce(demand.openings_over_threshold, 0) as openings_over_threshold,
    coalesce(demand.openings_over_threshold, 0) / nullif(demand.openings_with_wage, 0)::double as openings_over_threshold_share,
    people.on_site_people,
    people.live_views,
    demand.attended_openings / nullif(people.on_site_people, 0)::double as openings_per_attendee
from demand, people
