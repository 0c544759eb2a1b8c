-- Question: What did each new filing change, posting by posting?
-- Grain: one row per posting that was added, removed or changed
-- Uses: selected_batches
-- Columns:
--   employer varchar: the employer
--   title varchar: the job title
--   change_label_zh varchar: added, removed or changed, in Chinese
--   change_label_en varchar: added, removed or changed, in English
--   before_text varchar: wage, headcount, place and education in the replaced file; null where added
--   after_text varchar: the same in the newer file; null where removed
--   office_label_zh varchar: office that sent it in Chinese; null when not stated
--   office_label_en varchar: office that sent it in English; null when not stated
--   batch_number integer: the newer file, counted from 1
-- Order: newest file first; removed, changed, added; employer, job title
-- Notes: A posting is the same where employer and job title are.
select
    filing_changes.employer,
    filing_changes.title,
    case filing_changes.change when 'added' then '新增' when 'removed' then '删除' else '修改' end as change_label_zh,
    filing_changes.change as change_label_en,
    filing_changes.before_text,
    filing_changes.after_text,
    offices.short_zh as office_label_zh,
    offices.name_en as office_label_en,
    filing_changes.batch_id as batch_number
from filing_changes
inner join selected_batches using (batch_id)
left join regions as offices on selected_batches.office = offices.region_code
order by
    filing_changes.batch_id desc,
    list_position(['removed', 'changed', 'added'], filing_changes.change),
    filing_changes.employer,
    filing_changes.title
