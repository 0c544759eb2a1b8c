-- Question: With which universities did the selected regions sign agreements?
-- Grain: one row per agreement
-- Uses: selected_agreements
-- Columns:
--   agreement_id integer: the agreement
--   university_code varchar: the university
--   region_code varchar: the region
--   label_zh varchar: name of the university in Chinese
--   label_en varchar: name of the university in English
--   region_label_zh varchar: short name of the region in Chinese
--   region_label_en varchar: name of the region in English
--   signed_on date: day of signing
--   in_force_until date: last day in force; null where open
-- Order: newest first
select
    agreement_id,
    university_code,
    selected_agreements.region_code,
    universities.name_zh as label_zh,
    universities.name_en as label_en,
    regions.short_zh as region_label_zh,
    regions.name_en as region_label_en,
    signed_on,
    in_force_until
from selected_agreements
inner join universities using (university_code)
inner join regions on selected_agreements.region_code = regions.region_code
order by signed_on desc, agreement_id desc
