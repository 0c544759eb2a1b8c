-- Question: What makes a value look wrong, and how often does it happen?
-- Grain: one row per rule
-- Uses: flag_rules, flagged_values
-- Parameters:
--   today date: the day on which the question is asked
-- Columns:
--   rule_label_zh varchar: the rule in Chinese
--   rule_label_en varchar: the rule in English
--   definition_zh varchar: what it says, in Chinese
--   definition_en varchar: what it says, in English
--   flag_count bigint [values]: values that it catches
-- Order: order of the rules
-- Notes: A value that looks wrong may be right. It stays in every number until the office sends another one.
select rule_label_zh, rule_label_en, definition_zh, definition_en, count(flagged_values.rule_code) as flag_count
from flag_rules
left join flagged_values using (rule_code)
group by all
order by min(rule_order)
