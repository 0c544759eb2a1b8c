-- Question: Which postings stood before people who were counted on site?
-- Grain: one row per posting
-- Uses: attended_fairs, counted_postings
-- Columns:
--   posting_id bigint: the posting
--   host_region_code varchar: the region that hosted the fair
--   has_disciplines boolean: true where the fair counted people by discipline
-- Order: none
-- Notes: The region is the host of the fair, as it is for people, and not the place of work.
select counted_postings.*, attended_fairs.host_region_code, attended_fairs.has_disciplines
from counted_postings
inner join attended_fairs using (fair_id)
where
    ($sector_codes is null or sector_code in (select unnest($sector_codes)))
    and ($education_levels is null or education_level in (select unnest($education_levels)))
    and ($ownerships is null or ownership in (select unnest($ownerships)))
    and ($wage_at_least_yuan is null or wage_min >= $wage_at_least_yuan)
    and ($wage_at_most_yuan is null or wage_min <= $wage_at_most_yuan)
