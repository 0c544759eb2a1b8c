-- Question: Where does the crosswalk send the people of each discipline?
-- Grain: one row per discipline with people and sector of the crosswalk
-- Uses: crosswalked_people
-- Columns:
--   discipline_code varchar: the discipline
--   sector_code varchar: the sector
--   discipline_label_zh varchar: name of the discipline in Chinese
--   discipline_label_en varchar: name of the discipline in English
--   sector_label_zh varchar: name of the sector in Chinese
--   sector_label_en varchar: name of the sector in English
--   applicants double [people]: people of the discipline, times the weight
--   weight double: share of the discipline that looks for work in the sector
-- Order: disciplines by their people, descending; sectors in official order
with counts as (
    select discipline_code, sector_code, sum(people) as applicants
    from crosswalked_people
    group by discipline_code, sector_code
    having sum(people) > 0
)
select
    discipline_code,
    sector_code,
    disciplines.name_zh as discipline_label_zh,
    disciplines.name_en as discipline_label_en,
    sectors.name_zh as sector_label_zh,
    sectors.name_en as sector_label_en,
    counts.applicants,
    discipline_sectors.weight
from counts
inner join discipline_sectors using (discipline_code, sector_code)
inner join disciplines using (discipline_code)
inner join sectors using (sector_code)
order by sum(counts.applicants) over (partition by discipline_code) desc, disciplines.official_order, sectors.official_order
