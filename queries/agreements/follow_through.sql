-- Question: What came before and after each agreement was signed?
-- Grain: one row per agreement
-- Uses: selected_agreements, counted_attendance, counted_postings
-- Columns:
--   agreement_id integer: the agreement
--   region_code varchar: the region
--   university_code varchar: the university
--   label_zh varchar: name of the university in Chinese
--   label_en varchar: name of the university in English
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   signed_on date: day of signing
--   fairs_before bigint [fairs]: fairs that the region hosted in the 365 days before; null where there are no records of that time
--   people_before bigint [people]: people from the university at them; null where they counted no people
--   openings_before bigint [openings]: people wanted at them; null where they have no job table
--   is_before_whole boolean: true where the records reach back 365 days before the signing
--   fairs_after bigint [fairs]: fairs that the region hosted in the 365 days after; null where there are no records of that time
--   people_after bigint [people]: people from the university at them; null where they counted no people
--   openings_after bigint [openings]: people wanted at them; null where they have no job table
--   is_after_whole boolean: true where the records reach 365 days beyond the signing
-- Order: newest first
-- Notes: The day of signing itself is in neither time: the fair at which an agreement is signed is neither before nor after it. The fairs are all of the kind of record chosen, whatever the period; the records reach from the first day of the first to the last day of the last.
with kept as (
    select fair_id, starts_on, ends_on, host_region_code
    from fairs
    where list_contains($record_kinds, record_kind)
),
span as (
    select min(starts_on) as first_on, max(ends_on) as last_on from kept
),
sides as (
    select
        agreement_id, region_code, university_code, signed_on, 'before' as side,
        signed_on - 365 as from_on, signed_on as before_on, signed_on > span.first_on as is_told, signed_on - 365 >= span.first_on as is_whole
    from selected_agreements
    cross join span
    union all
    select
        agreement_id, region_code, university_code, signed_on, 'after' as side,
        signed_on + 1 as from_on, signed_on + 366 as before_on, signed_on < span.last_on as is_told, signed_on + 365 <= span.last_on as is_whole
    from selected_agreements
    cross join span
),
people_of_fairs as (
    select fair_id, university_code, cast(sum(attendance_count) as bigint) as on_site_people
    from counted_attendance
    where channel = 'on_site' and unit = 'people'
    group by fair_id, university_code
),
counted_fairs as (
    select distinct fair_id from people_of_fairs
),
openings_of_fairs as (
    select fair_id, cast(sum(openings) as bigint) as openings
    from counted_postings
    group by fair_id
),
sums as (
    select
        sides.agreement_id,
        sides.side,
        count(kept.fair_id) as fairs,
        count(counted_fairs.fair_id) as fairs_counted,
        cast(sum(people_of_fairs.on_site_people) as bigint) as on_site_people,
        cast(sum(openings_of_fairs.openings) as bigint) as openings
    from sides
    left join kept
        on kept.host_region_code = sides.region_code and kept.starts_on >= sides.from_on and kept.starts_on < sides.before_on
    left join counted_fairs on kept.fair_id = counted_fairs.fair_id
    left join people_of_fairs on kept.fair_id = people_of_fairs.fair_id and sides.university_code = people_of_fairs.university_code
    left join openings_of_fairs on kept.fair_id = openings_of_fairs.fair_id
    group by sides.agreement_id, sides.side
),
told as (
    select
        sides.*,
        if(coalesce(sides.is_told, false), sums.fairs, null) as fairs,
        if(sums.fairs_counted > 0, coalesce(sums.on_site_people, 0), null) as on_site_people,
        sums.openings
    from sides
    inner join sums using (agreement_id, side)
)
select
    before_it.agreement_id,
    before_it.region_code,
    before_it.university_code,
    universities.name_zh as label_zh,
    universities.name_en as label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    before_it.signed_on,
    before_it.fairs as fairs_before,
    before_it.on_site_people as people_before,
    before_it.openings as openings_before,
    coalesce(before_it.is_whole, false) as is_before_whole,
    after_it.fairs as fairs_after,
    after_it.on_site_people as people_after,
    after_it.openings as openings_after,
    coalesce(after_it.is_whole, false) as is_after_whole
from told as before_it
inner join told as after_it on before_it.agreement_id = after_it.agreement_id and after_it.side = 'after'
inner join universities on before_it.university_code = universities.university_code
inner join regions on before_it.region_code = regions.region_code
where before_it.side = 'before'
order by before_it.signed_on desc, before_it.agreement_id desc
