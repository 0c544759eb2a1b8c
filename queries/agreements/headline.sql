-- Question: How many school-site agreements are there, and what part of the attendance do they cover?
-- Grain: one row
-- Uses: standing_agreements, paired_agreements, hosted_people
-- Parameters:
--   as_of_on date: the day of which the state is told
-- Columns:
--   agreements_in_force bigint [agreements]: in force on the day, those expiring and those without an end among them
--   agreements_expiring bigint [agreements]: of them ending on the day or within 180 days after it
--   agreements_without_end bigint [agreements]: of them without a last day
--   agreements_lapsed bigint [agreements]: signed before, and over before the day
--   agreements_renewed bigint [agreements]: of the lapsed ones those whose region and university have another one in force
--   regions_under_agreement bigint [regions]: of the 15 units those with an agreement in force
--   universities_under_agreement bigint [universities]: universities with an agreement in force
--   universities_inside bigint [universities]: of them in Liaoning
--   on_site_people bigint [people]: people counted on site at the fairs of the 15 units; null where none were counted
--   people_under_agreement bigint [people]: of them from universities with an agreement in force with the host
--   people_unstated bigint [people]: of them without a known university
--   attendance_under_agreement_share double [share]: people under agreement, of all people counted, those without a known university among them
-- Order: none
-- Notes: The agreements are those of the chosen regions and universities, whenever and wherever they were signed; the people are those at the fairs chosen.
with chosen as (
    select standing_agreements.*, paired_agreements.is_in_force as is_pair_in_force, universities.is_in_liaoning, regions.is_liaoning_unit
    from standing_agreements
    inner join paired_agreements using (region_code, university_code)
    inner join universities using (university_code)
    inner join regions on standing_agreements.region_code = regions.region_code
    where
        ($region_codes is null or list_contains($region_codes, standing_agreements.region_code))
        and ($university_codes is null or list_contains($university_codes, standing_agreements.university_code))
),
people as (
    select
        cast(sum(on_site_people) as bigint) as on_site_people,
        cast(sum(on_site_people) filter (where is_in_force) as bigint) as people_under_agreement,
        cast(sum(on_site_people) filter (where university_code is null) as bigint) as people_unstated
    from hosted_people
    left join paired_agreements using (region_code, university_code)
)
select
    count(*) filter (where is_in_force) as agreements_in_force,
    count(*) filter (where status_code = 'expiring') as agreements_expiring,
    count(*) filter (where status_code = 'signed') as agreements_without_end,
    count(*) filter (where status_code = 'lapsed') as agreements_lapsed,
    count(*) filter (where status_code = 'lapsed' and is_pair_in_force) as agreements_renewed,
    count(distinct region_code) filter (where is_in_force and is_liaoning_unit) as regions_under_agreement,
    count(distinct university_code) filter (where is_in_force) as universities_under_agreement,
    count(distinct university_code) filter (where is_in_force and is_in_liaoning) as universities_inside,
    any_value(people.on_site_people) as on_site_people,
    if(any_value(people.on_site_people) is null, null, coalesce(any_value(people.people_under_agreement), 0)) as people_under_agreement,
    if(any_value(people.on_site_people) is null, null, coalesce(any_value(people.people_unstated), 0)) as people_unstated,
    coalesce(any_value(people.people_under_agreement), 0) / nullif(any_value(people.on_site_people), 0)::double as attendance_under_agreement_share
from people
left join chosen on true
