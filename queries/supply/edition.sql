-- Question: Which edition of the crosswalk does this version count by?
-- Grain: one row
-- Columns:
--   method_version varchar: first eight digits of the SHA-256 of its rows
--   row_count bigint: weights it has
--   adopted_at timestamp: when it came into the data, UTC; null where that was not noted
--   note varchar: what was said about the change; null when nothing
-- Order: none
with stands as (
    select
        left(sha256(string_agg(
            concat_ws(',', discipline_code, sector_code, format('{:.9f}', weight), rationale), chr(10)
            order by discipline_code, sector_code
        )), 8) as method_version,
        count(*) as row_count
    from discipline_sectors
),
noted as (
    select method_version, adopted_at, note
    from method_versions
    where method = 'discipline_sectors'
    order by adopted_at desc
    limit 1
)
select stands.method_version, stands.row_count, noted.adopted_at, noted.note
from stands
left join noted using (method_version)
