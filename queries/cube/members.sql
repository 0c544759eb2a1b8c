-- Question: What do the charts that the browser redraws by itself call their marks?
-- Grain: one row per sector, region of the province, fair, level of education and kind of ownership
-- Columns:
--   dimension varchar: sector, region, fair, education or ownership
--   code varchar: the code of the mark within its dimension
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   position integer: its place in the official order; of a fair, by its first day; of a level of education, by its rank, not stated last
--   tile_row integer: row on the tile grid; null but for regions
--   tile_column integer: column on the tile grid; null but for regions
--   starts_on date: first day of a fair; null for others
--   fair_kind varchar: kind of a fair; null for others
--   record_kind varchar: recorded, published or synthetic; null but for fairs
-- Order: dimension, position
select 'sector' as dimension, sector_code as code, name_zh as label_zh, name_en as label_en, cast(official_order as integer) as position,
    null as tile_row, null as tile_column, null as starts_on, null as fair_kind, null as record_kind
from sectors
union all
select 'region', region_code, short_zh, name_en, official_order, tile_row, tile_column, null, null, null
from regions
where is_liaoning_unit
union all
select 'fair', cast(fair_id as varchar), name_zh, name_en, cast(row_number() over (order by starts_on, fair_id) as integer), null, null, starts_on, fair_kind, record_kind
from fairs
union all
select 'education', education_level, name_zh, name_en, cast(row_number() over (order by rank < 0, rank) as integer), null, null, null, null, null
from education_levels
union all
select 'ownership', ownership, name_zh, name_en, official_order, null, null, null, null, null
from ownerships
order by dimension, position
