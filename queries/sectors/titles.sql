-- Question: Which job titles ask for most people?
-- Grain: one row per job title, the first twenty
-- Uses: selected_postings
-- Columns:
--   title varchar: the job title as the employer wrote it
--   openings bigint [openings]: people wanted
--   openings_share double [share]: of all openings in the selection
--   postings bigint [postings]: rows of the job tables
-- Order: openings, descending
-- Notes: Titles are compared letter by letter: two spellings of one job are two titles.
with counts as (
    select title, cast(sum(openings) as bigint) as openings, cast(sum(postings) as bigint) as postings
    from selected_postings
    group by title
)
select title, openings, openings / nullif(sum(openings) over (), 0)::double as openings_share, postings
from counts
order by openings desc, title
limit 20
