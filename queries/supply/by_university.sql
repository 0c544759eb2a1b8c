-- Question: How many openings are there for the graduates of each university?
-- Grain: one row per university, of those with most people on site
-- Uses: attended_postings, attended_people, two_sided
-- Parameters:
--   most_universities integer: how many universities to show
--   least_people integer: no ratio with fewer people than this
--   least_openings integer: no ratio with fewer openings than this
-- Columns:
--   university_code varchar: the university
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   on_site_people bigint [people]: people counted on site
--   applicants double [people]: of these, people whom the crosswalk sends to a sector that is selected
--   openings_weighted double [openings]: their part of the openings of these sectors: openings of a sector, shared out evenly among all people whom the crosswalk sends there
--   openings_per_applicant double [openings a person]: openings_weighted by applicants; null on a small base, and where a filter narrows only one of the two
-- Order: on_site_people, descending
-- Notes: Only fairs that counted people on site by discipline. Openings that accept any major are left out.
with demand as (
    select sector_code, sum(openings) as openings
    from attended_postings
    where has_disciplines and not accepts_any_major
    group by sector_code
),
counts as (
    select university_code, discipline_code, sum(attendance_count) as people
    from attended_people
    where has_disciplines
    group by university_code, discipline_code
),
applied as (
    select counts.university_code, discipline_sectors.sector_code, sum(counts.people * discipline_sectors.weight) as applicants
    from counts
    inner join discipline_sectors using (discipline_code)
    where $sector_codes is null or discipline_sectors.sector_code in (select unnest($sector_codes))
    group by counts.university_code, discipline_sectors.sector_code
),
shared as (
    select
        university_code,
        applicants,
        coalesce(demand.openings, 0) * applicants / nullif(sum(applicants) over (partition by sector_code), 0) as openings_weighted
    from applied
    left join demand using (sector_code)
),
totals as (
    select university_code, sum(applicants) as applicants, sum(openings_weighted) as openings_weighted
    from shared
    group by university_code
),
largest as (
    select university_code, cast(sum(people) as bigint) as on_site_people
    from counts
    where university_code is not null
    group by university_code
    having sum(people) > 0
    order by on_site_people desc, university_code
    limit $most_universities
)
select
    university_code,
    universities.name_zh as label_zh,
    universities.name_en as label_en,
    largest.on_site_people,
    coalesce(totals.applicants, 0) as applicants,
    coalesce(totals.openings_weighted, 0) as openings_weighted,
    if(
        two_sided.is_two_sided and totals.applicants >= $least_people and totals.openings_weighted >= $least_openings,
        totals.openings_weighted / nullif(totals.applicants, 0), null
    ) as openings_per_applicant
from largest
inner join universities using (university_code)
left join totals using (university_code)
cross join two_sided
order by largest.on_site_people desc, university_code
