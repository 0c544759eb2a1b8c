-- Question: How many openings lie outside the 15 regions or nowhere known?
-- Grain: one row per kind of place that has openings
-- Uses: selected_postings
-- Columns:
--   place varchar: liaoning_unit, province_only, elsewhere, remote, nationwide, abroad or unknown
--   label_zh varchar: the kind of place in Chinese
--   label_en varchar: the kind of place in English
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of all openings in the selection
-- Order: the 15 regions first, unknown last
with counts as (
    select region_code, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by region_code
),
placed as (
    select
        case
            when region_code is null then 'unknown'
            when regions.level = 'scope' then region_code
            when regions.is_liaoning_unit then 'liaoning_unit'
            when region_code = '210000' then 'province_only'
            else 'elsewhere'
        end as place,
        counts.openings
    from counts
    left join regions using (region_code)
),
kinds as (
    select *
    from
        (values
            ('liaoning_unit', '省内15个地区', 'The 15 regions', 1),
            ('province_only', '辽宁省（未注明城市）', 'Liaoning, city not stated', 2),
            ('elsewhere', '省外', 'Outside the province', 3),
            ('nationwide', '全国', 'Nationwide', 4),
            ('remote', '远程', 'Remote', 5),
            ('abroad', '境外', 'Abroad', 6),
            ('unknown', '地点不详', 'Place unknown', 7)
        ) as list (place, label_zh, label_en, official_order)
),
totals as (
    select place, cast(sum(openings) as bigint) as openings
    from placed
    group by place
)
select
    place,
    kinds.label_zh,
    kinds.label_en,
    totals.openings,
    totals.openings / nullif(sum(totals.openings) over (), 0)::double as openings_share
from totals
inner join kinds using (place)
order by kinds.official_order
