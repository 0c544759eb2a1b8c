-- Question: How much is wanted by fair, sector, education, ownership and disciplines named?
-- Grain: one row per fair, sector, education, ownership and disciplines named with a record
-- From: postings
-- Order: the columns, from left to right
-- Notes: Disciplines are worked out once for each different list of majors, of which there are few, not once for each posting.
with lists as (
    select
        fair_id,
        sector_code,
        education_level,
        ownership,
        major_class_codes,
        sum(openings) as openings,
        count(*) as postings,
        count(*) filter (where headcount_status <> 'stated') as postings_unstated
    from postings
    group by all
),
named as (
    select
        *,
        coalesce(len(major_class_codes) = 0, false) as accepts_any_major,
        list_sort(list_distinct(list_transform(major_class_codes, lambda code: left(code, 2)))) as named_disciplines
    from lists
)
select
    fair_id,
    sector_code,
    education_level,
    ownership,
    accepts_any_major,
    named_disciplines,
    cast(sum(openings) as bigint) as openings,
    cast(sum(postings) as bigint) as postings,
    cast(sum(postings_unstated) as bigint) as postings_unstated
from named
group by all
order by all
