-- Question: How many agreements are behind the number, and from which files do they come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_agreements, named_sources
-- Columns:
--   named_sources.*
--   agreements bigint [agreements]: agreements
-- Order: agreements, descending
with counts as (
    select batch_id, record_kind, count(*) as agreements
    from explained_agreements
    group by batch_id, record_kind
)
select named_sources.* exclude (record_kind), counts.agreements
from counts
inner join named_sources on counts.batch_id is not distinct from named_sources.batch_id and counts.record_kind = named_sources.record_kind
order by counts.agreements desc, counts.batch_id
