-- Question: Where are the openings, and what do they pay there?
-- Grain: one row per region of the province, all 15 of them, zero included
-- Uses: waged_postings, selected_pairs
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   region_code varchar: the region
--   label_zh varchar: its short name in Chinese
--   label_en varchar: its name in English
--   tile_row integer: row on the tile grid
--   tile_column integer: column on the tile grid
--   openings bigint [openings]: people wanted, by place of work
--   openings_share double [share]: of the openings in the 15 regions
--   openings_rank integer: place among the 15 by openings, 1 for the most
--   postings bigint [postings]: rows of the job tables
--   employers bigint [employers]: distinct employers with a posting there
--   wage_median_yuan integer [yuan a month]: the wage that half of the openings with a wage reach; null where no posting states one
--   wage_median_rank integer: place among the 15 by median wage; null where no posting states one
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage; null where no posting states one
-- Order: official order
-- Employers by: region_code
-- Notes: Openings outside the province or without a known place are in cities/places. An employer with postings in two regions counts in both.
with wages as (
    select region_code, wage_yuan, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from waged_postings
    group by region_code, wage_yuan
),
cumulated as (
    select
        *,
        sum(openings) over (partition by region_code order by wage_yuan) as openings_so_far,
        sum(openings) over (partition by region_code) as openings_with_wage
    from wages
    where wage_yuan is not null
),
medians as (
    select
        region_code,
        min(wage_yuan) filter (where openings > 0 and openings_so_far * 2 >= openings_with_wage) as wage_median_yuan,
        coalesce(sum(openings) filter (where wage_yuan > $threshold_yuan), 0) / nullif(sum(openings), 0)::double as openings_over_threshold_share
    from cumulated
    group by region_code
),
counts as (
    select region_code, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from wages
    group by region_code
),
region_employers as (
    select region_code, count(distinct participant_id) as employers
    from selected_pairs
    group by region_code
)
select
    regions.region_code,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    regions.tile_row,
    regions.tile_column,
    coalesce(counts.openings, 0) as openings,
    counts.openings / nullif(sum(counts.openings) over (), 0)::double as openings_share,
    cast(rank() over (order by coalesce(counts.openings, 0) desc) as integer) as openings_rank,
    coalesce(counts.postings, 0) as postings,
    coalesce(region_employers.employers, 0) as employers,
    medians.wage_median_yuan,
    cast(if(medians.wage_median_yuan is null, null, rank() over (order by medians.wage_median_yuan desc nulls last)) as integer) as wage_median_rank,
    medians.openings_over_threshold_share
from regions
left join counts using (region_code)
left join medians using (region_code)
left join region_employers using (region_code)
where regions.is_liaoning_unit
order by regions.official_order
