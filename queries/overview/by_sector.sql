-- Question: Which sectors ask for most people?
-- Grain: one row per sector with a posting in the selection
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings bigint [openings]: people wanted
--   postings bigint [postings]: rows of the job tables
--   openings_share double [share]: of all openings in the selection
-- Order: openings, descending; unclassified last
with counts as (
    select sector_code, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from selected_postings
    group by sector_code
)
select
    sector_code,
    sectors.name_zh as label_zh,
    sectors.name_en as label_en,
    openings,
    postings,
    openings / nullif(sum(openings) over (), 0)::double as openings_share
from counts
inner join sectors using (sector_code)
order by sector_code = 'unclassified', openings desc, sectors.official_order
