-- Question: Which job titles does no rule give a sector, the commonest first?
-- Grain: one row per title without a sector; the commonest 500
-- Uses: selected_postings
-- Columns:
--   title varchar: the job title as stated
--   postings bigint [postings]: rows of the job tables with it
--   openings bigint [openings]: people wanted
--   postings_share double [share]: of all postings without a sector in the selection
-- Order: postings, descending
-- Notes: A rule in data/reference/sector_rules.csv gives a title its sector at the next import.
with counts as (
    select title, cast(sum(postings) as bigint) as postings, cast(sum(openings) as bigint) as openings
    from selected_postings
    where sector_code = 'unclassified'
    group by title
)
select title, postings, openings, postings / nullif(sum(postings) over (), 0)::double as postings_share
from counts
order by postings desc, openings desc, title
limit 500
