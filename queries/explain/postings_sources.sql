-- Question: How many postings are behind the number, and from which files do they come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_postings, named_sources
-- Columns:
--   named_sources.*
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   weighted_openings double [openings]: people wanted, times the weight; null where all of a posting counts
-- Order: openings, descending
with sums as (
    select
        batch_id, fair_id, sum(postings) as postings, sum(openings) as openings, sum(weighted_openings) as weighted_openings
    from explained_postings
    group by batch_id, fair_id
),
counts as (
    select
        sums.batch_id,
        fairs.record_kind,
        cast(sum(sums.postings) as bigint) as postings,
        cast(sum(sums.openings) as bigint) as openings,
        sum(sums.weighted_openings) as weighted_openings
    from sums
    inner join fairs using (fair_id)
    group by sums.batch_id, fairs.record_kind
)
select named_sources.* exclude (record_kind), counts.postings, counts.openings, counts.weighted_openings
from counts
inner join named_sources on counts.batch_id is not distinct from named_sources.batch_id and counts.record_kind = named_sources.record_kind
order by counts.openings desc, counts.batch_id
