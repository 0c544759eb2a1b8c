-- Question: Which provinces made a pact, and what does each bring?
-- Grain: one row per pact and province that signed it
-- Uses: selected_fairs, counted_attendance, counted_postings
-- Columns:
--   pact_id integer: the pact
--   province_code varchar: the province
--   label_zh varchar: short name of the province in Chinese
--   label_en varchar: name of the province in English
--   pact_label_zh varchar: name of the pact in Chinese
--   pact_label_en varchar: name of the pact in English
--   signed_on date: day of signing
--   record_label_zh varchar: kind of record in Chinese
--   record_label_en varchar: kind of record in English
--   universities bigint [universities]: distinct universities seated there with at least one person counted on site
--   on_site_people bigint [people]: people from them counted on site; null where no fair counted people
--   openings bigint [openings]: people wanted with a place of work there; null where no fair has a job table
-- Order: newest pact first; Liaoning, then the others in official order
-- Notes: People and openings are those of the selected fairs, whatever region is chosen.
with people as (
    select
        universities.province_code,
        cast(sum(attendance_count) as bigint) as on_site_people,
        count(distinct university_code) filter (where attendance_count > 0) as universities
    from counted_attendance
    inner join universities using (university_code)
    where channel = 'on_site' and unit = 'people' and fair_id in (select fair_id from selected_fairs)
    group by universities.province_code
),
wanted as (
    select coalesce(regions.parent_code, regions.region_code) as province_code, cast(sum(openings) as bigint) as openings
    from counted_postings
    inner join regions using (region_code)
    where fair_id in (select fair_id from selected_fairs)
    group by coalesce(regions.parent_code, regions.region_code)
)
select
    pacts.pact_id,
    pact_parties.province_code,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    pacts.name_zh as pact_label_zh,
    pacts.name_en as pact_label_en,
    pacts.signed_on,
    case pacts.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' else '模拟样本' end as record_label_zh,
    case pacts.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' else 'Synthetic sample' end as record_label_en,
    coalesce(people.universities, 0) as universities,
    if((select count(*) from people) > 0, coalesce(people.on_site_people, 0), null) as on_site_people,
    if((select count(*) from wanted) > 0, coalesce(wanted.openings, 0), null) as openings
from pacts
inner join pact_parties using (pact_id)
inner join regions on pact_parties.province_code = regions.region_code
left join people on pact_parties.province_code = people.province_code
left join wanted on pact_parties.province_code = wanted.province_code
where list_contains($record_kinds, pacts.record_kind)
order by pacts.signed_on desc, pacts.pact_id, pact_parties.province_code <> '210000', regions.official_order
