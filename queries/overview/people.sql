-- Question: How many fairs are selected, and how many people and views did they count?
-- Grain: one row
-- Uses: people_totals
-- Columns:
--   fairs bigint [fairs]: fairs in the selection; with a region chosen, those hosted there
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   live_views bigint [views]: views of live broadcasts; null where there was none
-- Order: none
-- Notes: Attendance obeys the fair, the period, the host region and the university; postings obey the place of work.
select *
from people_totals
