-- Question: Which employers ask for most people?
-- Grain: one row per employer, the first twenty
-- Uses: selected_postings
-- Columns:
--   employer_id bigint: the employer
--   employer varchar: its name
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of all openings in the selection
--   postings bigint [postings]: rows of the job tables
-- Order: openings, descending
with counts as (
    select employer_id, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from selected_postings
    group by employer_id
),
largest as (
    select *, openings / nullif(sum(openings) over (), 0)::double as openings_share
    from counts
    order by openings desc, employer_id
    limit 20
)
select employer_id, employers.name as employer, openings, openings_share, postings
from largest
inner join employers using (employer_id)
order by openings desc, employer_id
