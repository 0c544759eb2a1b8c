-- Question: On which day do the records end?
-- Grain: one row
-- Uses: selected_fairs
-- Columns:
--   last_on date: last day of the selected fairs; of all fairs of the kind of record where none is selected, and of the last signing where there is none
-- Order: none
select
    coalesce(
        (select max(ends_on) from fairs where fair_id in (select fair_id from selected_fairs)),
        (select max(ends_on) from fairs where list_contains($record_kinds, record_kind)),
        (select max(signed_on) from agreements where list_contains($record_kinds, record_kind))
    ) as last_on
