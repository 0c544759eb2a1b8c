-- Question: Which figures were stated in public texts?
-- Grain: one row per published figure
-- Columns:
--   figure_id integer: the figure
--   fair_label_zh varchar: the fair it is about, in Chinese; null where it is about none
--   fair_label_en varchar: the fair it is about, in English
--   metric varchar: the metric it is comparable with, else the figure's own name
--   figure_name varchar: name of the figure
--   figure_value double: the number stated, null where the text is garbled
--   figure_unit varchar: what is counted
--   is_approximate boolean: true where the text says about or over
--   source_id varchar: the source
-- Order: source_id, figure_id
-- Notes: The sources are in methods/sources. Published figures are never added to recorded ones.
select
    published_figures.figure_id,
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    published_figures.metric,
    published_figures.figure_name,
    published_figures.value as figure_value,
    published_figures.unit as figure_unit,
    published_figures.is_approximate,
    published_figures.source_id
from published_figures
left join fairs on published_figures.fair_id = fairs.fair_id
order by published_figures.source_id, published_figures.figure_id
