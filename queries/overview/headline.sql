-- Question: How large is the selection?
-- Grain: one row
-- Uses: people_totals, employer_totals, demand_totals, openings_by_people
-- Columns:
--   fairs bigint [fairs]: fairs in the selection; with a region chosen, those hosted there
--   employers bigint [employers]: distinct employers with a posting in the selection
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   openings_unstated_share double [share]: postings that state no number of people, of all postings
--   openings_over_threshold bigint [openings]: openings of postings paying strictly more than the line
--   openings_over_threshold_share double [share]: openings over the line of the openings with a wage
--   on_site_people bigint [people]: people counted on site; null where no fair counted them
--   live_views bigint [views]: views of live broadcasts; null where there was none
--   openings_per_attendee double [openings a person]: openings of the fairs that counted people on site, by those people
-- Order: none
-- Employers by: nothing
-- Wages: by the thousand
-- Notes: Attendance obeys the fair, the period, the host region and the university; postings obey the place of work.
select
    people_totals.fairs,
    employer_totals.employers,
    demand_totals.*,
    people_totals.on_site_people,
    people_totals.live_views,
    openings_by_people.openings_per_attendee
from people_totals, employer_totals, demand_totals, openings_by_people
