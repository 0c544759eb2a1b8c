-- Question: Which tables and columns does a data version hold?
-- Grain: one row per column of a table
-- Columns:
--   table_name varchar: the table
--   table_meaning varchar: what the table holds
--   column_name varchar: the column
--   data_type varchar: its SQL type
--   is_nullable boolean: true where it may be empty
--   meaning varchar: what the column holds, with its unit
-- Order: table_name, column position
-- Notes: The meanings are the comments in the database itself.
select
    columns.table_name,
    tables.comment as table_meaning,
    columns.column_name,
    columns.data_type,
    columns.is_nullable,
    columns.comment as meaning
from duckdb_columns() as columns
inner join duckdb_tables() as tables
    on columns.database_name = tables.database_name and columns.schema_name = tables.schema_name and columns.table_name = tables.table_name
where not columns.internal and columns.schema_name = 'main' and columns.database_name = current_database()
order by columns.table_name, columns.column_index
