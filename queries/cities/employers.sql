-- Question: Which employers ask for most people in the selected regions?
-- Grain: one row per selected region and employer, the ten largest of each region
-- Uses: selected_postings
-- Columns:
--   region_code varchar: the region
--   employer_id bigint: the employer
--   label_zh varchar: the employer's name
--   label_en varchar: the employer's name, which has no English
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   ownership_label_zh varchar: ownership in Chinese
--   ownership_label_en varchar: ownership in English
--   openings bigint [openings]: people wanted in the region
--   openings_share double [share]: of the openings in the region
--   position integer: place in the region, 1 for the most
-- Order: region in official order; openings, descending
with counts as (
    select region_code, employer_id, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by region_code, employer_id
),
placed as (
    select
        *,
        openings / nullif(sum(openings) over (partition by region_code), 0)::double as openings_share,
        cast(row_number() over (partition by region_code order by openings desc, employer_id) as integer) as position
    from counts
)
select
    region_code,
    employer_id,
    employers.name as label_zh,
    employers.name as label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    ownerships.name_zh as ownership_label_zh,
    ownerships.name_en as ownership_label_en,
    placed.openings,
    placed.openings_share,
    placed.position
from placed
inner join regions using (region_code)
inner join employers using (employer_id)
inner join ownerships using (ownership)
where placed.position <= 10
order by regions.official_order, placed.position
