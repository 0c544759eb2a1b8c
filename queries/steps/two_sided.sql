-- Question: Do openings and people of this selection go together?
-- Grain: one row per selection
-- Columns:
--   is_two_sided boolean: false where a filter is set that narrows only openings, or only people
-- Order: none
-- Notes: Education, wage and ownership narrow only openings, the university only people. Then there is no ratio of the two.
select $education_levels is null and $ownerships is null and coalesce($wage_at_least_yuan, $wage_at_most_yuan) is null and $university_codes is null as is_two_sided
