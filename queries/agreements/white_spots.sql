-- Question: Which agreements that are not there would cover most people?
-- Grain: one row per region of the 15 and university that sent people to its fairs without an agreement in force
-- Uses: agreement_states, paired_agreements, hosted_people
-- Parameters:
--   as_of_on date: the day of which the state is told
-- Columns:
--   region_code varchar: the region
--   university_code varchar: the university
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   university_label_zh varchar: name of the university in Chinese
--   university_label_en varchar: name of the university in English
--   status_label_zh varchar: state of the last agreement in Chinese
--   status_label_en varchar: state of the last agreement in English
--   in_force_until date: last day of the lapsed agreement; null where there was none
--   on_site_people bigint [people]: people whom the university sent to the region's fairs
--   region_people bigint [people]: all people at the region's fairs
--   coverage_gain_share double [share]: what an agreement would add to the coverage of the region
-- Order: on_site_people, descending
with bases as (
    select region_code, cast(sum(on_site_people) as bigint) as region_people
    from hosted_people
    group by region_code
)
select
    hosted_people.region_code,
    hosted_people.university_code,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    universities.name_zh as university_label_zh,
    universities.name_en as university_label_en,
    agreement_states.status_label_zh,
    agreement_states.status_label_en,
    paired_agreements.in_force_until,
    hosted_people.on_site_people,
    bases.region_people,
    hosted_people.on_site_people / nullif(bases.region_people, 0)::double as coverage_gain_share
from hosted_people
inner join bases using (region_code)
inner join regions using (region_code)
inner join universities on hosted_people.university_code = universities.university_code
left join paired_agreements
    on paired_agreements.region_code = hosted_people.region_code and paired_agreements.university_code = hosted_people.university_code
inner join agreement_states on agreement_states.status_code = coalesce(paired_agreements.status_code, 'none')
where
    not coalesce(paired_agreements.is_in_force, false)
    and hosted_people.on_site_people > 0
    and ($university_codes is null or list_contains($university_codes, hosted_people.university_code))
order by hosted_people.on_site_people desc, regions.official_order, hosted_people.university_code
