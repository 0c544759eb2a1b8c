-- Question: How many openings are there by piece of the wage and fair?
-- Grain: one row per piece of the wage and fair with a posting in the selection
-- Uses: wage_pieces
-- Columns:
--   wage_piece integer: twice the thousands below the wage, and one more where the wage is a whole thousand; 60 over 30,000 yuan; null where no wage is stated
--   fair_id integer: the fair
--   openings bigint [openings]: people wanted
-- Order: none
-- Wages: by the thousand
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    wage_piece,
    fair_id,
    cast(sum(openings) as bigint) as openings
from wage_pieces
group by wage_piece, fair_id
