-- Question: Which employers, one under several names counted once, are behind the number?
-- Grain: one row per side and employer
-- Uses: explained_compared, compared_identities
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   side_label_zh varchar: name of the side in Chinese
--   side_label_en varchar: name of the side in English
--   employer_name varchar: its name as stated; several with a slash between
--   participations bigint [participations]: fairs of the side at which it offered something
--   is_first_time boolean: true where it had been at no earlier fair
--   is_matched boolean: true where it is on the other side too
--   postings bigint [postings]: rows of the job tables
--   openings bigint [openings]: people wanted
--   employers bigint [employers]: employers behind the number in all
--   all_participations bigint [participations]: participations behind the number in all
-- Order: openings, descending
with counts as (
    select
        explained_compared.side,
        explained_compared.identity_id,
        string_agg(distinct employers.name, ' / ' order by employers.name) as employer_name,
        cast(sum(explained_compared.postings) as bigint) as postings,
        cast(sum(explained_compared.openings) as bigint) as openings
    from explained_compared
    inner join employers using (employer_id)
    group by explained_compared.side, explained_compared.identity_id
)
select
    if(side = 'a', '甲', '乙') as side_label_zh,
    upper(side) as side_label_en,
    counts.employer_name,
    compared_identities.participations,
    compared_identities.is_first_time,
    compared_identities.is_matched,
    counts.postings,
    counts.openings,
    count(*) over () as employers,
    cast(sum(compared_identities.participations) over () as bigint) as all_participations
from counts
inner join compared_identities using (side, identity_id)
order by counts.openings desc, counts.identity_id, side
limit $row_limit
