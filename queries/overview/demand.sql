-- Question: How many people does the selection ask for?
-- Grain: one row
-- Uses: demand_totals
-- Columns:
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   openings_unstated_share double [share]: postings that state no number of people, of all postings
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage
-- Order: none
-- Wages: by the thousand
select *
from demand_totals
