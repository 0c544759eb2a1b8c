-- Question: How many openings are there for each person on site?
-- Grain: one row
-- Uses: hosted_fairs, attended_postings, attended_people, crosswalked_people, two_sided
-- Parameters:
--   least_people integer: no ratio with fewer people than this
--   least_openings integer: no ratio with fewer openings than this
-- Columns:
--   fairs bigint [fairs]: fairs in the selection; with a region chosen, those hosted there
--   attended_fairs bigint [fairs]: of these, fairs that counted people on site
--   discipline_fairs bigint [fairs]: of these, fairs that counted them by discipline
--   openings bigint [openings]: people wanted at the fairs that counted people on site
--   on_site_people bigint [people]: people counted on site
--   openings_per_attendee double [openings a person]: openings by people on site; null on a small base, and where a filter narrows only one of the two
--   people_covered_share double [share]: people whose discipline the crosswalk has, of all people counted on site
--   postings_covered_share double [share]: postings whose sector the crosswalk has, of all postings at the fairs that counted people on site
--   openings_covered_share double [share]: the same for openings
--   any_major_openings bigint [openings]: openings of postings that accept any major, at the fairs that counted people by discipline
--   any_major_share double [share]: of the openings at these fairs
--   crosswalk_openings bigint [openings]: openings of sectors in the crosswalk, any major left out, at the fairs that counted people by discipline
--   applicants double [people]: people whom the crosswalk sends to the sectors selected
--   openings_per_applicant double [openings a person]: crosswalk_openings by applicants; null as above
-- Order: none
-- Notes: The region is the host of the fair, for openings as for people.
with demand as (
    select
        cast(sum(openings) as bigint) as openings,
        sum(postings) as postings,
        sum(postings) filter (where sector_code in (select sector_code from discipline_sectors)) as postings_covered,
        sum(openings) filter (where sector_code in (select sector_code from discipline_sectors)) as openings_covered,
        cast(sum(openings) filter (where has_disciplines) as bigint) as discipline_openings,
        cast(sum(openings) filter (where has_disciplines and accepts_any_major) as bigint) as any_major_openings,
        cast(sum(openings) filter (
            where has_disciplines and not accepts_any_major and sector_code in (select sector_code from discipline_sectors)
        ) as bigint) as crosswalk_openings
    from attended_postings
),
supply as (
    select
        cast(sum(attendance_count) as bigint) as on_site_people,
        sum(attendance_count) filter (where discipline_code in (select discipline_code from discipline_sectors)) as people_covered
    from attended_people
),
applied as (
    select sum(people) as applicants
    from crosswalked_people
),
counted as (
    select count(*) as attended_fairs, count(*) filter (where has_disciplines) as discipline_fairs
    from attended_fairs
)
select
    (select count(*) from hosted_fairs) as fairs,
    counted.attended_fairs,
    counted.discipline_fairs,
    coalesce(demand.openings, 0) as openings,
    supply.on_site_people,
    if(
        two_sided.is_two_sided and $sector_codes is null and supply.on_site_people >= $least_people and demand.openings >= $least_openings,
        demand.openings / nullif(supply.on_site_people, 0)::double, null
    ) as openings_per_attendee,
    coalesce(supply.people_covered, 0) / nullif(supply.on_site_people, 0)::double as people_covered_share,
    coalesce(demand.postings_covered, 0) / nullif(demand.postings, 0)::double as postings_covered_share,
    coalesce(demand.openings_covered, 0) / nullif(demand.openings, 0)::double as openings_covered_share,
    coalesce(demand.any_major_openings, 0) as any_major_openings,
    coalesce(demand.any_major_openings, 0) / nullif(demand.discipline_openings, 0)::double as any_major_share,
    coalesce(demand.crosswalk_openings, 0) as crosswalk_openings,
    applied.applicants,
    if(
        two_sided.is_two_sided and applied.applicants >= $least_people and demand.crosswalk_openings >= $least_openings,
        demand.crosswalk_openings / nullif(applied.applicants, 0), null
    ) as openings_per_applicant
from demand, supply, applied, counted, two_sided
