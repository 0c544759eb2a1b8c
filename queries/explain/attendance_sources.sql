-- Question: How much attendance is behind the number, and from which files does it come?
-- Grain: one row per imported file and kind of record
-- Uses: explained_attendance, named_sources
-- Columns:
--   named_sources.*
--   row_count bigint [rows]: counts of attendance
--   attendance_count bigint [people, visits or views]: how many were counted
--   weighted_count double [people]: people, times the weight; null where all of them count
-- Order: attendance_count, descending
with sums as (
    select batch_id, fair_id, count(*) as row_count, sum(attendance_count) as attendance_count, sum(weighted_count) as weighted_count
    from explained_attendance
    group by batch_id, fair_id
),
counts as (
    select
        sums.batch_id,
        fairs.record_kind,
        cast(sum(sums.row_count) as bigint) as row_count,
        cast(sum(sums.attendance_count) as bigint) as attendance_count,
        sum(sums.weighted_count) as weighted_count
    from sums
    inner join fairs using (fair_id)
    group by sums.batch_id, fairs.record_kind
)
select named_sources.* exclude (record_kind), counts.row_count, counts.attendance_count, counts.weighted_count
from counts
inner join named_sources on counts.batch_id is not distinct from named_sources.batch_id and counts.record_kind = named_sources.record_kind
order by counts.attendance_count desc, counts.batch_id
