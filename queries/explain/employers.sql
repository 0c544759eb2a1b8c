-- Question: Which employers are behind the number?
-- Grain: one row per employer
-- Uses: explained_postings
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   of_fairs integer[]: only of these fairs; null for any
--   of_sectors varchar[]: only of these sectors; null for any
--   of_regions varchar[]: only with these places of work; null for any
--   of_places varchar[]: only these kinds of place (liaoning_unit, province_only, elsewhere, remote, nationwide, abroad, unknown); null for any
--   of_educations varchar[]: only these levels of education; null for any
--   of_ownerships varchar[]: only these kinds of ownership; null for any
--   of_employers bigint[]: only of these employers; null for any
--   of_title varchar: only this job title, letter by letter; null for any
--   of_bands integer[]: only wages in the bands of 1,000 yuan that begin here, the last one open; null for any
--   of_half date: only fairs of the half-year that begins on this day; null for any
--   has_wage boolean: true for postings with a wage on the basis, false for those without; null for both
--   wage_over_yuan integer: only wages strictly over this, in yuan a month; null for any
--   wage_up_to_yuan integer: only wages of no more than this, in yuan a month; null for any
--   is_unstated boolean: true for postings that state no number of people, false for those that do; null for both
--   is_attended boolean: true for fairs at which people were counted on site, false for the others; null for both
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
