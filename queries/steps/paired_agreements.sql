-- Question: In what state is a region with a university on a day?
-- Grain: one row per region and university with an agreement signed on the day or before
-- Uses: standing_agreements
-- Columns:
--   agreement_id integer: the agreement that reaches furthest
-- Order: none
-- Notes: Of several agreements of a pair the one that reaches furthest tells the state.
select *
from standing_agreements
qualify
    row_number() over (
        partition by region_code, university_code
        order by coalesce(in_force_until, date '9999-12-31') desc, signed_on desc, agreement_id desc
    ) = 1
