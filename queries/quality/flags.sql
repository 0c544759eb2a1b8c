-- Question: Which values look wrong?
-- Grain: one row per rule and value that it catches
-- Uses: flag_rules, flagged_values
-- Parameters:
--   today date: the day on which the question is asked
-- Columns:
--   rule_label_zh varchar: the rule in Chinese
--   rule_label_en varchar: the rule in English
--   subject_zh varchar: the posting, figure or agreement, in Chinese
--   subject_en varchar: the posting, figure or agreement, in English
--   found_value bigint: the value; null for a day
--   written_text varchar: the value as it is written in the file; null where it is a total
--   bound_value bigint: the bound that it exceeds, or the published figure; null for a day
--   fair_label_zh varchar: the fair in Chinese; null where it belongs to none
--   fair_label_en varchar: the fair in English; null where it belongs to none
--   record_label_zh varchar: recorded, published or synthetic, in Chinese
--   record_label_en varchar: recorded, published or synthetic, in English
--   batch_number integer: the imported file, counted from 1; null for the sample
--   file_name varchar: its name; null for the sample
--   source_row integer: row in the file, counted from 1; null where it is a total
-- Order: order of the rules, then fair, file and row
-- Notes: Wages are in yuan a month, as they were understood. A value that looks wrong may be right.
select
    flag_rules.rule_label_zh,
    flag_rules.rule_label_en,
    flagged_values.subject_zh,
    flagged_values.subject_en,
    cast(round(flagged_values.found_value) as bigint) as found_value,
    flagged_values.written_text,
    cast(round(flagged_values.bound_value) as bigint) as bound_value,
    fairs.name_zh as fair_label_zh,
    fairs.name_en as fair_label_en,
    case fairs.record_kind when 'recorded' then '实际记录' when 'published' then '公开数据' when 'synthetic' then '模拟样本' end as record_label_zh,
    case fairs.record_kind when 'recorded' then 'Recorded' when 'published' then 'Published' when 'synthetic' then 'Synthetic sample' end as record_label_en,
    flagged_values.batch_id as batch_number,
    batches.file_name,
    flagged_values.source_row
from flagged_values
inner join flag_rules using (rule_code)
left join fairs on flagged_values.fair_id = fairs.fair_id
left join batches on flagged_values.batch_id = batches.batch_id
order by flag_rules.rule_order, fairs.starts_on desc, flagged_values.fair_id, flagged_values.batch_id, flagged_values.source_row, flagged_values.subject_zh
