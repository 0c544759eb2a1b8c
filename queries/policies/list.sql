-- Question: Which policies were issued, when, and for which region?
-- Grain: one row per policy
-- Columns:
--   policy_id integer: the policy
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   policy_number bigint: its number in the order of the days, as it stands on charts
--   issued_on date: day of issue
--   region_code varchar: the region it applies to; null for the whole province
--   region_label_zh varchar: the region in Chinese
--   region_label_en varchar: the region in English
--   source_title varchar: title of the text it stands in; null where not known
--   url varchar: address of that text; null where not known
-- Order: issued_on
-- Notes: With regions chosen, the policies of these and those of the whole province.
select
    policy_id,
    policies.name_zh as label_zh,
    policies.name_en as label_en,
    row_number() over (order by issued_on, policy_id) as policy_number,
    issued_on,
    policies.region_code,
    if(policies.region_code is null or regions.level = 'province', '全省', regions.short_zh) as region_label_zh,
    if(policies.region_code is null or regions.level = 'province', 'Whole province', regions.name_en) as region_label_en,
    sources.title as source_title,
    sources.url
from policies
left join regions using (region_code)
left join sources using (source_id)
where
    list_contains($record_kinds, record_kind)
    and (
        $region_codes is null
        or policies.region_code is null
        or regions.level = 'province'
        or list_contains($region_codes, policies.region_code)
    )
order by issued_on, policy_id
