-- Question: How much does each posting count?
-- Grain: one row per posting
-- Columns:
--   postings integer [postings]: one
--   postings_unstated integer [postings]: one where the posting states no number of people
--   accepts_any_major boolean: true where the posting says that any major will do; false where it names some or says nothing
--   named_disciplines varchar[]: the disciplines of the majors accepted, by the first two digits of their classes; empty for any, null where not stated
-- Order: none
-- Notes: The same answer is read from a rollup of this version wherever one has the columns that the question needs.
select
    *,
    1 as postings,
    cast(headcount_status <> 'stated' as integer) as postings_unstated,
    coalesce(len(major_class_codes) = 0, false) as accepts_any_major,
    list_sort(list_distinct(list_transform(major_class_codes, lambda code: left(code, 2)))) as named_disciplines
from postings
