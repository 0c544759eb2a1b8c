-- Question: In which sectors are there more openings than applicants?
-- Grain: one row per sector, and one for openings that accept any major
-- Uses: attended_postings, crosswalked_people, two_sided
-- Parameters:
--   least_people integer: no ratio with fewer people than this
--   least_openings integer: no ratio with fewer openings than this
-- Columns:
--   row_code varchar: the sector, or any_major
--   sector_code varchar: the sector; null for any major
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings bigint [openings]: people wanted, postings that accept any major left out of the sectors
--   openings_share double [share]: of all openings in the answer
--   applicants double [people]: people whom the crosswalk sends to the sector; null where the crosswalk has none to send
--   applicants_share double [share]: of all people whom it sends
--   openings_per_applicant double [openings a person]: openings by applicants; null on a small base, and where a filter narrows only one of the two
-- Order: openings_per_applicant, descending; sectors without a ratio after them, then unclassified, then any major
-- Notes: Only fairs that counted people on site by discipline. The rows add up to all their openings. The region is the host of the fair.
with demand as (
    select if(accepts_any_major, 'any_major', sector_code) as row_code, cast(sum(openings) as bigint) as openings
    from attended_postings
    where has_disciplines
    group by all
),
supply as (
    select sector_code as row_code, sum(people) as applicants
    from crosswalked_people
    group by sector_code
),
lines as (
    select sector_code as row_code, sector_code, name_zh, name_en, official_order, sector_code in (select sector_code from discipline_sectors) as is_in_crosswalk
    from sectors
    where $sector_codes is null or sector_code in (select unnest($sector_codes))
    union all
    select 'any_major', null, '不限专业（各岗位类别）', 'Any major (all sectors)', 1000, false
)
select
    row_code,
    lines.sector_code,
    lines.name_zh as label_zh,
    lines.name_en as label_en,
    coalesce(demand.openings, 0) as openings,
    coalesce(demand.openings, 0) / nullif(sum(demand.openings) over (), 0)::double as openings_share,
    if(lines.is_in_crosswalk, coalesce(supply.applicants, 0), null) as applicants,
    if(lines.is_in_crosswalk, coalesce(supply.applicants, 0), null) / nullif(sum(supply.applicants) over (), 0) as applicants_share,
    if(
        two_sided.is_two_sided and supply.applicants >= $least_people and demand.openings >= $least_openings,
        demand.openings / nullif(supply.applicants, 0), null
    ) as openings_per_applicant
from lines
left join demand using (row_code)
left join supply using (row_code)
cross join two_sided
where exists (select 1 from attended_fairs where has_disciplines)
order by openings_per_applicant desc nulls last, lines.official_order >= 1000, lines.row_code = 'unclassified', lines.official_order
