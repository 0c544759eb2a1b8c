-- Question: Which region has an agreement with which university?
-- Grain: one row per region of the 15 and university: those with any agreement, and those that send most people
-- Uses: agreement_states, standing_agreements, paired_agreements, hosted_people
-- Parameters:
--   as_of_on date: the day of which the state is told
--   most_universities integer: how many of the universities that send most people stand there, with an agreement or without
--   is_inside boolean: true for universities in Liaoning, false for the others, null for all
-- Columns:
--   region_code varchar: the region
--   university_code varchar: the university
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   university_label_zh varchar: name of the university in Chinese
--   university_label_en varchar: name of the university in English
--   is_in_liaoning boolean: true where the university is in the province
--   status_code varchar: in_force, expiring, signed, lapsed or none
--   status_label_zh varchar: the state in Chinese
--   status_label_en varchar: the state in English
--   signed_on date: day of signing; null where not signed
--   in_force_until date: last day in force; null where open or not signed
--   agreements bigint [agreements]: agreements that the pair signed until the day
--   on_site_people bigint [people]: people whom the university sent to the region's fairs; null where none were counted there
--   is_leader boolean: true where no university sent more people to the region's fairs
-- Order: regions in official order; universities in the province first, then by all people they sent, descending
-- Notes: With universities chosen, only those. An agreement signed after the day counts as not signed.
with sums as (
    select university_code, sum(on_site_people) as all_people
    from hosted_people
    where university_code is not null
    group by university_code
),
largest as (
    select university_code
    from sums
    order by all_people desc, university_code
    limit $most_universities
),
shown as (
    select universities.university_code, universities.name_zh, universities.name_en, universities.is_in_liaoning, coalesce(sums.all_people, 0) as all_people
    from universities
    left join sums using (university_code)
    where
        ($is_inside is null or universities.is_in_liaoning = $is_inside)
        and if(
            $university_codes is null,
            universities.university_code in (select university_code from largest)
            or universities.university_code in (select university_code from agreements where list_contains($record_kinds, record_kind)),
            list_contains($university_codes, universities.university_code)
        )
),
signings as (
    select region_code, university_code, count(*) as agreements
    from standing_agreements
    group by region_code, university_code
),
bases as (
    select
        region_code,
        arg_min(university_code, (-on_site_people, university_code)) filter (where university_code is not null and on_site_people > 0) as leader_code
    from hosted_people
    group by region_code
)
select
    regions.region_code,
    shown.university_code,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    shown.name_zh as university_label_zh,
    shown.name_en as university_label_en,
    shown.is_in_liaoning,
    agreement_states.status_code,
    agreement_states.status_label_zh,
    agreement_states.status_label_en,
    paired_agreements.signed_on,
    paired_agreements.in_force_until,
    coalesce(signings.agreements, 0) as agreements,
    if(bases.region_code is null, null, coalesce(hosted_people.on_site_people, 0)) as on_site_people,
    coalesce(bases.leader_code = shown.university_code, false) as is_leader
from regions
cross join shown
left join paired_agreements
    on paired_agreements.region_code = regions.region_code and paired_agreements.university_code = shown.university_code
left join signings
    on signings.region_code = regions.region_code and signings.university_code = shown.university_code
left join hosted_people
    on hosted_people.region_code = regions.region_code and hosted_people.university_code = shown.university_code
left join bases on regions.region_code = bases.region_code
inner join agreement_states on agreement_states.status_code = coalesce(paired_agreements.status_code, 'none')
where regions.is_liaoning_unit
order by regions.official_order, shown.is_in_liaoning desc, shown.all_people desc, shown.university_code
