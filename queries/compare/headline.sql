-- Question: How large is each side of the comparison?
-- Grain: one row per side
-- Uses: compared_fairs, compared_postings, compared_attendance
-- Parameters:
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   side varchar: a or b
--   label_zh varchar: name of the side in Chinese
--   label_en varchar: name of the side in English
--   fairs bigint [fairs]: fairs of the side
--   openings bigint [openings]: people wanted; null on a side of universities
--   openings_over_threshold bigint [openings]: openings of postings whose lower end exceeds the line
--   openings_with_wage bigint [openings]: openings of postings that state a lower end
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   on_site_visits bigint [visits]: visits counted on site; null where no fair counted them
--   live_views bigint [views]: views of live broadcasts; null where there was none
--   universities bigint [universities]: universities with a person counted on site; null where nobody was counted
--   openings_per_attendee double [openings a person]: openings of the fairs that counted people on site, by those people
-- Order: side
-- Notes: Attendance obeys the fair, the period, the host region and the university; postings obey the place of work. Wages by the lower end.
with demand_by_fair as (
    select
        side,
        fair_id,
        sum(openings) as openings,
        coalesce(sum(openings) filter (where wage_min > $threshold_yuan), 0) as openings_over_threshold,
        coalesce(sum(openings) filter (where wage_min is not null), 0) as openings_with_wage
    from compared_postings
    group by side, fair_id
),
counted as materialized (
    select
        side,
        fair_id,
        university_code,
        sum(attendance_count) filter (where channel = 'on_site' and unit = 'people') as on_site_people,
        sum(attendance_count) filter (where channel = 'on_site' and unit = 'visits') as on_site_visits,
        sum(attendance_count) filter (where channel = 'livestream' and unit = 'views') as live_views
    from compared_attendance
    group by side, fair_id, university_code
),
people_by_fair as (
    select side, fair_id, sum(on_site_people) as on_site_people
    from counted
    group by side, fair_id
),
demand as (
    select
        demand_by_fair.side,
        sum(openings) as openings,
        sum(openings_over_threshold) as openings_over_threshold,
        sum(openings_with_wage) as openings_with_wage,
        sum(openings) filter (where on_site_people is not null) as attended_openings
    from demand_by_fair
    left join people_by_fair using (side, fair_id)
    group by demand_by_fair.side
),
people as (
    select
        side,
        sum(on_site_people) as on_site_people,
        sum(on_site_visits) as on_site_visits,
        sum(live_views) as live_views,
        nullif(count(distinct university_code) filter (where on_site_people > 0), 0) as universities
    from counted
    group by side
),
held as (
    select side, count(*) as fairs
    from compared_fairs
    group by side
),
sides as (
    select 'a' as side, $a_university_codes is null as has_postings
    union all
    select 'b' as side, $b_university_codes is null as has_postings
)
select
    sides.side,
    if(sides.side = 'a', '甲', '乙') as label_zh,
    upper(sides.side) as label_en,
    coalesce(held.fairs, 0) as fairs,
    cast(if(sides.has_postings, coalesce(demand.openings, 0), null) as bigint) as openings,
    cast(if(sides.has_postings, coalesce(demand.openings_over_threshold, 0), null) as bigint) as openings_over_threshold,
    cast(if(sides.has_postings, coalesce(demand.openings_with_wage, 0), null) as bigint) as openings_with_wage,
    cast(people.on_site_people as bigint) as on_site_people,
    cast(people.on_site_visits as bigint) as on_site_visits,
    cast(people.live_views as bigint) as live_views,
    people.universities,
    demand.attended_openings / nullif(people.on_site_people, 0)::double as openings_per_attendee
from sides
left join demand using (side)
left join people using (side)
left join held using (side)
order by sides.side
