-- Question: From which files do the fairs behind the number come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_fairs, named_sources
-- Columns:
--   named_sources.*
--   fairs bigint [fairs]: fairs in the file
-- Order: fairs, descending
with found as (
    select explained_fairs.fair_id, explained_fairs.record_kind, batches.batch_id
    from explained_fairs
    left join batches on explained_fairs.fair_id = batches.fair_id and batches.status = 'active'
),
counts as (
    select batch_id, record_kind, count(distinct fair_id) as fairs
    from found
    group by batch_id, record_kind
)
select named_sources.* exclude (record_kind), counts.fairs
from counts
inner join named_sources on counts.batch_id is not distinct from named_sources.batch_id and counts.record_kind = named_sources.record_kind
order by counts.fairs desc, counts.batch_id
