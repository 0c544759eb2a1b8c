-- Question: How many people have each degree, and how many openings ask at least for it?
-- Grain: one row per level of education that an opening asks for or a person has
-- Uses: attended_postings, attended_people
-- Columns:
--   education_level varchar: the level
--   label_zh varchar: its name in Chinese
--   label_en varchar: its name in English
--   on_site_people bigint [people]: people counted on site who have or study for the degree
--   people_share double [share]: of all people counted on site
--   openings bigint [openings]: openings for which this is the lowest education accepted
--   openings_share double [share]: of all openings
-- Order: from the lowest level to the highest; not stated last
-- Notes: Only fairs that counted people on site. Not one to one: a bachelor may take what asks for less, and no requirement is open to all.
with demand as (
    select education_level, cast(sum(openings) as bigint) as openings
    from attended_postings
    group by education_level
),
supply as (
    select coalesce(degree_level, 'unknown') as education_level, cast(sum(attendance_count) as bigint) as on_site_people
    from attended_people
    group by all
)
select
    education_level,
    education_levels.name_zh as label_zh,
    education_levels.name_en as label_en,
    coalesce(supply.on_site_people, 0) as on_site_people,
    coalesce(supply.on_site_people, 0) / nullif(sum(supply.on_site_people) over (), 0)::double as people_share,
    coalesce(demand.openings, 0) as openings,
    coalesce(demand.openings, 0) / nullif(sum(demand.openings) over (), 0)::double as openings_share
from education_levels
left join demand using (education_level)
left join supply using (education_level)
where demand.openings > 0 or supply.on_site_people > 0
order by education_levels.rank < 0, education_levels.rank
