-- Question: In which piece of the wage, between and on the whole thousands, does each selected posting lie?
-- Grain: one row per selected posting
-- Uses: selected_postings
-- Columns:
--   wage_piece integer: twice the thousands below the wage, and one more where the wage is a whole thousand; 60 over 30,000 yuan; null where no wage is stated
-- Order: none
select
    *,
    case
        when wage_min is null then null
        when wage_min > 30000 then 60
        else cast((greatest(wage_min, 1) - 1) // 1000 * 2 + cast(greatest(wage_min, 1) % 1000 = 0 as integer) as integer)
    end as wage_piece
from selected_postings
