-- Question: How many people do the selected postings ask for?
-- Grain: one row
-- Uses: waged_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
-- Columns:
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   openings_unstated_share double [share]: postings that state no number of people, of all postings
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage
-- Order: none
select
    cast(coalesce(sum(postings), 0) as bigint) as postings,
    cast(coalesce(sum(openings), 0) as bigint) as openings,
    sum(postings_unstated) / nullif(sum(postings), 0)::double as openings_unstated_share,
    cast(coalesce(sum(openings) filter (where wage_yuan > $threshold_yuan), 0) as bigint) as openings_over_threshold,
    coalesce(sum(openings) filter (where wage_yuan > $threshold_yuan), 0)
    / nullif(sum(openings) filter (where wage_yuan is not null), 0)::double as openings_over_threshold_share
from waged_postings
