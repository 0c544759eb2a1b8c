-- Question: Which files and texts do the selected fairs come from?
-- Grain: one row per imported file or source
-- Uses: selected_fairs
-- Columns:
--   source_kind varchar: file or text
--   title varchar: name of the file, or title of the text
--   producer varchar: office or producer
--   published_on date: day of publication or import
--   url varchar: where the text stands; null for a file
--   licence varchar: terms of use; null where not stated
--   detail varchar: SHA-256 of the file, or the note on the text
-- Order: source_kind, title
with used_batches as (
    select distinct batch_id
    from postings
    where fair_id in (select fair_id from selected_fairs) and batch_id is not null
),
used_sources as (
    select source_id from fairs where fair_id in (select fair_id from selected_fairs)
    union
    select source_id from published_figures where fair_id in (select fair_id from selected_fairs)
)
select
    'file' as source_kind,
    file_name as title,
    office as producer,
    cast(imported_at as date) as published_on,
    cast(null as varchar) as url,
    cast(null as varchar) as licence,
    'SHA-256 ' || sha256 as detail
from batches
where batch_id in (select batch_id from used_batches)
union all
select 'text', title, producer, published_on, url, licence, note
from sources
where source_id in (select source_id from used_sources)
order by source_kind desc, title
