-- Question: At which region's fairs are there more openings than people?
-- Grain: one row per host region: all 15 of the province, and others that hosted a fair with people counted
-- Uses: attended_postings, attended_people, crosswalked_people, two_sided
-- Parameters:
--   least_people integer: no ratio with fewer people than this
--   least_openings integer: no ratio with fewer openings than this
-- Columns:
--   region_code varchar: the region that hosted the fairs
--   label_zh varchar: its short name in Chinese
--   label_en varchar: its name in English
--   fairs bigint [fairs]: fairs that counted people on site
--   openings bigint [openings]: people wanted at these fairs; null where there was none
--   on_site_people bigint [people]: people counted on site; null where nobody was counted
--   openings_per_attendee double [openings a person]: openings by people on site; null on a small base, with a sector chosen, and where a filter narrows only one of the two
--   crosswalk_openings bigint [openings]: openings of sectors in the crosswalk, any major left out, at the fairs that counted people by discipline
--   applicants double [people]: people whom the crosswalk sends to the sectors selected
--   openings_per_applicant double [openings a person]: crosswalk_openings by applicants; null on a small base, and where a filter narrows only one of the two
-- Order: official order
-- Notes: The region is the host of the fair, for openings as for people. Fairs without a known host are left out.
with demand as (
    select
        host_region_code,
        cast(sum(openings) as bigint) as openings,
        cast(sum(openings) filter (
            where has_disciplines and not accepts_any_major and sector_code in (select sector_code from discipline_sectors)
        ) as bigint) as crosswalk_openings
    from attended_postings
    group by host_region_code
),
supply as (
    select host_region_code, cast(sum(attendance_count) as bigint) as on_site_people
    from attended_people
    group by host_region_code
),
applied as (
    select host_region_code, sum(people) as applicants
    from crosswalked_people
    group by host_region_code
),
hosts as (
    select host_region_code, count(*) as fairs
    from attended_fairs
    group by host_region_code
)
select
    regions.region_code,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    coalesce(hosts.fairs, 0) as fairs,
    demand.openings,
    supply.on_site_people,
    if(
        two_sided.is_two_sided and $sector_codes is null and supply.on_site_people >= $least_people and demand.openings >= $least_openings,
        demand.openings / nullif(supply.on_site_people, 0)::double, null
    ) as openings_per_attendee,
    demand.crosswalk_openings,
    applied.applicants,
    if(
        two_sided.is_two_sided and applied.applicants >= $least_people and demand.crosswalk_openings >= $least_openings,
        demand.crosswalk_openings / nullif(applied.applicants, 0), null
    ) as openings_per_applicant
from regions
left join hosts on regions.region_code = hosts.host_region_code
left join demand on regions.region_code = demand.host_region_code
left join supply on regions.region_code = supply.host_region_code
left join applied on regions.region_code = applied.host_region_code
cross join two_sided
where regions.is_liaoning_unit or hosts.fairs > 0
order by regions.is_liaoning_unit desc, regions.official_order
