-- Question: Which school-site agreements end within 180 days?
-- Grain: one row per agreement in force whose last day is the day itself or one of the 180 days after it
-- Uses: standing_agreements
-- Parameters:
--   as_of_on date: the day of which the state is told
-- Columns:
--   agreement_id integer: the agreement
--   region_code varchar: the region
--   university_code varchar: the university
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   university_label_zh varchar: name of the university in Chinese
--   university_label_en varchar: name of the university in English
--   in_force_until date: its last day
-- Order: in_force_until, agreement_id
-- Notes: The agreements are those of the chosen regions and universities, whenever and wherever they were signed.
select
    standing_agreements.agreement_id,
    standing_agreements.region_code,
    standing_agreements.university_code,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    universities.name_zh as university_label_zh,
    universities.name_en as university_label_en,
    standing_agreements.in_force_until
from standing_agreements
inner join regions using (region_code)
inner join universities using (university_code)
where
    standing_agreements.status_code = 'expiring'
    and ($region_codes is null or list_contains($region_codes, standing_agreements.region_code))
    and ($university_codes is null or list_contains($university_codes, standing_agreements.university_code))
order by standing_agreements.in_force_until, standing_agreements.agreement_id
