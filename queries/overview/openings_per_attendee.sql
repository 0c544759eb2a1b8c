-- Question: How many openings stand against each person counted on site?
-- Grain: one row
-- Uses: openings_by_people
-- Columns:
--   openings_per_attendee double [openings a person]: openings of the fairs that counted people on site, by those people
-- Order: none
-- Notes: Fairs that counted nobody are left out of both.
select *
from openings_by_people
