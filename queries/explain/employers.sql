-- Question: Which employers are behind the number?
-- Grain: one row per employer
-- Uses: explained_postings
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   employer_id bigint: the employer
--   employer_name varchar: who hires, as written by the office
--   ownership_label_zh varchar: ownership in Chinese
--   ownership_label_en varchar: ownership in English
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   employers bigint [employers]: employers behind the number in all
-- Order: openings, descending
with counts as (
    select employer_id, cast(sum(postings) as bigint) as postings, cast(sum(openings) as bigint) as openings
    from explained_postings
    group by employer_id
),
shown as (
    select *, count(*) over () as employers
    from counts
    order by openings desc, employer_id
    limit $row_limit
)
select
    employer_id,
    employers.name as employer_name,
    ownerships.name_zh as ownership_label_zh,
    ownerships.name_en as ownership_label_en,
    shown.postings,
    shown.openings,
    shown.employers
from shown
inner join employers using (employer_id)
inner join ownerships using (ownership)
order by shown.openings desc, employer_id
