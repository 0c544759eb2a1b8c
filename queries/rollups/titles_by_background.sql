-- Question: How many openings and postings are there by fair_id, sector_code, education_level, ownership, title?
-- Grain: one row per fair_id, sector_code, education_level, ownership, title
-- Columns:
--   openings bigint [openings]: people wanted
--   postings bigint [postings]: rows of the job tables
--   postings_unstated bigint [postings]: of these, rows that state no number of people
-- Order: by the dimensions
-- Notes: Built with each version; read instead of the postings wherever its columns are enough.
select
    fair_id,
    sector_code,
    education_level,
    ownership,
    title,
    cast(sum(openings) as bigint) as openings,
    count(*) as postings,
    count(*) filter (where headcount_status <> 'stated') as postings_unstated
from postings
group by all
order by all
