-- Question: Where do the numbers and lists come from?
-- Grain: one row per source
-- Columns:
--   source_id varchar: the source
--   source_title varchar: title of the text or list
--   producer varchar: who published it
--   published_on date: day of publication
--   licence varchar: licence, or what was taken from it
--   url varchar: address, as text
--   note varchar: remark
-- Order: source_id
-- Notes: Files imported by the offices are in methods/batches.
select source_id, title as source_title, producer, published_on, licence, url, note
from sources
order by source_id
