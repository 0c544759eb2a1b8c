-- Question: How much did each new filing change against the one it replaced?
-- Grain: one row per filing in use that replaced another
-- Uses: selected_batches
-- Columns:
--   fair_label_zh varchar: the fair in Chinese
--   fair_label_en varchar: the fair in English
--   office_label_zh varchar: office that sent it in Chinese; null when not stated
--   office_label_en varchar: office that sent it in English; null when not stated
--   added_count bigint [postings]: postings that only the newer file has
--   removed_count bigint [postings]: postings that only the replaced file had
--   changed_count bigint [postings]: postings with another wage, headcount, place or education
--   batch_number integer: the newer file, counted from 1
--   replaced_number integer: the file it replaced
--   imported_local varchar: day and time of the newer file's import, Beijing time
-- Order: newest file first
-- Notes: A posting is the same where employer and job title are. Changes of files that were themselves replaced are not kept.
with replaced as (
    select replaced_by as batch_id, max(batch_id) as replaced_number
    from batches
    where status = 'replaced'
    group by replaced_by
),
counts as (
    select
        batch_id,
        count(*) filter (where change = 'added') as added_count,
        count(*) filter (where change = 'removed') as removed_count,
        count(*) filter (where change = 'changed') as changed_count
    from filing_changes
    group by batch_id
)
select
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    coalesce(counts.added_count, 0) as added_count,
    coalesce(counts.removed_count, 0) as removed_count,
    coalesce(counts.changed_count, 0) as changed_count,
    selected_batches.batch_id as batch_number,
    replaced.replaced_number,
    strftime(selected_batches.imported_at + interval 8 hour, '%Y-%m-%d %H:%M') as imported_local
from selected_batches
inner join replaced using (batch_id)
left join counts using (batch_id)
left join regions as offices on selected_batches.office = offices.region_code
left join fairs on selected_batches.fair_id = fairs.fair_id
where selected_batches.status = 'active'
order by selected_batches.batch_id desc
