-- Question: Which rollups does this version have?
-- Grain: one row per rollup
-- Columns:
--   table_name varchar: the table
--   row_count bigint: rows
--   columns varchar[]: its columns
-- Order: row_count
select table_name, any_value(estimated_size) as row_count, list(column_name) as columns
from duckdb_columns()
inner join duckdb_tables() using (table_name)
where starts_with(table_name, 'rollup_') or starts_with(table_name, 'season_')
group by table_name
order by row_count
