-- Question: How many postings of the two sides are behind the number, and from which files do they come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_compared, named_sources
-- Columns:
--   named_sources.*
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
-- Order: openings, descending
with counts as (
    select
        explained_compared.batch_id,
        fairs.record_kind,
        cast(sum(explained_compared.postings) as bigint) as postings,
        cast(sum(explained_compared.openings) as bigint) as openings
    from explained_compared
    inner join fairs using (fair_id)
    group by explained_compared.batch_id, fairs.record_kind
)
select named_sources.* exclude (record_kind), counts.postings, counts.openings
from counts
inner join named_sources on counts.batch_id is not distinct from named_sources.batch_id and counts.record_kind = named_sources.record_kind
order by counts.openings desc, counts.batch_id
