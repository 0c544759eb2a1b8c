-- Question: What part of the people whom the crosswalk sends to a sector comes from a university?
-- Grain: one row per sector of the crosswalk; none where no university is asked for
-- Uses: attended_people
-- Parameters:
--   part_of_university varchar: count each posting by the part that this university has in the people of its sector; null for the whole
--   of_hosts varchar[]: only fairs hosted by these regions; null for any
-- Columns:
--   sector_code varchar: the sector
--   weight double: the part
-- Order: none
with counts as (
    select university_code, discipline_code, sum(attendance_count) as people
    from attended_people
    where
        has_disciplines
        and $part_of_university is not null
        and ($of_hosts is null or host_region_code in (select unnest($of_hosts)))
    group by university_code, discipline_code
)
select
    discipline_sectors.sector_code,
    sum(counts.people * discipline_sectors.weight) filter (where counts.university_code = $part_of_university)
    / nullif(sum(counts.people * discipline_sectors.weight), 0) as weight
from counts
inner join discipline_sectors using (discipline_code)
where $sector_codes is null or discipline_sectors.sector_code in (select unnest($sector_codes))
group by discipline_sectors.sector_code
