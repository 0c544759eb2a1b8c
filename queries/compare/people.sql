-- Question: Who came on each side: from which universities, with which degree, of which discipline?
-- Grain: one row per breakdown (university, degree, discipline) and value with people counted on site on either side
-- Uses: compared_attendance
-- Columns:
--   breakdown varchar: university, degree or discipline
--   value_code varchar: the value
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   people_a bigint [people]: people counted on site on side A
--   people_b bigint [people]: people counted on site on side B
--   people_change bigint [people]: B less A
--   status_code varchar: new, lost or both
--   status_label_zh varchar: new, lost or on both sides, in Chinese
--   status_label_en varchar: the same in English
-- Order: breakdown, then people on both sides, descending
-- Notes: People whose university, degree or discipline is not stated are left out of that breakdown. Fairs that count visits are left out.
with counts as (
    select
        university_code,
        degree_level,
        discipline_code,
        grouping(university_code, degree_level, discipline_code) as missing_columns,
        coalesce(sum(attendance_count) filter (where side = 'a'), 0) as people_a,
        coalesce(sum(attendance_count) filter (where side = 'b'), 0) as people_b
    from compared_attendance
    where channel = 'on_site' and unit = 'people'
    group by grouping sets ((university_code), (degree_level), (discipline_code))
    having sum(attendance_count) > 0
),
named as (
    select 'university' as breakdown, university_code as value_code, name_zh as label_zh, name_en as label_en, people_a, people_b
    from counts
    inner join universities using (university_code)
    where missing_columns = 3
    union all
    select 'degree', education_level, name_zh, name_en, people_a, people_b
    from counts
    inner join education_levels on counts.degree_level = education_levels.education_level
    where missing_columns = 5
    union all
    select 'discipline', discipline_code, name_zh, name_en, people_a, people_b
    from counts
    inner join disciplines using (discipline_code)
    where missing_columns = 6
)
select
    breakdown,
    value_code,
    label_zh,
    label_en,
    cast(people_a as bigint) as people_a,
    cast(people_b as bigint) as people_b,
    cast(people_b - people_a as bigint) as people_change,
    case when people_a = 0 then 'new' when people_b = 0 then 'lost' else 'both' end as status_code,
    case when people_a = 0 then '新到' when people_b = 0 then '未再到' else '两边都到' end as status_label_zh,
    case when people_a = 0 then 'New' when people_b = 0 then 'Lost' else 'On both sides' end as status_label_en
from named
order by breakdown, people_a + people_b desc, value_code
