-- Question: Where does each sector have more openings than applicants?
-- Grain: one row per sector of the crosswalk and host region: all 15 of the province, and others that hosted a fair with people counted
-- Uses: attended_postings, crosswalked_people, two_sided
-- Parameters:
--   least_people integer: no ratio with fewer people than this
--   least_openings integer: no ratio with fewer openings than this
-- Columns:
--   sector_code varchar: the sector
--   region_code varchar: the region that hosted the fairs
--   sector_label_zh varchar: name of the sector in Chinese
--   sector_label_en varchar: name of the sector in English
--   region_label_zh varchar: short name of the host in Chinese
--   region_label_en varchar: name of the host in English
--   openings bigint [openings]: people wanted, postings that accept any major left out; null where no fair counted people by discipline
--   applicants double [people]: people whom the crosswalk sends to the sector; null as above
--   openings_per_applicant double [openings a person]: openings by applicants; null on a small base, and where a filter narrows only one of the two
-- Order: sectors and regions in official order
-- Notes: Only fairs that counted people on site by discipline. The region is the host of the fair, for openings as for people.
with demand as (
    select host_region_code, sector_code, cast(sum(openings) as bigint) as openings
    from attended_postings
    where has_disciplines and not accepts_any_major
    group by host_region_code, sector_code
),
supply as (
    select host_region_code, sector_code, sum(people) as applicants
    from crosswalked_people
    group by host_region_code, sector_code
),
hosts as (
    select distinct host_region_code
    from attended_fairs
    where has_disciplines
),
cells as (
    select
        sectors.sector_code, sectors.name_zh, sectors.name_en, sectors.official_order as sector_order,
        regions.region_code, regions.short_zh, regions.name_en as region_name_en, regions.official_order as region_order, regions.is_liaoning_unit,
        regions.region_code in (select host_region_code from hosts) as has_counted
    from sectors
    cross join regions
    where
        sectors.sector_code in (select sector_code from discipline_sectors)
        and ($sector_codes is null or sectors.sector_code in (select unnest($sector_codes)))
        and (regions.is_liaoning_unit or regions.region_code in (select host_region_code from hosts))
        and exists (select 1 from hosts)
)
select
    cells.sector_code,
    cells.region_code,
    cells.name_zh as sector_label_zh,
    cells.name_en as sector_label_en,
    cells.short_zh as region_label_zh,
    cells.region_name_en as region_label_en,
    if(cells.has_counted, coalesce(demand.openings, 0), null) as openings,
    if(cells.has_counted, coalesce(supply.applicants, 0), null) as applicants,
    if(
        two_sided.is_two_sided and supply.applicants >= $least_people and demand.openings >= $least_openings,
        demand.openings / nullif(supply.applicants, 0), null
    ) as openings_per_applicant
from cells
left join demand on cells.region_code = demand.host_region_code and cells.sector_code = demand.sector_code
left join supply on cells.region_code = supply.host_region_code and cells.sector_code = supply.sector_code
cross join two_sided
order by cells.sector_order, cells.is_liaoning_unit desc, cells.region_order
