-- Question: In which sectors do the graduates of a discipline look for work?
-- Grain: one row per discipline and sector
-- Columns:
--   discipline_code varchar: the discipline
--   discipline_label_zh varchar: name of the discipline in Chinese
--   discipline_label_en varchar: name of the discipline in English
--   sector_code varchar: the sector
--   sector_label_zh varchar: name of the sector in Chinese
--   sector_label_en varchar: name of the sector in English
--   weight double: share of the discipline that looks for work in the sector; the weights of a discipline add up to 1
--   rationale varchar: why the weight is what it is
-- Order: disciplines in official order, weights descending
-- Notes: An assumption written down, not a statistic. It can be edited.
select
    discipline_code,
    disciplines.name_zh as discipline_label_zh,
    disciplines.name_en as discipline_label_en,
    sector_code,
    sectors.name_zh as sector_label_zh,
    sectors.name_en as sector_label_en,
    discipline_sectors.weight,
    discipline_sectors.rationale
from discipline_sectors
inner join disciplines using (discipline_code)
inner join sectors using (sector_code)
order by disciplines.official_order, discipline_sectors.weight desc, sectors.official_order
