-- Question: How many people of each discipline are there, and how many openings name it?
-- Grain: one row per discipline, one for openings that accept any major, and one for what is not stated
-- Uses: attended_postings, attended_people
-- Columns:
--   row_code varchar: the discipline, any_major or not_stated
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   on_site_people bigint [people]: people counted on site; null for any major
--   people_share double [share]: of all people counted on site
--   openings bigint [openings]: openings that accept a major of the discipline
--   openings_share double [share]: of all openings
-- Order: people, descending; then any major, then not stated
-- Notes: Only fairs that counted people on site by discipline. Openings that name several disciplines stand in each: the rows add up to more than all.
with demand as (
    select
        named_disciplines,
        sum(openings) as openings
    from attended_postings
    where has_disciplines
    group by named_disciplines
),
named as (
    select
        unnest(case when named_disciplines is null then ['not_stated'] when len(named_disciplines) = 0 then ['any_major'] else named_disciplines end) as row_code,
        openings
    from demand
),
openings_by_row as (
    select row_code, cast(sum(openings) as bigint) as openings
    from named
    group by row_code
),
people_by_row as (
    select coalesce(discipline_code, 'not_stated') as row_code, cast(sum(attendance_count) as bigint) as on_site_people
    from attended_people
    where has_disciplines
    group by all
),
lines as (
    select discipline_code as row_code, name_zh, name_en, official_order
    from disciplines
    union all
    select 'any_major', '不限专业', 'Any major', 1000
    union all
    select 'not_stated', '未注明', 'Not stated', 1001
)
select
    row_code,
    lines.name_zh as label_zh,
    lines.name_en as label_en,
    if(row_code = 'any_major', null, coalesce(people_by_row.on_site_people, 0)) as on_site_people,
    people_by_row.on_site_people / nullif(sum(people_by_row.on_site_people) over (), 0)::double as people_share,
    coalesce(openings_by_row.openings, 0) as openings,
    coalesce(openings_by_row.openings, 0) / nullif((select sum(openings) from demand), 0)::double as openings_share
from lines
left join openings_by_row using (row_code)
left join people_by_row using (row_code)
where exists (select 1 from attended_fairs where has_disciplines)
order by lines.official_order >= 1000, if(lines.official_order >= 1000, lines.official_order, 0), people_by_row.on_site_people desc nulls last, lines.official_order
