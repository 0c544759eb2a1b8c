-- Question: From when to when do the selected fairs reach?
-- Grain: one row
-- Uses: selected_fairs
-- Columns:
--   first_on date: first day of the first fair
--   last_on date: first day of the last fair
-- Order: none
select min(starts_on) as first_on, max(starts_on) as last_on
from selected_fairs
