-- Question: How much of each file says what it should, and was understood?
-- Grain: one row per imported job table or attendance list in use
-- Uses: selected_batches
-- Columns:
--   file_name varchar: its name
--   batch_number integer: the imported file, counted from 1
--   table_label_zh varchar: kind of table in Chinese
--   table_label_en varchar: kind of table in English
--   counted_rows bigint: postings of a job table, people of an attendance list: what the shares are of
--   wage_share double [share]: postings with a monthly wage at either end
--   place_share double [share]: postings with a known place of work
--   headcount_share double [share]: postings that state a number of people
--   education_share double [share]: postings that state a level of education
--   sector_share double [share]: postings to which a rule gives a sector
--   major_share double [share]: postings, or people, whose major was understood
--   university_share double [share]: people whose university is known
--   degree_share double [share]: people whose degree is known
-- Order: newest file first
-- Notes: A share is null where the kind of table has no such field. A cell that says nothing and one that was not understood are both missing.
with posted as (
    select
        batch_id,
        count(*) as counted_rows,
        avg(cast(wage_min is not null or wage_max is not null as double)) as wage_share,
        avg(cast(region_code is not null as double)) as place_share,
        avg(cast(headcount_status = 'stated' as double)) as headcount_share,
        avg(cast(education_level <> 'unknown' as double)) as education_share,
        avg(cast(sector_code <> 'unclassified' as double)) as sector_share,
        avg(cast(major_class_codes is not null as double)) as major_share
    from postings
    where batch_id in (select batch_id from selected_batches)
    group by batch_id
),
attended as (
    select
        batch_id,
        cast(sum(attendance_count) as bigint) as counted_rows,
        sum(attendance_count) filter (where university_code is not null) / nullif(sum(attendance_count), 0)::double as university_share,
        sum(attendance_count) filter (where degree_level is not null) / nullif(sum(attendance_count), 0)::double as degree_share,
        sum(attendance_count) filter (where major_class_code is not null or discipline_code is not null)
        / nullif(sum(attendance_count), 0)::double as major_share
    from attendance
    where channel = 'on_site' and batch_id in (select batch_id from selected_batches)
    group by batch_id
)
select
    selected_batches.file_name,
    selected_batches.batch_id as batch_number,
    if(selected_batches.table_kind = 'postings', '岗位表', '参会') as table_label_zh,
    if(selected_batches.table_kind = 'postings', 'Job table', 'Attendance') as table_label_en,
    coalesce(posted.counted_rows, attended.counted_rows) as counted_rows,
    posted.wage_share,
    posted.place_share,
    posted.headcount_share,
    posted.education_share,
    posted.sector_share,
    if(posted.batch_id is null, coalesce(attended.major_share, 0), posted.major_share) as major_share,
    if(posted.batch_id is null, coalesce(attended.university_share, 0), null) as university_share,
    if(posted.batch_id is null, coalesce(attended.degree_share, 0), null) as degree_share
from selected_batches
left join posted using (batch_id)
left join attended using (batch_id)
where coalesce(posted.counted_rows, attended.counted_rows) > 0
order by selected_batches.batch_id desc
