-- Question: Which sectors, regions, levels of education and kinds of ownership pay over the line most often?
-- Grain: one row per breakdown (sector, region, education, ownership) and value; regions all 15, others with a posting in the selection
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   breakdown varchar: sector, region, education or ownership
--   value_code varchar: the value
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage; null where none states a wage
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_with_wage bigint [openings]: openings of postings that state a wage on the basis chosen
--   openings bigint [openings]: people wanted
--   base_note_zh varchar: a warning in Chinese where fewer than 30 openings state a wage, else null
--   base_note_en varchar: the same in English
-- Order: breakdown, unknown last, then share, descending
-- Wages: by the thousand
-- Notes: Regions are places of work. Places outside the 15 regions are not broken down.
with cells as materialized (
    select
        sector_code,
        region_code,
        education_level,
        ownership,
        sum(openings) as openings,
        sum(openings) filter (where wage_yuan is not null) as openings_with_wage,
        sum(openings) filter (where wage_yuan > $threshold_yuan) as openings_over_threshold
    from waged_postings
    group by sector_code, region_code, education_level, ownership
),
grouped as (
    select
        sector_code,
        region_code,
        education_level,
        ownership,
        grouping(sector_code, region_code, education_level, ownership) as missing_columns,
        cast(sum(openings) as bigint) as openings,
        cast(coalesce(sum(openings_with_wage), 0) as bigint) as openings_with_wage,
        cast(coalesce(sum(openings_over_threshold), 0) as bigint) as openings_over_threshold
    from cells
    group by grouping sets ((sector_code), (region_code), (education_level), (ownership))
),
named as (
    select
        'sector' as breakdown,
        sector_code as value_code,
        name_zh,
        name_en,
        official_order,
        openings,
        openings_with_wage,
        openings_over_threshold
    from grouped
    inner join sectors using (sector_code)
    where missing_columns = 7
    union all
    select
        'region',
        regions.region_code,
        regions.short_zh,
        regions.name_en,
        regions.official_order,
        coalesce(grouped.openings, 0),
        coalesce(grouped.openings_with_wage, 0),
        coalesce(grouped.openings_over_threshold, 0)
    from regions
    left join grouped on grouped.region_code = regions.region_code and grouped.missing_columns = 11
    where regions.is_liaoning_unit and exists (select 1 from grouped)
    union all
    select 'education', education_level, name_zh, name_en, education_levels.rank, openings, openings_with_wage, openings_over_threshold
    from grouped
    inner join education_levels using (education_level)
    where missing_columns = 13
    union all
    select 'ownership', ownership, name_zh, name_en, official_order, openings, openings_with_wage, openings_over_threshold
    from grouped
    inner join ownerships using (ownership)
    where missing_columns = 14
)
select
    breakdown,
    value_code,
    name_zh as label_zh,
    name_en as label_en,
    openings_over_threshold / nullif(openings_with_wage, 0)::double as openings_over_threshold_share,
    openings_over_threshold,
    openings_with_wage,
    openings,
    if(openings_with_wage < 30, '基数不足30', null) as base_note_zh,
    if(openings_with_wage < 30, 'base under 30', null) as base_note_en
from named
order by
    breakdown,
    value_code in ('unclassified', 'unknown'),
    openings_over_threshold_share desc nulls last,
    official_order
