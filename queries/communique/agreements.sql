-- Question: How many school-site agreements were signed, by how many regions, with how many universities?
-- Grain: one row
-- Uses: selected_agreements
-- Columns:
--   agreements bigint [agreements]: agreements signed
--   signing_regions bigint [regions]: distinct regions that signed one
--   signing_universities bigint [universities]: distinct universities that signed one
--   universities_inside bigint [universities]: of them in Liaoning
--   is_every_unit boolean: true where each of the 15 units of the province signed one, and nobody else
-- Order: none
select
    count(*) as agreements,
    count(distinct selected_agreements.region_code) as signing_regions,
    count(distinct university_code) as signing_universities,
    count(distinct university_code) filter (where universities.is_in_liaoning) as universities_inside,
    count(distinct selected_agreements.region_code) = count(distinct selected_agreements.region_code) filter (where regions.is_liaoning_unit)
    and count(distinct selected_agreements.region_code) = (select count(*) from regions where is_liaoning_unit) as is_every_unit
from selected_agreements
inner join universities using (university_code)
inner join regions on selected_agreements.region_code = regions.region_code
