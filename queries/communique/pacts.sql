-- Question: Which provinces signed a pact at the selected fairs or in the period chosen?
-- Grain: one row per pact and province that signed it
-- Uses: selected_fairs
-- Columns:
--   pact_id integer: the pact
--   pact_label_zh varchar: name of the pact in Chinese
--   pact_label_en varchar: name of the pact in English
--   label_zh varchar: short name of the province in Chinese
--   label_en varchar: name of the province in English
--   signed_on date: day of signing
-- Order: oldest pact first; Liaoning, then provinces, then autonomous regions, in official order
-- Notes: With a fair or a kind of fair chosen, only pacts signed at such a fair.
select
    pacts.pact_id,
    pacts.name_zh as pact_label_zh,
    pacts.name_en as pact_label_en,
    regions.short_zh as label_zh,
    regions.name_en as label_en,
    pacts.signed_on
from pacts
inner join pact_parties using (pact_id)
inner join regions on pact_parties.province_code = regions.region_code
where
    list_contains($record_kinds, pacts.record_kind)
    and ($start_on is null or pacts.signed_on >= $start_on)
    and ($end_before is null or pacts.signed_on < $end_before)
    and (($fair_ids is null and $fair_kinds is null) or pacts.fair_id in (select fair_id from selected_fairs))
order by pacts.signed_on, pacts.pact_id, pact_parties.province_code <> '210000', regions.name_zh like '%自治区', regions.official_order
