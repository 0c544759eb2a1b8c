-- Question: How many openings and postings are there by fair_id, employer_id, sector_code, region_code, ownership, education_level?
-- Grain: one row per fair_id, employer_id, sector_code, region_code, ownership, education_level
-- Columns:
--   participant_id bigint: the employer, once more: the name under which employers are counted distinct
--   openings bigint [openings]: people wanted
--   postings bigint [postings]: rows of the job tables
--   postings_unstated bigint [postings]: of these, rows that state no number of people
-- Order: by the dimensions
-- Notes: Built with each version; read instead of the postings wherever its columns are enough.
select
    fair_id,
    employer_id,
    sector_code,
    region_code,
    ownership,
    education_level,
    employer_id as participant_id,
    cast(sum(openings) as bigint) as openings,
    count(*) as postings,
    count(*) filter (where headcount_status <> 'stated') as postings_unstated
from postings
group by all
order by all
