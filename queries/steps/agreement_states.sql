-- Question: What states does an agreement have?
-- Grain: one row per state
-- Columns:
--   status_code varchar: the state
-- Order: none
select
    unnest(['in_force', 'expiring', 'signed', 'lapsed', 'none']) as status_code,
    unnest(['有效', '180天内到期', '已签，未写明期限', '已到期', '未签']) as status_label_zh,
    unnest(['In force', 'Expires within 180 days', 'Signed, no end stated', 'Lapsed', 'Not signed']) as status_label_en
