-- Question: What part of the attendance of each region comes from universities under agreement, and which university sends most people?
-- Grain: one row per region of the 15
-- Uses: agreement_states, paired_agreements, hosted_people
-- Parameters:
--   as_of_on date: the day of which the state is told
-- Columns:
--   region_code varchar: the region
--   label_zh varchar: its short name in Chinese
--   label_en varchar: its name in English
--   agreements_in_force bigint [agreements]: universities with which it has an agreement in force on the day
--   on_site_people bigint [people]: people counted on site at the fairs it hosted; null where none were counted
--   people_under_agreement bigint [people]: of them from universities with an agreement in force with the region
--   people_without_agreement bigint [people]: of them from universities without one
--   people_unstated bigint [people]: of them without a known university
--   attendance_under_agreement_share double [share]: people under agreement, of all people counted, those without a known university among them
--   leader_code varchar: the university that sent most people; null where none is known
--   leader_label_zh varchar: its name in Chinese
--   leader_label_en varchar: its name in English
--   leader_people bigint [people]: people it sent
--   leader_share double [share]: of the region's people
--   leader_status_code varchar: state of its agreement with the region on the day
--   leader_status_label_zh varchar: that state in Chinese
--   leader_status_label_en varchar: that state in English
-- Order: official order of the regions
-- Notes: A region's people are those at the fairs that it hosted. Of universities with equally many people the one with the smaller code leads.
with counts as (
    select
        hosted_people.region_code,
        hosted_people.university_code,
        hosted_people.on_site_people,
        coalesce(paired_agreements.is_in_force, false) as is_in_force,
        coalesce(paired_agreements.status_code, 'none') as status_code,
        row_number() over (
            partition by hosted_people.region_code
            order by hosted_people.university_code is null, hosted_people.on_site_people desc, hosted_people.university_code
        ) as position
    from hosted_people
    left join paired_agreements using (region_code, university_code)
),
sums as (
    select
        region_code,
        cast(sum(on_site_people) as bigint) as on_site_people,
        coalesce(cast(sum(on_site_people) filter (where is_in_force) as bigint), 0) as people_under_agreement,
        coalesce(cast(sum(on_site_people) filter (where not is_in_force and university_code is not null) as bigint), 0) as people_without_agreement,
        coalesce(cast(sum(on_site_people) filter (where university_code is null) as bigint), 0) as people_unstated
    from counts
    group by region_code
),
partners as (
    select region_code, count(*) as agreements_in_force
    from paired_agreements
    where is_in_force
    group by region_code
),
leaders as (
    select region_code, university_code as leader_code, on_site_people as leader_people, status_code
    from counts
    where position = 1 and university_code is not null and on_site_people > 0
)
select
    regions.region_code,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    coalesce(partners.agreements_in_force, 0) as agreements_in_force,
    sums.on_site_people,
    sums.people_under_agreement,
    sums.people_without_agreement,
    sums.people_unstated,
    sums.people_under_agreement / nullif(sums.on_site_people, 0)::double as attendance_under_agreement_share,
    leaders.leader_code,
    universities.name_zh as leader_label_zh,
    universities.name_en as leader_label_en,
    leaders.leader_people,
    leaders.leader_people / nullif(sums.on_site_people, 0)::double as leader_share,
    leaders.status_code as leader_status_code,
    agreement_states.status_label_zh as leader_status_label_zh,
    agreement_states.status_label_en as leader_status_label_en
from regions
left join sums on regions.region_code = sums.region_code
left join partners on regions.region_code = partners.region_code
left join leaders on regions.region_code = leaders.region_code
left join universities on leaders.leader_code = universities.university_code
left join agreement_states on leaders.status_code = agreement_states.status_code
where regions.is_liaoning_unit
order by regions.official_order
