-- Question: How did the sectors' demand move from half-year to half-year?
-- Grain: one row per sector with a posting in the selection and half-year from the first to the last selected fair
-- Uses: selected_postings
-- Columns:
--   sector_code varchar: the sector
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   half_starts_on date: first day of the half-year
--   openings bigint [openings]: people wanted at the fairs that began in the half-year; null where no selected fair has a posting
--   sector_openings bigint [openings]: people wanted by the sector over all half-years
-- Order: openings of the sector, descending, unclassified last; half_starts_on
-- Notes: A half-year without a fair is a gap, not a zero. The last half-year may be incomplete.
with counts as (
    select fair_id, sector_code, cast(sum(openings) as bigint) as openings
    from selected_postings
    group by fair_id, sector_code
),
dated as (
    select
        sector_code,
        openings,
        make_date(year(starts_on), if(month(starts_on) <= 6, 1, 7), 1) as half_starts_on
    from counts
    inner join fairs using (fair_id)
),
halves as (
    select
        cast(half as date) as half_starts_on,
        cast(half as date) in (select half_starts_on from dated) as has_fair
    from generate_series(
        (select cast(min(half_starts_on) as timestamp) from dated),
        (select cast(max(half_starts_on) as timestamp) from dated),
        interval 6 month
    ) as series (half)
),
totals as (
    select sector_code, cast(sum(openings) as bigint) as sector_openings
    from dated
    group by sector_code
),
sums as (
    select sector_code, half_starts_on, cast(sum(openings) as bigint) as openings
    from dated
    group by sector_code, half_starts_on
)
select
    totals.sector_code,
    sectors.name_zh as label_zh,
    sectors.name_en as label_en,
    halves.half_starts_on,
    if(halves.has_fair, coalesce(sums.openings, 0), null) as openings,
    totals.sector_openings
from totals
inner join sectors using (sector_code)
cross join halves
left join sums
    on sums.sector_code = totals.sector_code and sums.half_starts_on = halves.half_starts_on
order by totals.sector_code = 'unclassified', totals.sector_openings desc, sectors.official_order, halves.half_starts_on
