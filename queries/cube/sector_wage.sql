-- Question: How many openings are there by sector and piece of the wage?
-- Grain: one row per sector and piece of the wage with a posting in the selection
-- Uses: wage_pieces
-- Columns:
--   sector_code varchar: the sector
--   wage_piece integer: twice the thousands below the wage, and one more where the wage is a whole thousand; 60 over 30,000 yuan; null where no wage is stated
--   openings bigint [openings]: people wanted
-- Order: none
-- Wages: by the thousand
-- Notes: Held by the browser, which adds up what is chosen of either.
select
    sector_code,
    wage_piece,
    cast(sum(openings) as bigint) as openings
from wage_pieces
group by sector_code, wage_piece
