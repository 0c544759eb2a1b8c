-- Question: Which fairs can be put on a side of a comparison?
-- Grain: one row per fair
-- Columns:
--   fair_id integer: the fair
--   label_zh varchar: first day and name in Chinese
--   label_en varchar: first day and name in English
--   fair_kind varchar: its kind
--   kind_label_zh varchar: name of its kind in Chinese
--   kind_label_en varchar: name of its kind in English
--   record_kind varchar: recorded, published or synthetic
--   starts_on date: first day
--   half_starts_on date: first day of its half-year
-- Order: newest first
select
    fairs.fair_id,
    strftime(fairs.starts_on, '%Y-%m-%d') || ' ' || fairs.name_zh as label_zh,
    strftime(fairs.starts_on, '%Y-%m-%d') || ' ' || fairs.name_en as label_en,
    fairs.fair_kind,
    fair_kinds.name_zh as kind_label_zh,
    fair_kinds.name_en as kind_label_en,
    fairs.record_kind,
    fairs.starts_on,
    make_date(year(fairs.starts_on), if(month(fairs.starts_on) <= 6, 1, 7), 1) as half_starts_on
from fairs
inner join fair_kinds using (fair_kind)
order by fairs.starts_on desc, fairs.fair_id desc
