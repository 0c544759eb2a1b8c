-- Question: How many employers ask for how many people?
-- Grain: one row
-- Uses: employer_totals, demand_totals
-- Columns:
--   employers bigint [employers]: distinct employers with a posting in the selection
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   openings_unstated_share double [share]: postings that state no number of people, of all postings
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage
-- Order: none
-- Employers by: nothing
-- Wages: by the thousand
select *
from employer_totals, demand_totals
