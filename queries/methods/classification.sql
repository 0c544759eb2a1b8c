-- Question: How many postings could be given a sector, a region, a wage and a level of education?
-- Grain: one row
-- Uses: selected_postings
-- Columns:
--   postings bigint [postings]: rows of the job tables in the selection
--   unclassified_share double [share]: postings whose sector no rule gives
--   unplaced_share double [share]: postings without a known place of work
--   unwaged_share double [share]: postings without a monthly wage at either end
--   education_unstated_share double [share]: postings that state no level of education
--   openings_unstated_share double [share]: postings that state no number of people
-- Order: none
-- Notes: Shares of the postings in the selection.
select
    coalesce(cast(sum(postings) as bigint), 0) as postings,
    coalesce(sum(postings) filter (where sector_code = 'unclassified'), 0) / nullif(sum(postings), 0)::double as unclassified_share,
    coalesce(sum(postings) filter (where region_code is null), 0) / nullif(sum(postings), 0)::double as unplaced_share,
    coalesce(sum(postings) filter (where wage_min is null and wage_max is null), 0) / nullif(sum(postings), 0)::double as unwaged_share,
    coalesce(sum(postings) filter (where education_level = 'unknown'), 0) / nullif(sum(postings), 0)::double as education_unstated_share,
    sum(postings_unstated) / nullif(sum(postings), 0)::double as openings_unstated_share
from selected_postings
