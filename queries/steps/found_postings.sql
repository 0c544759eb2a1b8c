-- Question: Which selected postings hold the text searched for?
-- Grain: one row per posting
-- Uses: selected_postings
-- Parameters:
--   search varchar: a part of the title or of the employer's name, in any case; null for every posting
-- Columns:
--   posting_id bigint: the posting
-- Order: none
-- Notes: The text is compared as it stands: % and _ mean themselves.
select *
from selected_postings
where
    $search is null
    or contains(lower(title), lower($search))
    or employer_id in (select employer_id from employers where contains(lower(name), lower($search)))
