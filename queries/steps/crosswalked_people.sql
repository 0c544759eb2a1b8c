-- Question: How many people look for work in each sector, by the crosswalk?
-- Grain: one row per host region, discipline and sector
-- Uses: attended_people
-- Columns:
--   host_region_code varchar: the region that hosted the fair
--   discipline_code varchar: the discipline of the people
--   sector_code varchar: the sector in which they look for work
--   people double [people]: people of the discipline, times the weight of the sector
-- Order: none
-- Notes: People without a stated discipline are not among them.
with counts as (
    select host_region_code, discipline_code, sum(attendance_count) as people
    from attended_people
    where has_disciplines and discipline_code is not null
    group by host_region_code, discipline_code
)
select counts.host_region_code, discipline_code, discipline_sectors.sector_code, counts.people * discipline_sectors.weight as people
from counts
inner join discipline_sectors using (discipline_code)
where $sector_codes is null or discipline_sectors.sector_code in (select unnest($sector_codes))
