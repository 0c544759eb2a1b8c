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
    count(*) as postings,
    count(*) filter (where sector_code = 'unclassified') / nullif(count(*), 0)::double as unclassified_share,
    count(*) filter (where region_code is null) / nullif(count(*), 0)::double as unplaced_share,
    count(*) filter (where wage_min is null and wage_max is null) / nullif(count(*), 0)::double as unwaged_share,
    count(*) filter (where education_level = 'unknown') / nullif(count(*), 0)::double as education_unstated_share,
    count(*) filter (where headcount_status <> 'stated') / nullif(count(*), 0)::double as openings_unstated_share
from selected_postings
